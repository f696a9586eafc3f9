import type { DeclareContribution } from '@cordee/contract/contribution-body';
import type { FieldFault } from '@cordee/contract/errors';
import type { Instant } from '@cordee/core/time';
import { Refusal } from '../../platform/refusal.ts';

/** How far ahead of our clock an instant may lie: clocks differ a little. */
const toleranceMs = 5 * 60_000;

export interface DeclaredTimes {
  readonly occurredAt: Instant;
  readonly validUntil: Instant | null;
}

/**
 * Since when a contribution stands and until when. A partner's deal takes its rank when it is registered: it names no date. Refuses
 * `clock_in_future`, and `invalid_request` when the end is not after the beginning and now.
 */
export function whenOf(input: DeclareContribution, byPartner: boolean, now: Instant): DeclaredTimes {
  if (byPartner && input.kind === 'deal' && input.occurredAt !== undefined) {
    throw new Refusal('invalid_request', [registeredNow]);
  }
  const said = input.occurredAt ?? now;
  if (said > now + toleranceMs) throw new Refusal('clock_in_future', [inFuture(now, 'occurredAt')]);
  const consentAt = input.kind === 'lead' ? input.consent.at : undefined;
  if (consentAt !== undefined && consentAt > now + toleranceMs)
    throw new Refusal('clock_in_future', [inFuture(now, 'consent.at')]);
  const occurredAt = Math.min(said, now);
  return { occurredAt, validUntil: endOf(input.validUntil, now) };
}

/** Refuses an end that is over. */
export function endOf(validUntil: Instant | undefined, now: Instant): Instant | null {
  if (validUntil === undefined) return null;
  if (validUntil <= now) throw new Refusal('invalid_request', [isPast(now)]);
  return validUntil;
}

const registeredNow: FieldFault = {
  path: 'occurredAt',
  rule: 'registered_now',
  message: {
    en: 'A deal takes its rank when it is registered: leave the date out.',
    fr: 'Une affaire prend rang au moment où elle est enregistrée : omettez la date.',
  },
};

function inFuture(now: Instant, path: string): FieldFault {
  return {
    path,
    rule: 'not_in_future',
    message: { en: 'This lies in the future.', fr: 'Cela se situe dans le futur.' },
    example: new Date(now).toISOString(),
  };
}

function isPast(now: Instant): FieldFault {
  const monthLater = now + 30 * 86_400_000;
  return {
    path: 'validUntil',
    rule: 'after_now',
    message: { en: 'The end must lie ahead.', fr: 'La fin doit être à venir.' },
    example: new Date(monthLater).toISOString(),
  };
}
