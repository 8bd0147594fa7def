/** What strangers and accidents put into a control, by name: the sorts that have broken forms elsewhere. */
export const naughty = {
  html: '<script>alert(1)</script>',
  attribute: '"><img src=x onerror=alert(1)>',
  entity: '&lt;b&gt; &amp; &#x27;',
  template: '{label} {{7*7}} %s %n',
  sql: "'; drop table submission; --",
  prototype: '__proto__',
  emoji: '👩‍👩‍👧‍👦 🇳🇴 👍🏽',
  combining: 'Ka\u030ari Z\u0351\u036bA\u0334L\u0321GO',
  bidi: '\u202egpj.exe\u202c \u2066x\u2069 שלום',
  invisible: 'a\u200bb\u00adc\ufeffd',
  fullWidth: '１２３４５６７８９',
  arabicDigits: '١٢٣٤٥٦٧٨٩',
  exponent: '1e309',
  infinity: 'Infinity',
  negativeZero: '-0',
  hex: '0x1F',
  manyDigits: '9'.repeat(400),
  blanks: ' \t\u00a0\u2003 ',
  lines: 'a\r\nb\rc\u2028d',
  nul: 'a\u0000b',
  control: 'a\u0007\u001bb\u007f',
  loneSurrogate: 'a\ud800b\udfff',
  replacement: 'a\ufffdb',
  long: 'å'.repeat(10_000),
  tooLongForAnything: 'x'.repeat(10_001),
  brackets: '(((((((((((((((((((',
} as const;

export type Naughty = keyof typeof naughty;
export const naughtyNames = Object.keys(naughty) as Naughty[];
