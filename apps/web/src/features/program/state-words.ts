import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ProgramState } from './program.queries.ts';

export const stateWords: Readonly<Record<ProgramState, MessageDescriptor>> = {
  draft: msg`Draft`,
  announced: msg`Announced`,
  in_force: msg`In force`,
  archived: msg`Archived`,
};

export const stateTones = { draft: 'wait', announced: 'wait', in_force: 'good', archived: 'calm' } as const;
