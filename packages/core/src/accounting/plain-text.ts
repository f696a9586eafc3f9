const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2026': '...',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2009': ' ',
  '\u0152': 'OE',
  '\u0153': 'oe',
  '\u0141': 'L',
  '\u0142': 'l',
  '\u0110': 'D',
  '\u0111': 'd',
  '\u20AC': 'EUR',
};

/** ISO 8859-15 where it differs from ISO 8859-1. */
const LATIN_9 = new Set('\u20AC\u0160\u0161\u017D\u017E\u0152\u0153\u0178');
const LATIN_9_LACKS = new Set('\u00A4\u00A6\u00A8\u00B4\u00B8\u00BC\u00BD\u00BE');

/** A text in one line, in characters an old alphabet of one byte has: what it lacks loses its accent, or becomes a question mark. */
export function plainText(text: string, alphabet: 'iso-8859-1' | 'iso-8859-15'): string {
  const has = (character: string) => {
    if (alphabet === 'iso-8859-15' && LATIN_9.has(character)) return true;
    const code = character.codePointAt(0) ?? 0;
    return (
      code >= 32 &&
      code !== 127 &&
      (code < 127 || (code >= 161 && code <= 255)) &&
      !(alphabet === 'iso-8859-15' && LATIN_9_LACKS.has(character))
    );
  };
  let plain = '';
  for (const character of oneLine(text.normalize('NFC'))) {
    if (has(character)) {
      plain += character;
      continue;
    }
    const bare = PLAIN[character] ?? character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
    plain += Array.from(bare).every((one) => has(one)) ? bare : '?';
  }
  return plain;
}

/** A text without what would end its field or its line. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trim();
}
