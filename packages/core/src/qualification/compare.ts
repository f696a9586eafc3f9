import { takes, type Answer, type Form, type Item } from './questionnaire.ts';

/** In hundredths of a percent: 10 000 is a full fit. */
export const FULL = 10_000;

/** Between what and what a value lies; both the same once everything is known. */
export interface Span {
  readonly worst: number;
  readonly best: number;
}

const anything: Span = { worst: 0, best: FULL };

/**
 * How well two answers to an item fit. An answer that is not there may still be any: the span holds every value that it could bring.
 */
export function fit(item: Item, left: Answer | undefined, right: Answer | undefined): Span {
  if (left !== undefined && right !== undefined) return point(valueOf(item, left, right));
  const known = left ?? right;
  if (known === undefined) return anything;
  return around(
    possible(item.form, known).map((other) => (left === undefined ? valueOf(item, other, known) : valueOf(item, known, other))),
  );
}

function point(value: number): Span {
  return { worst: value, best: value };
}

function around(values: readonly number[]): Span {
  return values.length === 0 ? anything : { worst: Math.min(...values), best: Math.max(...values) };
}

/** Answers that bring the extremes of what the other side could say. */
function possible(form: Form, known: Answer): Answer[] {
  switch (form.kind) {
    case 'single':
      return form.options.map(({ key }) => key);
    case 'multiple': {
      const keys = form.options.map(({ key }) => key);
      const named = Array.isArray(known) ? (known as readonly string[]) : [];
      return [keys, named, keys.filter((key) => !named.includes(key)), [], ...keys.map((key) => [key])];
    }
    case 'scale':
      return [1, 2, 3, 4, 5];
    case 'number':
      return [form.min, form.max, ...(takes(form, known) ? [known] : [])];
    case 'yes_no':
      return [true, false];
    case 'text':
      return [];
  }
}

/** `left` is what one side wants where the item is compared as `cover`; otherwise the two may change places. */
export function valueOf({ form, compare }: Pick<Item, 'form' | 'compare'>, left: Answer, right: Answer): number {
  if (form.kind === 'multiple') return ofLists(compare, form.options.length, listOf(left), listOf(right));
  if (form.kind === 'scale') return ofNumbers(compare, Number(left), Number(right), 4);
  if (form.kind === 'number') return ofNumbers(compare, Number(left), Number(right), form.tolerance);
  if (form.kind === 'single' && compare === 'close') {
    const place = (answer: Answer) => form.options.findIndex(({ key }) => key === answer);
    return ofNumbers('close', place(left), place(right), form.options.length - 1);
  }
  const isSame = left === right;
  return isSame === (compare !== 'complement') ? FULL : 0;
}

function listOf(answer: Answer): readonly string[] {
  return Array.isArray(answer) ? (answer as readonly string[]) : [];
}

function ofLists(compare: Item['compare'], options: number, left: readonly string[], right: readonly string[]): number {
  const shared = left.filter((key) => right.includes(key)).length;
  const union = left.length + right.length - shared;
  if (compare === 'complement') return part(union, options);
  if (compare === 'cover') return left.length === 0 ? FULL : part(shared, left.length);
  return union === 0 ? FULL : part(shared, union);
}

function ofNumbers(compare: Item['compare'], left: number, right: number, tolerance: number): number {
  if (compare === 'same') return left === right ? FULL : 0;
  const gap = compare === 'cover' ? Math.max(0, left - right) : Math.abs(left - right);
  return Math.max(0, FULL - Math.ceil((FULL * gap) / tolerance));
}

function part(some: number, all: number): number {
  return Math.floor((FULL * some) / all);
}
