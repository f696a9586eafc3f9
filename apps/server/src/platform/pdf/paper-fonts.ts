import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';

const addresses = {
  regular: () => import.meta.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: () => import.meta.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
} as const;

const opened = new Map<string, Font>();

/** A font of our documents. It is opened when the first needs it: to open one takes longer than to draw a page. */
export function fontOf(name: keyof typeof addresses): Font {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const font = create(readFileSync(new URL(addresses[name]()))) as Font;
  opened.set(name, font);
  return font;
}

/** A text in the characters our fonts have: others become question marks, so that their absence is seen. Line ends stay. */
export function inOurFonts(text: string): string {
  const font = fontOf('regular');
  return Array.from(text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\t\u202f]/g, '\u00a0'), (character) => {
    return character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : '?';
  }).join('');
}
