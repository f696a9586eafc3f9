import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AnswerOf } from '../../lib/api/call.ts';

type State = AnswerOf<'getTerms'>[number]['enrollment']['state'];

export const stateWords: Readonly<Record<State, MessageDescriptor>> = {
  pending: msg`Waiting for the company`,
  active: msg`Active`,
  paused: msg`Paused`,
  ended: msg`Ended`,
};

export const stateTones: Readonly<Record<State, 'good' | 'wait' | 'bad' | 'calm'>> = {
  pending: 'wait',
  active: 'good',
  paused: 'bad',
  ended: 'calm',
};
