/** A row more, or one less; ids are those of the page: a group's `vare`, `vare[1].del`, and a row's `vare[1]`. */
export type RowChange = { kind: 'add'; groupId: string } | { kind: 'remove'; groupId: string; index: number };

/** What a pressed button asks for: `add-row:<group>` or `remove-row:<row>`; undefined for every other button. */
export function readRowChange(action: string): RowChange | undefined {
  const add = /^add-row:(.{1,300})$/.exec(action);
  if (add?.[1]) return { kind: 'add', groupId: add[1] };
  const remove = /^remove-row:(.{1,300})\[(\d{1,4})\]$/.exec(action);
  return remove?.[1] ? { kind: 'remove', groupId: remove[1], index: Number(remove[2]) } : undefined;
}
