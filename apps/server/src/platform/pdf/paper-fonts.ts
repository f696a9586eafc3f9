import { create, type Font, type GlyphRun } from 'fontkit';
import { readFileSync } from 'node:fs';

const addresses = {
  regular: () => import.meta.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: () => import.meta.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
} as const;

export type FontName = keyof typeof addresses;

/** A word set in a font: what pdfkit takes of a run of glyphs. It changes positions in place, so that each document is given its own. */
type SetWord = Pick<GlyphRun, 'glyphs' | 'positions' | 'advanceWidth'>;

interface OpenFont {
  readonly font: Font;
  readonly words: Map<string, SetWord>;
}

/** Documents say the same words over and over; names and numbers pass through. */
const MOST_WORDS = 4000;

const opened = new Map<FontName, OpenFont>();

/** A font of our documents. It is opened when the first needs it: to open one takes longer than to draw a page. */
function openFont(name: FontName): OpenFont {
  const known = opened.get(name) ?? { font: create(readFileSync(new URL(addresses[name]()))) as Font, words: new Map() };
  opened.set(name, known);
  return known;
}

/**
 * A font for one document. How a word is set is kept for the documents that follow, since that is half of the work of drawing; it depends on
 * the word alone, never on what was drawn before.
 */
export function fontFor(name: FontName): Font {
  const { font, words } = openFont(name);
  const layout = (text: string, ...rest: unknown[]): SetWord => {
    if (rest.some((one) => one !== undefined)) return setWord(font, text, ...rest);
    const known = words.get(text) ?? setWord(font, text);
    if (words.size >= MOST_WORDS) words.clear();
    words.set(text, known);
    return { ...known, positions: known.positions.map((position) => ({ ...position })) };
  };
  return Object.create(font, { layout: { value: layout }, _glyphs: { value: {} } }) as Font;
}

function setWord(font: Font, text: string, ...rest: unknown[]): SetWord {
  // A glyph remembers the character it was first made for, and a blank that breaks shares its glyph with one that does not: each word anew.
  Object.assign(font, { _glyphs: {} });
  const { glyphs, positions, advanceWidth } = (font.layout as (text: string, ...rest: unknown[]) => GlyphRun)(text, ...rest);
  return { glyphs, positions, advanceWidth };
}

/** Latin with its accents, which both fonts have. */
const PLAIN = /^[\n\u0020-\u007e\u00a0-\u017f\u2019\u20ac]*$/;

/** A text in the characters our fonts have: others become question marks, so that their absence is seen. Line ends stay. */
export function inOurFonts(text: string): string {
  if (PLAIN.test(text)) return text;
  const { font } = openFont('regular');
  return Array.from(text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\t\u202f]/g, '\u00a0'), (character) => {
    return character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : '?';
  }).join('');
}
