/** A machine drawn as data: state → event → next state. A state without events is final. */
export type MachineTable<S extends string, E extends string> = {
  readonly [state in S]: { readonly [event in E]?: readonly S[] };
};

export interface Machine<S extends string, E extends string> {
  readonly initial: readonly S[];
  readonly table: MachineTable<S, E>;
  states(): S[];
  isFinal(state: S): boolean;
  /** The states that an event may lead to; empty when it is not drawn. */
  targets(state: S, event: E): readonly S[];
  can(state: S, event: E, to: S): boolean;
}

/** @throws at start when a state cannot be reached from an initial one or an event leads to an unknown state. */
export function defineMachine<S extends string, E extends string>(
  name: string,
  initial: readonly S[],
  table: MachineTable<S, E>,
): Machine<S, E> {
  const states = Object.keys(table) as S[];
  const targets = (state: S, event: E): readonly S[] => table[state][event] ?? [];
  const next = (state: S): S[] =>
    states.includes(state)
      ? (Object.keys(table[state]) as E[]).flatMap((event) => [...targets(state, event)])
      : [];
  const reached = new Set<S>(initial);
  for (const state of reached) for (const target of next(state)) reached.add(target);
  const lost = states.filter((state) => !reached.has(state));
  const unknown = [...reached].filter((state) => !states.includes(state));
  if (lost.length || unknown.length) {
    throw new Error(`${name}: unreachable [${lost.join(', ')}], unknown [${unknown.join(', ')}]`);
  }
  return {
    initial,
    table,
    targets,
    states: () => states,
    isFinal: (state) => next(state).length === 0,
    can: (state, event, to) => targets(state, event).includes(to),
  };
}
