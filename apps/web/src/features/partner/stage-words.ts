import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Stage } from './partner.queries.ts';

export const stageWords: Readonly<Record<Stage, MessageDescriptor>> = {
  prospect: msg`Prospect`,
  qualifying: msg`Qualifying`,
  negotiating: msg`Negotiating`,
  onboarding: msg`Onboarding`,
  active: msg({ message: 'Active', context: 'stage' }),
  under_review: msg`Under review`,
  renewing: msg`Renewing`,
  leaving: msg`Leaving`,
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
