import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EventState } from './ingestion.queries.ts';

export const eventWords: Readonly<Record<EventState, MessageDescriptor>> = {
  waiting: msg`Waiting`,
  done: msg`Understood`,
  ignored: msg`Left aside`,
  failed: msg`Not understood`,
};

export const eventTones = { waiting: 'wait', done: 'good', ignored: 'calm', failed: 'bad' } as const satisfies Readonly<
  Record<EventState, string>
>;

export const eventStates = Object.keys(eventWords) as EventState[];

/** The state an address asks for; what it does not know is left out. */
export function eventState({ state }: Record<string, unknown>): { state?: EventState } {
  return typeof state === 'string' && Object.hasOwn(eventWords, state) ? { state: state as EventState } : {};
}
