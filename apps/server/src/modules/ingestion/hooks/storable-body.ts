/** NUL, and halves of characters, which only ever come escaped: a text column holds neither. */
const unstorable = /\\u(?:0000|[dD][89a-fA-F][0-9a-fA-F]{2})/;

/**
 * The body of an event as it can be kept and read back. A payment system is not refused for a stray character in a product's
 * name: the sale counts, the character goes. Throws SyntaxError when it is no JSON at all.
 */
export function storableBody(body: string): string {
  const parsed: unknown = JSON.parse(body);
  return unstorable.test(body) ? JSON.stringify(withStorableTexts(parsed)) : body;
}

function withStorableTexts(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(withStorableTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storableText(key), withStorableTexts(part)]));
}

function storableText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
