/** The terminal's language for one of ours: `nb`, `nn` and everything unknown are `no_NO`, `en` is `en_GB`. */
export function terminalLanguage(language: string): string {
  return /^en\b/i.test(language) ? 'en_GB' : 'no_NO';
}
