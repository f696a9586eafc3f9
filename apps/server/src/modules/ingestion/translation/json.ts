import type { Bilingual } from '@cordee/contract/language';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A payload that does not have the shape its sender documents: where, and what was expected there. */
export class TranslationFault extends Error {
  override readonly name = 'TranslationFault';
  readonly path: string;
  readonly sentence: Bilingual;

  constructor(path: string, sentence: Bilingual) {
    super(`${path}: ${sentence.en}`);
    this.path = path;
    this.sentence = sentence;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a name; null when there is none. */
export function objectAt(parent: JsonObject | null, name: string): JsonObject | null {
  const value = parent?.[name];
  return isObject(value) ? value : null;
}

/** The objects of a list, whether bare or in Stripe's `{data: []}`; empty when there is none. */
export function listAt(parent: JsonObject | null, name: string): readonly JsonObject[] {
  const value = parent?.[name];
  const items = isObject(value) ? value['data'] : value;
  return Array.isArray(items) ? items.filter(isObject) : [];
}

/** A text that says something; null otherwise. */
export function textAt(parent: JsonObject | null, name: string): string | null {
  const value = parent?.[name];
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** An id given as text, as a number, or as the whole object it names. */
export function idAt(parent: JsonObject | null, name: string): string | null {
  const value = parent?.[name];
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  if (isObject(value)) return idAt(value, 'id');
  return textAt(parent, name);
}

export function mustId(parent: JsonObject, name: string): string {
  const id = idAt(parent, name);
  if (id === null) throw new TranslationFault(`/${name}`, { en: 'An id is missing.', fr: 'Il manque un identifiant.' });
  return id;
}

/** An integer that JSON carries exactly; null when absent. Refuses anything else. */
export function integerAt(parent: JsonObject | null, name: string): number | null {
  const value = parent?.[name];
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new TranslationFault(`/${name}`, { en: 'An exact integer is expected.', fr: 'Un entier exact est attendu.' });
}

export function mustInteger(parent: JsonObject, name: string): number {
  const value = integerAt(parent, name);
  if (value === null) throw new TranslationFault(`/${name}`, { en: 'An integer is missing.', fr: 'Il manque un entier.' });
  return value;
}

/** Whether a flag is set. */
export function flagAt(parent: JsonObject | null, name: string): boolean {
  return parent?.[name] === true;
}
