import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DebtPlan } from './debt.queries.ts';

type Tone = 'good' | 'wait' | 'bad' | 'calm';

export const planWords: Readonly<Record<DebtPlan['state'], MessageDescriptor>> = {
  proposed: msg({ message: 'Proposed', context: 'debt' }),
  running: msg({ message: 'Running', context: 'debt' }),
  settled: msg({ message: 'Paid back', context: 'debt' }),
  broken: msg({ message: 'Broken', context: 'debt' }),
  ended: msg({ message: 'Ended', context: 'debt' }),
  declined: msg({ message: 'Declined', context: 'debt' }),
  withdrawn: msg({ message: 'Withdrawn', context: 'debt' }),
  replaced: msg({ message: 'Replaced', context: 'debt' }),
};
export const planTones: Readonly<Record<DebtPlan['state'], Tone>> = {
  proposed: 'wait',
  running: 'calm',
  settled: 'good',
  broken: 'bad',
  ended: 'calm',
  declined: 'calm',
  withdrawn: 'calm',
  replaced: 'calm',
};

export const instalmentWords: Readonly<Record<DebtPlan['instalments'][number]['state'], MessageDescriptor>> = {
  to_come: msg({ message: 'To come', context: 'instalment' }),
  due: msg({ message: 'Due', context: 'instalment' }),
  missed: msg({ message: 'Missed', context: 'instalment' }),
  covered: msg({ message: 'Paid back', context: 'instalment' }),
};
export const instalmentTones: Readonly<Record<DebtPlan['instalments'][number]['state'], Tone>> = {
  to_come: 'calm',
  due: 'wait',
  missed: 'bad',
  covered: 'good',
};

export const movementWords: Readonly<Record<DebtPlan['movements'][number]['kind'], MessageDescriptor>> = {
  planned: msg`Put under the plan`,
  kept_back: msg({ message: 'Kept back', context: 'debt' }),
  paid: msg`Paid by the partner`,
  waived: msg({ message: 'Waived', context: 'debt' }),
  returned: msg`Back on the balance`,
};
