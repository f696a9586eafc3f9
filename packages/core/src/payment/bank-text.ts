/** What every bank of the SEPA takes, by the EPC's guidelines. */
const SAFE = /^[A-Za-z0-9/?:().,'+ -]*$/;

/** Letters that are no letter with an accent. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Þ: 'TH',
  þ: 'th',
  ı: 'i',
  Ħ: 'H',
  ħ: 'h',
  '&': '+',
  '@': '(at)',
  _: '-',
  '–': '-',
  '—': '-',
  '‑': '-',
  '’': "'",
  '‘': "'",
  '`': "'",
  '"': "'",
  '“': "'",
  '”': "'",
  '«': "'",
  '»': "'",
  '€': 'EUR',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  ';': ',',
  '*': '.',
  '#': '.',
  '|': '/',
  '\\': '/',
};

/** Whether a text needs no spelling. */
export function isBankText(text: string): boolean {
  return SAFE.test(text);
}

/**
 * A text in the characters every bank takes: accents are left away, other letters spelled, blanks made one. What cannot be spelled
 * becomes a point, so that its absence is seen; scripts other than Latin therefore need a Latin name to be given.
 */
export function bankText(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  const spelled = Array.from(plain, (character) => SPELLED[character] ?? character).join('');
  const safe = Array.from(spelled.replace(/\s+/gu, ' '), (character) => (SAFE.test(character) ? character : '.')).join('');
  return safe.trim();
}

/** As `bankText`, cut at a length; never cut in a blank's favour: no blank at the end. */
export function bankTextOf(text: string, length: number): string {
  return bankText(text).slice(0, length).trimEnd();
}
