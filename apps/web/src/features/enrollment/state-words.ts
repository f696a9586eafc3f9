import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EnrollmentState } from './enrollment.queries.ts';

export const stateWords: Readonly<Record<EnrollmentState, MessageDescriptor>> = {
  pending: msg`Waiting`,
  active: msg`Active`,
  paused: msg`Paused`,
  ended: msg`Ended`,
};

export const stateTones = { pending: 'wait', active: 'good', paused: 'bad', ended: 'calm' } as const;
