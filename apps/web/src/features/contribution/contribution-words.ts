import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Contribution, Kind, OwnKind } from './contribution.queries.ts';

export const kindWords: Readonly<Record<Kind, MessageDescriptor>> = {
  deal: msg`Deal`,
  introduction: msg`Introduction`,
  lead: msg`Lead`,
  contribution: msg`Work contributed`,
  agreement: msg`Agreed split`,
};

/** What each is for, said where one chooses. */
export const kindHints: Readonly<Record<OwnKind, MessageDescriptor>> = {
  deal: msg`A customer you are about to win: registered first, it is yours until its date.`,
  introduction: msg`You put the company in touch with a customer.`,
  lead: msg`Somebody who agreed that the company contacts them.`,
  contribution: msg`Work you did for a customer: content, meetings, support.`,
};

export const stateWords: Readonly<Record<Contribution['state'], MessageDescriptor>> = {
  waiting: msg`Waiting for the company`,
  confirmed: msg`Confirmed`,
  refused: msg`Refused`,
  withdrawn: msg`Withdrawn`,
  expired: msg`Expired`,
};

/** The same, as the company reads it. */
export const companyStateWords = { ...stateWords, waiting: msg`To be decided` };

/** What each is for, said to the company that declares it for a partner. */
export const companyKindHints: Readonly<Record<Kind, MessageDescriptor>> = {
  deal: msg`A customer the partner is about to win: registered first, it counts for the partner until its date.`,
  introduction: msg`The partner put you in touch with a customer.`,
  lead: msg`Somebody who agreed that you contact them.`,
  contribution: msg`Work the partner did for a customer: content, meetings, support.`,
  agreement: msg`How partners share what a customer, or one sale, brings: before every other rule.`,
};

export const stateTones: Readonly<Record<Contribution['state'], 'good' | 'wait' | 'bad' | 'calm'>> = {
  waiting: 'wait',
  confirmed: 'good',
  refused: 'bad',
  withdrawn: 'calm',
  expired: 'calm',
};

export const natureWords: Readonly<Record<NonNullable<Contribution['nature']>, MessageDescriptor>> = {
  content: msg`Content`,
  meeting: msg`Meeting`,
  support: msg`Support`,
  training: msg`Training`,
  integration: msg`Integration`,
  event: msg`Event`,
  other: msg`Other`,
};

export const unitWords: Readonly<Record<NonNullable<Contribution['unit']>, MessageDescriptor>> = {
  hours: msg`hours`,
  days: msg`days`,
  pages: msg`pages`,
  people: msg`people`,
  pieces: msg`pieces`,
};
