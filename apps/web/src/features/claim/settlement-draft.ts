import type { Language } from '@cordee/contract/language';
import { isLocalDate } from '@cordee/core/time';
import type { InputOf } from '../../lib/api/call.ts';
import { filled } from '../../ui/form/use-contract-form.ts';
import { amountOf } from './claim-draft.ts';
import type { Claim, ClaimKind } from './claim.queries.ts';
import { endOfDay } from './end-of-day.ts';

export type Settlement = InputOf<'settleClaim'>['body']['settlement'];
export type Way = Settlement['by'];

/** A part of a split as it is typed; the first is the claim's own partner. */
export interface Part {
  readonly key: number;
  readonly partnerId: string | null;
  readonly enrollmentId: string;
  readonly share: string;
}

/** What the form of a settlement holds, of all ways: changing the way loses nothing. */
export interface SettlementDraft extends Record<string, unknown> {
  customerExternalId: string;
  eventId: string;
  day: string;
  amount: string;
  currency: string;
  leadName: string;
  factId: string;
}

const ways: Readonly<Record<ClaimKind, readonly Way[]>> = {
  missing: ['sale', 'lead', 'fact'],
  wrong: ['sale', 'fact'],
  rejected: ['commission', 'fact'],
  split: ['split', 'fact'],
};

/** How a claim may be put right: as it was claimed first. */
export function waysOf({ kind, expected, commissionId }: Claim): Way[] {
  const possible = ways[kind].filter((way) => way !== 'commission' || commissionId !== null);
  const wanted = expected?.what;
  return possible.toSorted((a, b) => Number(b === wanted) - Number(a === wanted));
}

interface Reading {
  readonly language: Language;
  readonly zone: string;
  readonly now: number;
}

/** What is sent for what was typed; what was claimed and left alone is not said again. */
export function settlementOf(way: Way, typed: SettlementDraft, parts: readonly Part[], reading: Reading): Settlement {
  const customer = filled({ customerExternalId: typed.customerExternalId.trim() });
  const when = isLocalDate(typed.day) ? { occurredAt: endOfDay(typed.day, reading.zone, reading.now) } : {};
  switch (way) {
    case 'sale':
      return {
        by: 'sale',
        ...customer,
        ...when,
        ...filled({ eventId: typed.eventId.trim() }),
        ...amountOf(typed.amount, typed.currency, reading.language),
      };
    case 'lead':
      return { by: 'lead', ...customer, ...when, ...filled({ name: typed.leadName.trim() }) };
    case 'commission':
      return { by: 'commission' };
    case 'split':
      return {
        by: 'split',
        ...customer,
        shares: parts.map(({ enrollmentId, share }) => ({ enrollmentId, share: shareOf(share) })),
      };
    default:
      return { by: 'fact', factId: typed.factId.trim() };
  }
}

/** `50`, `50 %` and `33,3 %` are percentages. */
function shareOf(typed: string): string {
  const text = typed.replaceAll(/\s/g, '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(text) ? `${text}%` : text;
}

/** The field of the form that a fault belongs to. */
export function settlementField(path: string): string {
  const field = path.replace(/^settlement\.?/, '');
  if (field === 'name') return 'leadName';
  if (field === 'occurredAt') return 'day';
  if (field.startsWith('shares') || field === '' || field === 'by') return 'way';
  return field;
}
