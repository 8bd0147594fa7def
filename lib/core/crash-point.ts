let armed: string | undefined;

/** Arms one crash point of this process, by name: only the crash tests' configuration does. */
export function armCrashPoint(name: string | undefined): void {
  armed = name;
}

/** A named point between two steps that must survive a crash: armed, the process kills itself here as hard as the system can. */
export function crashPoint(name: string): void {
  if (armed === name) process.kill(process.pid, 'SIGKILL');
}
