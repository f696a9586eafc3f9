import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AnswerOf } from '../../lib/api/call.ts';

export type VersionState = AnswerOf<'getPlan'>['versions'][number]['state'];

export const versionWords: Readonly<Record<VersionState, MessageDescriptor>> = {
  draft: msg`Draft`,
  announced: msg`Announced`,
  in_force: msg`In force`,
  replaced: msg`Replaced`,
};

export const versionTones = { draft: 'wait', announced: 'wait', in_force: 'good', replaced: 'calm' } as const;
