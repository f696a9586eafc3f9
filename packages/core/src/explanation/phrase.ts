import type { Measure } from '../plan/plan.ts';
import type { Quantity } from './explanation.ts';
import type { Speaker } from './speaker.ts';
import type { KnownField, Words } from './texts.ts';

/** "€1,200.00", "1 sale", "12 sales". */
export function quantityText(quantity: Quantity, words: Words, say: Speaker): string {
  if ('currency' in quantity) return say.money(quantity);
  const { one, many } = words.counted[quantity.of];
  return `${quantity.count} ${quantity.count === '0' || quantity.count === '1' ? one : many}`;
}

/** The words for a field that a condition or an input names; the name itself when it has none. */
export function fieldText(field: string, words: Words): string {
  if (isKnown(field, words)) return words.fields[field];
  const [family, ...rest] = field.split('.');
  const key = rest.join('.');
  if (family === 'metadata') return words.metadata(key);
  if (family === 'milestone' && isMeasure(key, words)) return words.objectives[key];
  if (field.startsWith('partner.attributes.')) return words.attribute(rest.slice(1).join('.'));
  return field;
}

function isKnown(field: string, words: Words): field is KnownField {
  return Object.hasOwn(words.fields, field);
}

function isMeasure(name: string, words: Words): name is Measure {
  return Object.hasOwn(words.objectives, name);
}

export function fieldList(fields: readonly string[], words: Words): string {
  return fields.length === 0 ? '' : ` (${fields.map((field) => fieldText(field, words)).join(', ')})`;
}

/** With a full stop, unless it ends with one. */
export function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
