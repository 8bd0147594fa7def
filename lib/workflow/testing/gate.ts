/** A place at which others wait until it is opened. */
export interface Gate {
  /** Waits there. */
  pass(): Promise<void>;
  /** Somebody has come to it. */
  readonly reached: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  const [reached, arrive] = signal();
  const [opened, open] = signal();
  return {
    pass() {
      arrive();
      return opened;
    },
    reached,
    open,
  };
}

function signal(): [Promise<void>, () => void] {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [given, give];
}
