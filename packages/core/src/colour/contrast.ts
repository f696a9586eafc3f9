/** A colour as `#rrggbb`. */
export type Colour = string;

const COLOUR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). Throws on what is no colour. */
export function contrastRatio(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** White or black, whichever is read better on the colour: 4.5 to 1 or better on any. Throws on what is no colour. */
export function textOn(colour: Colour): '#ffffff' | '#000000' {
  return contrastRatio(colour, '#ffffff') >= contrastRatio(colour, '#000000') ? '#ffffff' : '#000000';
}

function luminance(colour: Colour): number {
  const match = COLOUR.exec(colour);
  if (match === null) throw new RangeError(`not a colour: ${JSON.stringify(colour)}`);
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => linear(Number.parseInt(part, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
