import { parse } from 'jsonc-parser';
import type { AppFolder } from '@/lib/services/import-altinn/app-files.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The JSON of a file as Altinn reads it, by a way of its own: what the importer reads is compared with it. */
export function jsonOf({ files }: AppFolder, path: string): Json {
  const text = files.find((file) => file.path === path)?.text ?? 'null';
  return parse(text.replace(/^\ufeff/, ''), [], { allowTrailingComma: true }) as Json;
}

export function objectsIn(json: Json): { [key: string]: Json }[] {
  if (Array.isArray(json)) return json.flatMap(objectsIn);
  if (json === null || typeof json !== 'object') return [];
  return [json, ...Object.values(json).flatMap(objectsIn)];
}

/** Every place in the JSON, as the keys that lead there. */
export function pathsIn(json: Json, path: (string | number)[] = []): (string | number)[][] {
  const inside = Array.isArray(json)
    ? json.flatMap((each, index) => pathsIn(each, [...path, index]))
    : json !== null && typeof json === 'object'
      ? Object.entries(json).flatMap(([key, each]) => pathsIn(each, [...path, key]))
      : [];
  return [path, ...inside];
}

/** The folder with one file written anew. */
export function withFile(folder: AppFolder, path: string, text: string): AppFolder {
  return { ...folder, files: folder.files.map((file) => (file.path === path ? { path, text } : file)) };
}
