import type { Language } from '../language/index.ts';
import type { Clause } from './charter.ts';

const placeholder = /\{([a-z][a-zA-Z]*)\}/gu;

/** The names in braces of a text, each once, in order. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? ''))];
}

/** The text of a clause with its values in place; a name without a value stays as it is, for people to see. */
export function clauseText({ text, values }: Pick<Clause, 'text' | 'values'>, language: Language): string {
  return text[language].replaceAll(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? spoken(values[name], language) : whole,
  );
}

function spoken(value: number | string | undefined, language: Language): string {
  if (typeof value !== 'number') return value ?? '';
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(value);
}
