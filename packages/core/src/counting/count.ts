import {
  countCancellation,
  countDisputeLost,
  countDisputeOpened,
  countDisputeWon,
  countRefund,
  countRefundFailed,
} from './count-reversal.ts';
import { countClick, countLead, countQualifiedLead, countReferral, countSale } from './count-conversion.ts';
import { countApproved, countHeld, countRefused, countUnheld } from './count-review.ts';
import {
  countDebt,
  countExchange,
  countInvoice,
  countMaturity,
  countPayoutConfirmed,
  countPayoutRejected,
  countPayoutStarted,
} from './count-money.ts';
import { countContribution } from './contribution.ts';
import type { CountingOptions } from './counting-options.ts';
import type { Fact } from './fact.ts';
import type { Outcome } from './outcome.ts';
import type { CountingState } from './state.ts';
import type { Terms } from './terms.ts';

/**
 * Counts one fact: attributes it, computes its commissions or reversals, and gives the ledger transaction they make. Facts of
 * a workspace must come in the order of their numbers; `state` is changed in place. Pure otherwise: the same facts under the
 * same terms give the same outcomes to the byte, in the server, in a replay and in the browser.
 */
export function count(fact: Fact, terms: Terms, state: CountingState, options: CountingOptions): Outcome {
  switch (fact.kind) {
    case 'sale':
      return countSale(fact, terms, state, options);
    case 'lead':
      return countLead(fact, terms, state, options);
    case 'lead_qualified':
      return countQualifiedLead(fact, terms, state, options);
    case 'click':
      return countClick(fact, terms, state, options);
    case 'referral':
      return countReferral(fact, terms, state, options);
    case 'deal':
    case 'introduction':
    case 'contribution':
    case 'agreement':
    case 'contribution_ended':
      return countContribution(fact, terms, state);
    case 'refund':
      return countRefund(fact, terms, state);
    case 'refund_failed':
      return countRefundFailed(fact, terms, state);
    case 'cancellation':
      return countCancellation(fact, terms, state);
    case 'dispute_opened':
      return countDisputeOpened(fact, state);
    case 'dispute_won':
      return countDisputeWon(fact, state);
    case 'dispute_lost':
      return countDisputeLost(fact, terms, state);
    case 'commission_approved':
      return countApproved(fact, state);
    case 'commission_held':
      return countHeld(fact, state);
    case 'commission_unheld':
      return countUnheld(fact, state);
    case 'commission_refused':
      return countRefused(fact, terms, state);
    case 'maturity':
      return countMaturity(fact, state);
    case 'payout_started':
      return countPayoutStarted(fact, state);
    case 'payout_confirmed':
      return countPayoutConfirmed(fact, state);
    case 'payout_rejected':
      return countPayoutRejected(fact, state);
    case 'currency_exchanged':
      return countExchange(fact);
    case 'invoice_issued':
    case 'credit_note_issued':
      return countInvoice(fact);
    case 'debt_planned':
    case 'debt_kept_back':
    case 'debt_paid':
    case 'debt_waived':
    case 'debt_returned':
      return countDebt(fact, fact.kind);
    default:
      return fact.kind satisfies never;
  }
}
