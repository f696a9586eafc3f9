import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { OwnKind, Repeat } from './own-terms.ts';

type Words<Key extends string> = Readonly<Record<Key, MessageDescriptor>>;

export const dutyKindWords: Words<OwnKind> = {
  document: msg`A document to hand in`,
  payment: msg`A payment`,
  meeting: msg`A meeting`,
  review: msg`A review`,
  training: msg`A training`,
  confidentiality: msg`Confidentiality after the end`,
  non_compete: msg`Non-compete after the end`,
  other: msg`Something else with a day`,
};

export const ownerWords: Words<'company' | 'partner' | 'both'> = {
  company: msg`Company`,
  partner: msg`Partner`,
  both: msg`Both`,
};

export const repeatWords: Words<Repeat> = {
  once: msg`Once`,
  month: msg`Every month`,
  quarter: msg`Every quarter`,
  half_year: msg`Every six months`,
  year: msg`Every year`,
};

export const readingWords: Words<'net' | 'days_then_month_end' | 'month_end_then_days'> = {
  net: msg`From the day of the invoice`,
  days_then_month_end: msg`The days, then the end of that month`,
  month_end_then_days: msg`The end of the month, then the days`,
};

export const proofWords: Words<'none' | 'statement' | 'document' | 'link' | 'payment'> = {
  none: msg`None: kept as long as nobody says otherwise`,
  statement: msg`A few words`,
  document: msg`A document`,
  link: msg`A link`,
  payment: msg`A payment`,
};
