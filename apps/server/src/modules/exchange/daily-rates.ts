import { type LocalDate, shiftDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { OLDEST_DAYS } from './exchange-terms.ts';
import { ratesBetween } from './rate.store.ts';

/** Units of a currency for one euro on a day, or null when none is known that is recent enough. */
export type DailyRates = (currency: string, day: LocalDate) => string | null;

/**
 * The rates of some currencies over some days, to be looked up at once: of each day the newest published up to it, as long as that is not
 * older than the bank's longest pause.
 */
export async function openDailyRates(
  tx: Tx,
  workspaceId: string,
  currencies: readonly string[],
  days: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<DailyRates> {
  const known = new Map<string, Map<LocalDate, string>>();
  const earliest = shiftDate(days.from, -OLDEST_DAYS);
  for (const { currency, date, rate } of await ratesBetween(tx, workspaceId, currencies, earliest, days.to)) {
    const own = known.get(currency) ?? new Map<LocalDate, string>();
    known.set(currency, own.set(date, rate));
  }
  return (currency, day) => {
    const own = known.get(currency);
    if (own === undefined) return null;
    for (let before = 0; before <= OLDEST_DAYS; before += 1) {
      const found = own.get(before === 0 ? day : shiftDate(day, -before));
      if (found !== undefined) return found;
    }
    return null;
  };
}
