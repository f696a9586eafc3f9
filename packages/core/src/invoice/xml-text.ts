const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** What XML 1.0 cannot carry in any spelling: control characters but tab and line ends, halves of surrogate pairs, two non-characters. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** Whether XML can carry a text. */
export function isXmlText(text: string): boolean {
  return !UNSPEAKABLE.test(text);
}

/** A text as it stands in an element or an attribute. Throws on what XML cannot carry. */
export function xmlText(text: string): string {
  if (!isXmlText(text)) throw new RangeError(`a character that XML cannot carry in ${JSON.stringify(text)}`);
  return text.replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character);
}
