import type { Item } from '../qualification.queries.ts';

export type Form = Item['form'];
export type FormKind = Form['kind'];
export type Comparison = Item['compare'];
type Choices = Extract<Form, { kind: 'single' | 'multiple' }>;

export const formKinds = ['single', 'multiple', 'scale', 'number', 'yes_no', 'text'] as const satisfies readonly FormKind[];

/** How answers of a kind can be judged; the first is taken when the kind changes. As `checkQuestionnaire` of core asks it. */
export const suiting: Readonly<Record<FormKind, readonly Comparison[]>> = {
  single: ['same', 'close', 'complement', 'none'],
  multiple: ['same', 'complement', 'cover', 'none'],
  scale: ['close', 'same', 'cover', 'none'],
  number: ['close', 'cover', 'none'],
  yes_no: ['same', 'none'],
  text: ['none'],
};

const nothing = { en: '', fr: '' };

function emptyForm(kind: FormKind, before: Form): Form {
  switch (kind) {
    case 'single':
    case 'multiple':
      return { kind, options: 'options' in before ? before.options : [option([]), option(['option_1'])] };
    case 'scale':
      return { kind, low: { en: 'Not at all', fr: 'Pas du tout' }, high: { en: 'Entirely', fr: 'Tout à fait' } };
    case 'number':
      return { kind, unit: { en: 'days', fr: 'jours' }, one: { en: 'day', fr: 'jour' }, min: 0, max: 100, tolerance: 10 };
    case 'yes_no':
    case 'text':
      return { kind };
  }
}

function option(taken: readonly string[]): Choices['options'][number] {
  return { key: freeKey('option', taken), text: nothing };
}

/** `word_1`, or the next number that nobody has. */
export function freeKey(word: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!taken.includes(`${word}_${number}`)) return `${word}_${number}`;
}

/** The same question answered in another form: judged as that form can be. */
export function withKind(item: Item, kind: FormKind): Item {
  const form = emptyForm(kind, item.form);
  const compare = suiting[kind].includes(item.compare) ? item.compare : (suiting[kind][0] ?? 'none');
  return withComparison({ ...item, form }, compare);
}

/** Judged otherwise: what is only shown weighs nothing, and only a wish has a mirror. */
export function withComparison(item: Item, compare: Comparison): Item {
  const { mirror, ...rest } = item;
  const weight = compare === 'none' ? 0 : item.compare === 'none' || item.weight === 0 ? 5 : item.weight;
  return { ...rest, compare, weight, ...(compare === 'cover' && mirror !== undefined ? { mirror } : {}) };
}

export function withOption(form: Choices): Choices {
  return { ...form, options: [...form.options, option(form.options.map(({ key }) => key))] };
}

/** A question of one's own, yes or no until it is said otherwise. */
export function newItem(items: readonly Item[], dimension: Item['dimension']): Item {
  const taken = items.map(({ key }) => key);
  const text = nothing;
  return {
    key: freeKey(`${dimension}.own`, taken),
    dimension,
    text,
    form: { kind: 'yes_no' },
    weight: 5,
    compare: 'same',
    clauses: [],
  };
}

/** A new one stands after the last of its subject, or at the end. */
export function placeOf(items: readonly Item[], dimension: Item['dimension']): number {
  const last = items.findLastIndex((item) => item.dimension === dimension);
  return last === -1 ? items.length : last + 1;
}

/** The same list with one thing moved by so many places; unchanged at its ends. */
export function moved<Thing>(list: readonly Thing[], place: number, by: number): Thing[] {
  const to = place + by;
  const thing = list[place];
  if (thing === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(place, 1).toSpliced(to, 0, thing);
}

/** Items whose answers decide whether a later one is asked, with the answers they have. */
export function conditionsBefore(items: readonly Item[], place: number): readonly Item[] {
  return items.slice(0, place).filter(({ form }) => form.kind !== 'number' && form.kind !== 'text');
}

/** The items in which the other side can say what it offers: of the same form, and only shown. */
export function mirrorsOf(items: readonly Item[], { key, form }: Item): readonly Item[] {
  return items.filter((other) => other.key !== key && other.compare === 'none' && other.form.kind === form.kind);
}
