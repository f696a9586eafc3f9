import { daySpan } from '../../lib/day-span.ts';
import type { FactFilters, FactKind } from './fact.queries.ts';

const KINDS: Readonly<Record<FactKind, true>> = {
  click: true,
  lead: true,
  lead_qualified: true,
  sale: true,
  refund: true,
  refund_failed: true,
  dispute_opened: true,
  dispute_won: true,
  dispute_lost: true,
  cancellation: true,
  referral: true,
  deal: true,
  introduction: true,
  contribution: true,
  agreement: true,
  contribution_ended: true,
  commission_approved: true,
  commission_held: true,
  commission_unheld: true,
  commission_refused: true,
  maturity: true,
  payout_started: true,
  payout_confirmed: true,
  payout_rejected: true,
  currency_exchanged: true,
  invoice_issued: true,
  credit_note_issued: true,
  debt_planned: true,
  debt_kept_back: true,
  debt_paid: true,
  debt_waived: true,
  debt_returned: true,
};

export const factKinds = Object.keys(KINDS) as FactKind[];

/** The filters an address holds; what it does not know is left out. */
export function factFilters({ kind, unpaid, from, to }: Record<string, unknown>): FactFilters {
  return {
    ...(typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? { kind: kind as FactKind } : {}),
    ...(unpaid === 'true' || unpaid === true
      ? { unpaid: 'true' }
      : unpaid === 'false' || unpaid === false
        ? { unpaid: 'false' }
        : {}),
    ...daySpan({ from, to }),
  };
}

/** The same for what a partner brought: ends of holds are none of it, and are shown to whoever asks for them. */
export function broughtFilters(search: Record<string, unknown>): FactFilters & { readonly except?: FactKind } {
  const filters = factFilters(search);
  return filters.kind === undefined ? { ...filters, except: 'maturity' } : filters;
}
