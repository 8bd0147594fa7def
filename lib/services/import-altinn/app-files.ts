import { type JsonNode, parseJson } from './json-source.ts';
import type { Report } from './report.ts';

/** What lies in an app's folder. Paths are from the folder, with `/`. */
export interface AppFolder {
  files: readonly { path: string; text: string }[];
  /** Files that are there but were not opened (code, pictures) or could not be. */
  others: readonly { path: string; reason: 'notText' | 'tooLarge' | 'unreadable' }[];
}

/** The folder, keeping count of which files were read. */
export interface AppFiles {
  has(path: string): boolean;
  /** Marks the file as read; undefined when it is not there. */
  text(path: string): string | undefined;
  /** The same as JSON; broken files are told of in the report. */
  json(path: string): JsonNode | undefined;
  /** Paths right in a folder, that end so. */
  in(folder: string, suffix: string): string[];
  /** Names of the folders right in a folder. */
  folders(folder: string): string[];
  unread(): string[];
}

export function openFiles({ files }: AppFolder, report: Report): AppFiles {
  const byPath = new Map(files.map(({ path, text }) => [path, text]));
  const read = new Set<string>();
  const text = (path: string): string | undefined => {
    read.add(path);
    return byPath.get(path);
  };
  const below = (folder: string): string[] =>
    [...byPath.keys()]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1));
  return {
    has: (path) => byPath.has(path),
    text,
    json(path) {
      const content = text(path);
      if (content === undefined) return undefined;
      const node = parseJson(path, content, report);
      if (!node && !report.problems().some(({ file }) => file === path))
        report.problem({ file: path, line: 1 }, 'emptyFile');
      return node;
    },
    in: (folder, suffix) =>
      below(folder)
        .filter((rest) => !rest.includes('/') && rest.endsWith(suffix))
        .sort()
        .map((rest) => `${folder}/${rest}`),
    folders: (folder) =>
      [
        ...new Set(
          below(folder).flatMap((rest) => (rest.includes('/') ? [rest.slice(0, rest.indexOf('/'))] : [])),
        ),
      ].sort(),
    unread: () => [...byPath.keys()].filter((path) => !read.has(path)),
  };
}
