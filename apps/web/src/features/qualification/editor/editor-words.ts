import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Questionnaire } from '../qualification.queries.ts';
import type { Comparison, FormKind } from './item-changes.ts';

type Words<Key extends string> = Readonly<Record<Key, MessageDescriptor>>;

export const formKindWords: Words<FormKind> = {
  single: msg`One answer of a list`,
  multiple: msg`Several answers of a list`,
  scale: msg`Scale from 1 to 5`,
  number: msg`A number`,
  yes_no: msg`Yes or no`,
  text: msg`Free text`,
};

export const comparisonWords: Words<Comparison> = {
  same: msg`The same answer is best`,
  close: msg`The nearer, the better`,
  complement: msg`The more they cover together, the better`,
  cover: msg`What one side wants, the other offers`,
  none: msg`Only shown side by side`,
};

export const problemWords: Words<Questionnaire['problems'][number]['rule']> = {
  empty: msg`Add a question.`,
  too_many: msg`At most 200 questions.`,
  key_twice: msg`Another question has this key.`,
  options: msg`Give two answers or more, each once.`,
  range: msg`The least must be below the most, and the tolerance above zero.`,
  weight: msg`A weight goes from 0 to 10.`,
  compare: msg`These answers cannot be compared so.`,
  mirror: msg`Name the question in which the other side says what it offers.`,
  condition: msg`The condition names an earlier question and answers it has.`,
  text_missing: msg`Write it in both languages.`,
};
