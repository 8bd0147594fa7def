import type { FileKind } from './file-kind.ts';

/** Controls, what some file system or header gives a meaning, and what cannot be seen or turns the reading direction («gpj.exe»). */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
/** Names that Windows gives to devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
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
  const short = shorten(stem, maxLength) || 'vedlegg';
  return `${device.test(short.split('.')[0] ?? '') ? '_' : ''}${short}.${ending ?? kind.extension}`;
}

/** Counts characters as people do, so that a cut never leaves half of one. */
function shorten(text: string, length: number): string {
  return [...text].slice(0, length).join('').trim();
}
