import type { FileKind } from './sniff-file.ts';

/** Controls, what some file system or header gives a meaning, and marks that turn the reading direction («gpj.exe»). */
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff<>:"/\\|?*]/g;
const loneSurrogate = /\p{Cs}/gu;
const maxLength = 100;

/** A name to store and show: no path, nothing active, at most 100 characters, and an ending that tells what the content is. */
export function safeFilename(given: string, kind: Pick<FileKind, 'extension' | 'alsoExtensions'>): string {
  const base = given.split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .replace(loneSurrogate, '\ufffd')
    .normalize('NFC')
    .replace(unsafe, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const endings: readonly string[] = [kind.extension, ...kind.alsoExtensions];
  const ending = endings.find((each) => clean.toLowerCase().endsWith(`.${each}`));
  const stem = ending ? clean.slice(0, -ending.length - 1) : clean;
  return `${shorten(stem, maxLength) || 'vedlegg'}.${ending ?? kind.extension}`;
}

/** Counts characters as people do, so that a cut never leaves half of one. */
function shorten(text: string, length: number): string {
  return [...text].slice(0, length).join('').trim();
}
