/**
 * Keeps the entries where every word of the query occurs somewhere in their words, whatever the case and the accents
 * (æ, ø and å are letters of their own: «a» does not find «å»). An empty query keeps all.
 */
export function searchServices<T>(entries: readonly T[], query: string, wordsOf: (entry: T) => string): T[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = fold(wordsOf(entry));
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return [...text.toLowerCase().normalize('NFC')].map(withoutAccent).join('');
}

function withoutAccent(letter: string): string {
  return letter === 'å' ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '');
}
