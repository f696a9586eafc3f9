import { takes, type Answers, type Form, type Item, type Questionnaire, type Words } from './questionnaire.ts';

export const questionnaireRules = [
  'empty',
  'too_many',
  'key_twice',
  'options',
  'range',
  'weight',
  'compare',
  'mirror',
  'condition',
  'text_missing',
] as const;
export type QuestionnaireRule = (typeof questionnaireRules)[number];

export interface QuestionnaireProblem {
  /** `items.3.mirror` */
  readonly path: string;
  readonly rule: QuestionnaireRule;
}

/** As many as two people can be asked to answer in good faith. */
export const mostItems = 200;

/** What keeps a questionnaire from being published; nothing when it can be. */
export function checkQuestionnaire({ items, name }: Questionnaire): QuestionnaireProblem[] {
  const problems: QuestionnaireProblem[] = [];
  if (isBlank(name)) problems.push({ path: 'name', rule: 'text_missing' });
  if (items.length === 0) problems.push({ path: 'items', rule: 'empty' });
  if (items.length > mostItems) problems.push({ path: 'items', rule: 'too_many' });
  const byKey = new Map<string, { item: Item; place: number }>();
  for (const [place, item] of items.entries()) {
    if (byKey.has(item.key)) problems.push({ path: `items.${place}.key`, rule: 'key_twice' });
    else byKey.set(item.key, { item, place });
  }
  for (const [place, item] of items.entries()) problems.push(...checkItem(item, place, byKey));
  return problems;
}

type Places = ReadonlyMap<string, { readonly item: Item; readonly place: number }>;

function checkItem(item: Item, place: number, byKey: Places): QuestionnaireProblem[] {
  const found: QuestionnaireProblem[] = [];
  const tell = (part: string, rule: QuestionnaireRule) => found.push({ path: `items.${place}.${part}`, rule });
  const { form, weight } = item;
  if (isBlank(item.text)) tell('text', 'text_missing');
  if (item.help !== undefined && isBlank(item.help)) tell('help', 'text_missing');
  for (const [part, words] of formWords(form)) if (isBlank(words)) tell(`form.${part}`, 'text_missing');
  if (form.kind === 'single' || form.kind === 'multiple') {
    const keys = new Set(form.options.map(({ key }) => key));
    if (form.options.length < 2 || keys.size < form.options.length) tell('form.options', 'options');
    if (form.options.some(({ text }) => isBlank(text))) tell('form.options', 'text_missing');
  }
  if (form.kind === 'number' && !(form.min < form.max && form.tolerance > 0)) tell('form', 'range');
  if (!Number.isInteger(weight) || weight < 0 || weight > 10) tell('weight', 'weight');
  if (!suits(item)) tell('compare', 'compare');
  if (item.compare === 'cover' && !mirrors(item, byKey)) tell('mirror', 'mirror');
  if (item.when !== undefined && !canShow(item.when, place, byKey)) tell('when', 'condition');
  return found;
}

/** The words of a form but for its options. A unit may be left out, then in both languages. */
function formWords(form: Form): readonly (readonly [part: string, words: Words])[] {
  if (form.kind === 'scale')
    return [
      ['low', form.low],
      ['high', form.high],
    ];
  if (form.kind !== 'number') return [];
  const units = [
    ['unit', form.unit],
    ['one', form.one ?? form.unit],
  ] as const;
  return units.filter(([, { en, fr }]) => en.trim() !== '' || fr.trim() !== '');
}

function isBlank({ en, fr }: { readonly en: string; readonly fr: string }): boolean {
  return en.trim() === '' || fr.trim() === '';
}

function suits({ form: { kind }, compare, weight }: Item): boolean {
  if (compare === 'none') return weight === 0;
  if (kind === 'text') return false;
  if (compare === 'close') return kind === 'single' || kind === 'scale' || kind === 'number';
  if (compare === 'complement') return kind === 'single' || kind === 'multiple';
  if (compare === 'cover') return kind === 'multiple' || kind === 'scale' || kind === 'number';
  return kind !== 'number';
}

/** Its mirror is another item, asked in the same form, and only shown beside this one. */
function mirrors({ key, mirror, form }: Item, byKey: Places): boolean {
  const other = mirror === undefined ? undefined : byKey.get(mirror)?.item;
  if (other === undefined || other.key === key || other.compare !== 'none' || other.form.kind !== form.kind) return false;
  if (form.kind !== 'multiple' || other.form.kind !== 'multiple') return true;
  const offered = new Set(other.form.options.map((option) => option.key));
  return form.options.every((option) => offered.has(option.key));
}

/** A condition looks back, at an item that has such answers. */
function canShow(when: NonNullable<Item['when']>, place: number, byKey: Places): boolean {
  const asked = byKey.get(when.item);
  if (asked === undefined || asked.place >= place || when.is.length === 0) return false;
  const { form } = asked.item;
  if (form.kind === 'single' || form.kind === 'multiple')
    return when.is.every((word) => form.options.some(({ key }) => key === word));
  if (form.kind === 'yes_no') return when.is.every((word) => word === 'true' || word === 'false');
  return form.kind === 'scale' && when.is.every((word) => takes(form, Number(word)));
}

/** Keys whose answer the questionnaire does not take. */
export function wrongAnswers({ items }: Questionnaire, answers: Answers): string[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  return Object.entries(answers)
    .filter(([key, answer]) => {
      const item = byKey.get(key);
      return item === undefined || !takes(item.form, answer);
    })
    .map(([key]) => key);
}
