import { isUuid } from './ids.ts';

/** The last row of a page of a list that is sorted by time, newest first, then by id: the next page begins after it. */
export interface Cursor {
  createdAt: Date;
  id: string;
}

/** For a URL: nothing in it is secret, and one that was tampered with only begins the list elsewhere. */
export function writeCursor({ createdAt, id }: Cursor): string {
  return `${createdAt.getTime()}_${id}`;
}

/** Undefined for anything that `writeCursor` has not written; `isId` is what ids of the list look like. */
export function readCursor(value: unknown, isId: (id: string) => boolean = isUuid): Cursor | undefined {
  const match = typeof value === 'string' ? /^(\d{1,14})_(.{1,60})$/.exec(value) : null;
  const [, time, id] = match ?? [];
  return time && id && isId(id) ? { createdAt: new Date(Number(time)), id } : undefined;
}
