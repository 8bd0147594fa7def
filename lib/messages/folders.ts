/** Where a message lies; «in progress» is no folder, it lists cases. */
export const folders = ['inbox', 'archive', 'trash'] as const;
export type Folder = (typeof folders)[number];

/** Narrows anything that came from outside. */
export function asFolder(value: unknown): Folder | undefined {
  return folders.find((folder) => folder === value);
}
