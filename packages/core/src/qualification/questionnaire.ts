import type { PartnerKind } from '../plan/index.ts';

/** A text in the two languages of the product, which are equal. */
export interface Words {
  readonly en: string;
  readonly fr: string;
}

export const dimensions = [
  'goals',
  'pace',
  'risk',
  'decision',
  'information',
  'complementarity',
  'values',
  'capacity',
  'exit',
] as const;
/** What an item is about. */
export type Dimension = (typeof dimensions)[number];

export const clauseKinds = [
  'objectives',
  'duration',
  'notice',
  'exclusivity',
  'payment',
  'meeting',
  'review',
  'decision',
  'escalation',
  'mediation',
  'confidentiality',
  'personal_data',
  'training',
  'lead_registration',
  'liability',
  'compliance',
  'non_compete',
  'run_off',
  'exit',
] as const;
/** Kinds of clauses of the catalogue of charters that a difference may lead to. */
export type ClauseKind = (typeof clauseKinds)[number];

export interface Option {
  readonly key: string;
  readonly text: Words;
}

/** How an item is answered. The options of a `single` item are in order where the item is compared as `close`. */
export type Form =
  | { readonly kind: 'single' | 'multiple'; readonly options: readonly Option[] }
  | { readonly kind: 'scale'; readonly low: Words; readonly high: Words }
  | {
      readonly kind: 'number';
      readonly unit: Words;
      /** The unit as it is told of one; as it is told of several where it is left out. */
      readonly one?: Words | undefined;
      readonly min: number;
      readonly max: number;
      readonly tolerance: number;
    }
  | { readonly kind: 'yes_no' }
  | { readonly kind: 'text' };

/**
 * How two answers are judged: `same` (the same word), `close` (the nearer the better), `complement` (together they cover more),
 * `cover` (what one side wants is offered by the other in the mirrored item), `none` (only shown side by side).
 */
export const comparisons = ['same', 'close', 'complement', 'cover', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

export interface Item {
  readonly key: string;
  readonly dimension: Dimension;
  readonly text: Words;
  readonly help?: Words;
  readonly form: Form;
  /** 0 to 10; an item of weight 0 is talked about and not scored. */
  readonly weight: number;
  readonly compare: Comparison;
  /** Of `cover`: the item in which the other side says what it offers. */
  readonly mirror?: string;
  /** Shown to a side only once it has given one of these answers to an earlier item. */
  readonly when?: { readonly item: string; readonly is: readonly string[] };
  readonly clauses: readonly ClauseKind[];
}

/** A version of a questionnaire: once published it never changes. */
export interface Questionnaire {
  readonly name: Words;
  /** For these kinds of partners; for all where it names none. */
  readonly kinds: readonly PartnerKind[];
  readonly items: readonly Item[];
}

/** What was answered to an item: an option, several, 1 to 5, a number, yes or no, a text. */
export type Answer = string | readonly string[] | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;

/** Whether an answer is one that the item takes. */
export function takes(form: Form, answer: Answer): boolean {
  switch (form.kind) {
    case 'single':
      return typeof answer === 'string' && form.options.some(({ key }) => key === answer);
    case 'multiple':
      return isList(answer) && new Set(answer).size === answer.length && answer.every((key) => hasOption(form.options, key));
    case 'scale':
      return typeof answer === 'number' && Number.isInteger(answer) && answer >= 1 && answer <= 5;
    case 'number':
      return typeof answer === 'number' && Number.isFinite(answer) && answer >= form.min && answer <= form.max;
    case 'yes_no':
      return typeof answer === 'boolean';
    case 'text':
      return typeof answer === 'string' && answer.trim() !== '' && answer.length <= MOST_CHARACTERS;
  }
}

const MOST_CHARACTERS = 4000;

function isList(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer);
}

function hasOption(options: readonly Option[], wanted: string): boolean {
  return options.some(({ key }) => key === wanted);
}

/** An answer as conditions name it. */
export function wordsOf(answer: Answer): readonly string[] {
  return isList(answer) ? answer : [String(answer)];
}
