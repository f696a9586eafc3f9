import type { Span } from '../deadline/index.ts';
import type { PaymentReading } from '../deadline/index.ts';
import type { Language } from '../language/index.ts';
import type { LocalDate } from '../time/index.ts';

export type GuardText = Readonly<Record<Language, string>>;

export const answerKinds = ['yes_no', 'date', 'number', 'amount', 'choice'] as const;
/** `amount`: in minor units of the set's currency. */
export type AnswerKind = (typeof answerKinds)[number];

export interface Question {
  readonly key: string;
  readonly kind: AnswerKind;
  readonly text: GuardText;
  readonly help?: GuardText | undefined;
  readonly choices?: readonly { readonly key: string; readonly label: GuardText }[] | undefined;
}

export type Answer = boolean | number | string;
/** What is known of a case, by question; null or left out is unknown. */
export type Answers = Readonly<Record<string, Answer | null>>;

/** A condition as data. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** At least so many of them. */
  | { readonly atLeast: number; readonly of: readonly Condition[] }
  /** The answer is one of these. */
  | { readonly is: string; readonly oneOf: readonly Answer[] }
  /** The answer is a number, and is within. */
  | { readonly number: string; readonly min?: number | undefined; readonly max?: number | undefined }
  /** The first day is not after the second. */
  | { readonly day: DayOf; readonly notAfter: DayOf };

/** A day as data: today, an answer, or what follows from another day. */
export type DayOf =
  | { readonly day: 'today' }
  | { readonly answer: string }
  | { readonly after: DayOf; readonly span: Span }
  | { readonly quarterCommission: DayOf }
  | { readonly payment: DayOf; readonly days: number; readonly reading: PaymentReading }
  | {
      readonly noticeFrom: DayOf;
      readonly startsOn: DayOf;
      readonly steps: readonly { readonly fromYear: number; readonly months: number }[];
      readonly endsAtMonthEnd: boolean;
    };

export const severities = ['stop', 'warn', 'inform'] as const;
/** `stop`: do not go on without an answer to it; `warn`: a risk; `inform`: a day or a right to know of. */
export type Severity = (typeof severities)[number];

export interface GuardRule {
  readonly code: string;
  readonly topic: GuardText;
  readonly severity: Severity;
  /** What the rule asks, in a sentence. */
  readonly rule: GuardText;
  /** What to do where it is not respected. */
  readonly advice: GuardText;
  readonly source: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** Whether the rule concerns a case. */
  readonly concerns: Condition;
  /** Whether a case that it concerns respects it. */
  readonly asks: Condition;
  /** Days that follow from the case. */
  readonly days: readonly { readonly key: string; readonly label: GuardText; readonly on: DayOf }[];
}

export interface GuardSet {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly currency: string;
  readonly questions: readonly Question[];
  readonly rules: readonly GuardRule[];
}

export type SetRule = 'guard_unique' | 'guard_question' | 'guard_kind' | 'guard_choice' | 'guard_days' | 'guard_depth';

export interface SetFault {
  /** `rules[2].asks` */
  readonly path: string;
  readonly rule: SetRule;
}

const deepest = 12;

/** Everything that is wrong with a set by itself; empty: it can be used. */
export function setFaults(set: GuardSet): SetFault[] {
  const faults: SetFault[] = [];
  const questions = new Map<string, Question>();
  set.questions.forEach((question, index) => {
    if (questions.has(question.key)) faults.push({ path: `questions[${index}].key`, rule: 'guard_unique' });
    if ((question.kind === 'choice') !== (question.choices !== undefined && question.choices.length > 1)) {
      faults.push({ path: `questions[${index}].choices`, rule: 'guard_choice' });
    }
    questions.set(question.key, question);
  });
  const codes = new Set<string>();
  set.rules.forEach((rule, index) => {
    const path = `rules[${index}]`;
    if (codes.has(rule.code)) faults.push({ path: `${path}.code`, rule: 'guard_unique' });
    codes.add(rule.code);
    if (rule.validTo !== null && rule.validTo < rule.validFrom) faults.push({ path: `${path}.validTo`, rule: 'guard_days' });
    for (const part of ['concerns', 'asks'] as const) {
      for (const fault of conditionFaults(rule[part], questions, 0)) faults.push({ path: `${path}.${part}`, rule: fault });
    }
    rule.days.forEach((day, at) => {
      for (const fault of dayFaults(day.on, questions, 0)) faults.push({ path: `${path}.days[${at}].on`, rule: fault });
    });
  });
  return faults;
}

type Questions = ReadonlyMap<string, Question>;

function conditionFaults(condition: Condition, questions: Questions, depth: number): SetRule[] {
  if (depth > deepest) return ['guard_depth'];
  const inside = (one: Condition) => conditionFaults(one, questions, depth + 1);
  if ('all' in condition) return condition.all.flatMap(inside);
  if ('any' in condition) return condition.any.flatMap(inside);
  if ('not' in condition) return inside(condition.not);
  if ('of' in condition) return condition.of.flatMap(inside);
  if ('number' in condition) return askedAs(questions, condition.number, ['number', 'amount']);
  if ('notAfter' in condition) {
    return [condition.day, condition.notAfter].flatMap((day) => dayFaults(day, questions, depth + 1));
  }
  const question = questions.get(condition.is);
  if (question === undefined) return ['guard_question'];
  const known = question.choices?.map(({ key }) => key);
  return known !== undefined && !condition.oneOf.every((answer) => known.includes(String(answer))) ? ['guard_choice'] : [];
}

function dayFaults(day: DayOf, questions: Questions, depth: number): SetRule[] {
  if (depth > deepest) return ['guard_depth'];
  if ('day' in day) return [];
  if ('answer' in day) return askedAs(questions, day.answer, ['date']);
  if ('after' in day) return dayFaults(day.after, questions, depth + 1);
  if ('quarterCommission' in day) return dayFaults(day.quarterCommission, questions, depth + 1);
  if ('payment' in day) return dayFaults(day.payment, questions, depth + 1);
  return [day.noticeFrom, day.startsOn].flatMap((one) => dayFaults(one, questions, depth + 1));
}

function askedAs(questions: Questions, key: string, kinds: readonly AnswerKind[]): SetRule[] {
  const question = questions.get(key);
  if (question === undefined) return ['guard_question'];
  return kinds.includes(question.kind) ? [] : ['guard_kind'];
}
