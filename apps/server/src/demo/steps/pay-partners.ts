import { payoutRoutes } from '@cordee/contract/payout';
import { releaseRoutes } from '@cordee/contract/release';
import { partnerOf, type Stage } from '../stage.ts';

export interface Payments {
  /** Amounts that became payable. */
  readonly released: number;
  readonly paid: number;
  readonly rejected: number;
  /** `partner currency` of every payout that arrived. */
  readonly arrived: ReadonlySet<string>;
}

/** One in so many waits for the next month. */
const WAITING_EVERY = 5;

/** Ends the holds that are over and pays, outside, most of what is due in money; one transfer comes back. */
export async function payPartners(stage: Stage): Promise<Payments> {
  const { finance } = stage.keys;
  const { released } = await finance.call(releaseRoutes.releaseNow);
  const arrived = new Set<string>();
  let rejected = 0;
  let started = 0;
  for (const [index, { code }] of stage.story.partners.entries()) {
    const { id: partnerId } = partnerOf(stage, code);
    const due = released.filter(
      (one) => one.partnerId === partnerId && one.amount > 0 && one.currency === one.currency.toUpperCase(),
    );
    if (index % WAITING_EVERY === WAITING_EVERY - 1) continue;
    for (const { currency } of due.toSorted((a, b) => (a.currency < b.currency ? -1 : 1))) {
      const body = { partnerId, currency, reference: `Virement ${code}` };
      const { id } = await finance.call(payoutRoutes.startPayout, { body });
      started += 1;
      if (started === 3) {
        await finance.call(payoutRoutes.rejectPayout, { params: { id }, body: { reason: 'Compte clos' } });
        rejected += 1;
        continue;
      }
      await finance.call(payoutRoutes.confirmPayout, { params: { id } });
      arrived.add(`${partnerId} ${currency}`);
    }
  }
  return { released: released.length, paid: arrived.size, rejected, arrived };
}
