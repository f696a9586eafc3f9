import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DueSpan, ObligationFilter } from './obligation-search.ts';
import type { Obligation, ObligationDetail, ObligationStep } from './obligation.queries.ts';

export const stateWords: Readonly<Record<Obligation['state'], MessageDescriptor>> = {
  upcoming: msg`Upcoming`,
  due: msg`Due soon`,
  late: msg({ message: 'Late', context: 'obligation' }),
  kept: msg`Kept`,
  kept_late: msg`Kept late`,
  missed: msg`Missed`,
  waived: msg({ message: 'Waived', context: 'obligation' }),
};

export const stateTones: Readonly<Record<Obligation['state'], 'good' | 'wait' | 'bad' | 'calm'>> = {
  upcoming: 'calm',
  due: 'wait',
  late: 'bad',
  kept: 'good',
  kept_late: 'good',
  missed: 'bad',
  waived: 'calm',
};

export const filterWords: Readonly<Record<ObligationFilter, MessageDescriptor>> = {
  open: msg`Still open`,
  late: msg({ message: 'Late', context: 'obligation' }),
  settled: msg`Settled`,
};

export const dueWords: Readonly<Record<DueSpan, MessageDescriptor>> = {
  week: msg`In the next seven days`,
  month: msg`This month`,
  quarter: msg`In the next three months`,
};

/** As the company reads it. */
export const ownerWords: Readonly<Record<Obligation['owner'], MessageDescriptor>> = {
  company: msg`We`,
  partner: msg`The partner`,
  both: msg`Both`,
};

/** As a partner reads it. */
export const partnerOwnerWords: Readonly<Record<Obligation['owner'], MessageDescriptor>> = {
  company: msg`The company`,
  partner: msg`You`,
  both: msg`Both`,
};

export const stepWords: Readonly<Record<ObligationStep, MessageDescriptor>> = {
  handed_in: msg`Hand in`,
  refused: msg`Refuse what was handed in`,
  waived: msg`Waive`,
  missed: msg`Declare missed`,
};

export const entryWords: Readonly<Record<ObligationDetail['entries'][number]['kind'], MessageDescriptor>> = {
  handed_in: msg`Handed in`,
  refused: msg`Refused`,
  waived: msg({ message: 'Waived', context: 'obligation' }),
  missed: msg`Missed`,
  created: msg`Added`,
  moved: msg`Moved to another day`,
  ended: msg`Ended`,
  reminder: msg`Reminder sent`,
  late: msg({ message: 'Late', context: 'obligation' }),
  kept: msg`Kept, nobody said otherwise`,
};

export const proofWords: Readonly<Record<Obligation['proof'], MessageDescriptor>> = {
  none: msg`None: kept as long as nobody says otherwise`,
  statement: msg`A few words`,
  document: msg`A document`,
  link: msg`A link`,
  payment: msg`A payment`,
};
