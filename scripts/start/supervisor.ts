import { setTimeout as delay } from 'node:timers/promises';
import {
  type Child,
  type ChildSpec,
  lastLines,
  readFrom,
  rotateLog,
  sizeOf,
  startChild,
  untilReady,
} from '../runtime/child.ts';
import { StopMessage } from '../runtime/stop-message.ts';

/** Keeps the processes of one start: brings them up, revives helpers that die, takes all down in order. */
export class Supervisor {
  #children: Child[] = [];
  #stopping = false;
  readonly #echo: boolean;

  /** `echo`: show what the children write, each line with its name. */
  constructor(echo: boolean) {
    this.#echo = echo;
  }

  /**
   * Starts a child and returns when it is ready. If it dies later, it is started again with growing pauses, unless
   * `essential`: then `onLost` is called.
   */
  async start(spec: ChildSpec, onLost?: (message: string) => void): Promise<void> {
    if (this.#stopping) throw new StopMessage('Stopping.');
    rotateLog(spec.name);
    const child = this.#launch(spec);
    await untilReady(spec, child, 0);
    void this.#watch(spec, child, onLost);
  }

  /** Stops the children, the latest first. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const child of this.#children.toReversed()) await child.stop();
  }

  #launch(spec: ChildSpec): Child {
    const child = startChild(spec);
    this.#children = [...this.#children.filter(({ name }) => name !== spec.name), child];
    if (this.#echo) void echo(child);
    return child;
  }

  async #watch(
    spec: ChildSpec,
    first: Child,
    onLost: ((message: string) => void) | undefined,
  ): Promise<void> {
    let child = first;
    for (let pauseMs = 1_000; ; pauseMs = Math.min(pauseMs * 2, 30_000)) {
      const startedAt = Date.now();
      const how = await child.exited;
      if (this.#stopping) return;
      const message = `The ${spec.name} stopped unexpectedly (${how}). The end of ${child.logFile}:\n\n${lastLines(child.logFile)}`;
      if (onLost) return onLost(message);
      if (Date.now() - startedAt > 60_000) pauseMs = 1_000;
      console.error(`${message}\n\nStarting the ${spec.name} again in ${pauseMs / 1000} s.`);
      await delay(pauseMs);
      if (this.#stopping) return;
      child = this.#launch(spec);
    }
  }
}

/** Copies a log to the terminal as it grows, until its writer is gone. */
async function echo(child: Child): Promise<void> {
  let position = sizeOf(child.logFile);
  let gone = false;
  void child.exited.then(() => {
    gone = true;
  });
  for (;;) {
    const last = gone;
    const text = readFrom(child.logFile, position);
    const whole = last ? text : text.slice(0, text.lastIndexOf('\n') + 1);
    position += Buffer.byteLength(whole);
    for (const line of whole.split('\n')) if (line.trim() !== '') console.log(`[${child.name}] ${line}`);
    if (last) return;
    await delay(150);
  }
}
