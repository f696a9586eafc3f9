import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Claim, ClaimDetail, ClaimFilterState, ClaimKind } from './claim.queries.ts';

export const kindWords: Readonly<Record<ClaimKind, MessageDescriptor>> = {
  missing: msg`Missing`,
  wrong: msg`Wrong`,
  rejected: msg`Wrongly rejected`,
  split: msg`Wrongly split`,
};

/** What each is for, said where one chooses. */
export const kindHints: Readonly<Record<ClaimKind, MessageDescriptor>> = {
  missing: msg`A sale or a lead you brought was not recorded.`,
  wrong: msg`An amount or a date is not right.`,
  rejected: msg`It was refused, is held, or earned nothing.`,
  split: msg`It was shared with others otherwise than agreed.`,
};

export const stateWords: Readonly<Record<Claim['state'], MessageDescriptor>> = {
  open: msg`With the company`,
  asked: msg`Your reply is awaited`,
  accepted: msg`Accepted`,
  partly_accepted: msg`Accepted in part`,
  refused: msg`Refused`,
  withdrawn: msg`Withdrawn`,
};

/** The same, as the company reads it. */
export const companyStateWords: Readonly<Record<ClaimFilterState, MessageDescriptor>> = {
  ...stateWords,
  open: msg`To be answered`,
  to_answer: msg`To be answered`,
  overdue: msg`Overdue`,
  asked: msg`Waiting for the partner`,
  to_settle: msg`To be put right`,
};

export const stateTones: Readonly<Record<Claim['state'], 'good' | 'wait' | 'bad' | 'calm'>> = {
  open: 'wait',
  asked: 'calm',
  accepted: 'good',
  partly_accepted: 'good',
  refused: 'bad',
  withdrawn: 'calm',
};

export const entryWords: Readonly<Record<ClaimDetail['entries'][number]['kind'], MessageDescriptor>> = {
  opened: msg`Opened`,
  message: msg`Message`,
  question: msg`Question: the days to answer stand still`,
  reply: msg`Reply: the days to answer run again`,
  reminded: msg`The days to answer are nearly over`,
  overdue: msg`The days to answer are over`,
  accepted: msg`Accepted`,
  partly_accepted: msg`Accepted in part`,
  refused: msg`Refused`,
  withdrawn: msg`Withdrawn`,
  accepted_automatically: msg`Accepted by silence`,
  settled: msg`Put right`,
};

export const sideWords: Readonly<Record<ClaimDetail['entries'][number]['side'], MessageDescriptor>> = {
  company: msg`the company`,
  partner: msg`the partner`,
  clock: msg`the clock`,
};

export type OutcomeCode = NonNullable<Claim['outcome']>['code'];

export const acceptanceWords = {
  tracking_lost: msg`The tracking missed it`,
  wrong_figures: msg`The figures were wrong`,
  wrongly_rejected: msg`It should not have been rejected`,
  split_agreed: msg`Another split is agreed`,
  goodwill: msg`A gesture of goodwill`,
} as const satisfies Partial<Record<OutcomeCode, MessageDescriptor>>;

export const refusalWords = {
  not_found: msg`Nothing of the kind was found`,
  no_proof: msg`The evidence is not enough`,
  outside_terms: msg`Outside the terms of the program`,
  other_partner: msg`Another partner brought it`,
  already_counted: msg`Already counted`,
  refunded: msg`Cancelled or refunded`,
  rule_broken: msg`A rule of the program was broken`,
  other: msg`Another reason`,
} as const satisfies Partial<Record<OutcomeCode, MessageDescriptor>>;

export const whatWords = { sale: msg`Sale`, lead: msg`Lead` } as const;
export const dayKindWords = { business: msg`Business days`, calendar: msg`Calendar days` } as const;
