import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Month } from './ledger.queries.ts';

type Tone = 'good' | 'wait' | 'bad' | 'calm';

export const monthWords: Readonly<Record<Month['state'], MessageDescriptor>> = {
  running: msg({ message: 'Under way', context: 'month' }),
  open: msg({ message: 'To close', context: 'month' }),
  closing: msg({ message: 'Being closed', context: 'month' }),
  closed: msg({ message: 'Closed', context: 'month' }),
};
export const monthTones: Readonly<Record<Month['state'], Tone>> = {
  running: 'calm',
  open: 'wait',
  closing: 'wait',
  closed: 'good',
};
