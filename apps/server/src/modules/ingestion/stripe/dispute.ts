import { aimedFact } from '../translation/drafts.ts';
import { mustId, mustInteger, textAt } from '../translation/json.ts';
import { netPart } from '../translation/sale-state.ts';
import { facts, noFact, type HookEvent, type Translation, type World } from '../translation/translation.ts';
import { stripeAmount } from './currency.ts';
import { withSale } from './refund.ts';
import { paymentIdsOf } from './references.ts';

const WON: ReadonlySet<string> = new Set(['won', 'warning_closed', 'prevented']);

/** A dispute, or the inquiry before it: what the sale earned waits from its creation on, until it is won or lost. */
export function translateDispute(event: HookEvent, world: World): Translation {
  const dispute = event.payload;
  return withSale(paymentIdsOf(dispute), world, (key, state) => {
    const id = mustId(dispute, 'id');
    const status = textAt(dispute, 'status') ?? '';
    const aimed = { externalId: id, sale: key, occurredAt: event.at };
    if (event.type === 'charge.dispute.funds_reinstated' || WON.has(status)) {
      return facts([aimedFact(world, { ...aimed, kind: 'dispute_won' })]);
    }
    if (status === 'lost') {
      const gross = Number(stripeAmount(mustInteger(dispute, 'amount'), state.currency));
      return facts([aimedFact(world, { ...aimed, kind: 'dispute_lost', net: netPart(state, gross) })]);
    }
    if (event.type === 'charge.dispute.closed') return noFact('not_settled');
    // By its own creation, not by the event's: a late word of the opening never suspends again what was settled.
    const occurredAt = mustInteger(dispute, 'created') * 1000;
    const reason = textAt(dispute, 'reason') ?? 'dispute';
    return facts([aimedFact(world, { ...aimed, kind: 'dispute_opened', occurredAt, reason: reason.slice(0, 100) })]);
  });
}
