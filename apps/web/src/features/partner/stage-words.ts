import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Stage } from './partner.queries.ts';

/** In the order a partnership goes through them. */
export const stageWords: Readonly<Record<Stage, MessageDescriptor>> = {
  prospect: msg({ message: 'Prospect', context: 'stage' }),
  qualifying: msg({ message: 'Qualifying', context: 'stage' }),
  negotiating: msg({ message: 'Negotiating', context: 'stage' }),
  onboarding: msg({ message: 'Onboarding', context: 'stage' }),
  active: msg({ message: 'Active', context: 'stage' }),
  under_review: msg({ message: 'Under review', context: 'stage' }),
  renewing: msg({ message: 'Renewing', context: 'stage' }),
  leaving: msg({ message: 'Leaving', context: 'stage' }),
  ended: msg({ message: 'Ended', context: 'stage' }),
};

export const stageTones: Readonly<Record<Stage, 'good' | 'wait' | 'bad' | 'calm'>> = {
  prospect: 'calm',
  qualifying: 'wait',
  negotiating: 'wait',
  onboarding: 'wait',
  active: 'good',
  under_review: 'bad',
  renewing: 'wait',
  leaving: 'bad',
  ended: 'calm',
};
