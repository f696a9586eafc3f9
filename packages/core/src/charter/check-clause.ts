import { isSamePart } from './canonical.ts';
import type { Clause } from './charter.ts';
import { checkText, type Tell } from './check-text.ts';
import { libraryClause } from './library/library.ts';
import { placeholdersOf } from './placeholders.ts';

/** A clause says the same in both languages as far as that can be seen, and its data says what its values say. */
export function checkClause(clause: Clause, path: string, tell: Tell): void {
  checkText(clause.title, `${path}.title`, tell);
  checkText(clause.text, `${path}.text`, tell);
  const [fr, en] = [placeholdersOf(clause.text.fr), placeholdersOf(clause.text.en)];
  const named = new Set([...fr, ...en]);
  for (const name of named) {
    if (!Object.hasOwn(clause.values, name)) tell('value_missing', `${path}.values.${name}`);
    else if (fr.includes(name) !== en.includes(name)) tell('value_in_one', `${path}.text.${fr.includes(name) ? 'en' : 'fr'}`);
  }
  for (const name of Object.keys(clause.values)) if (!named.has(name)) tell('value_unused', `${path}.values.${name}`);
  const entry = clause.from === null ? null : libraryClause(clause.from);
  if (entry !== null && !isSamePart(clause.terms, entry.termsOf(clause.values))) tell('terms_differ', `${path}.terms`);
}
