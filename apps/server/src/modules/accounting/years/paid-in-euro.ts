import type { BookFault } from '@cordee/core/accounting';
import { crossRate, exchangeAmount } from '@cordee/core/exchange';
import { isCurrency } from '@cordee/core/money';
import { type Instant, startOfDay, type LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { openDailyRates } from '../../exchange/index.ts';
import { type PaidOn, paidBetween } from './year.store.ts';

export interface PaidToPartner {
  readonly partnerId: string;
  /** In cents of euro. */
  readonly euro: bigint;
  readonly inCurrencies: ReadonlyMap<string, bigint>;
}

export type PaidInYear = { readonly paid: readonly PaidToPartner[] } | { readonly fault: BookFault };

/** When a calendar year begins and ends in a zone. */
export function yearBounds(year: number, zone: string): { from: Instant; to: Instant; days: { from: LocalDate; to: LocalDate } } {
  return {
    from: startOfDay(`${year}-01-01`, zone),
    to: startOfDay(`${year + 1}-01-01`, zone),
    days: { from: `${year}-01-01`, to: `${year}-12-31` },
  };
}

/** What arrived at partners in a calendar year, in euro at the rate of each day; units that are no money are nobody's payment. */
export async function paidInYear(
  tx: Tx,
  workspaceId: string,
  { year, zone, partnerId }: { readonly year: number; readonly zone: string; readonly partnerId: string | null },
): Promise<PaidInYear> {
  const bounds = yearBounds(year, zone);
  const rows = (await paidBetween(tx, workspaceId, { ...bounds, zone }, partnerId)).filter(({ currency }) =>
    isCurrency(currency),
  );
  const foreign = [...new Set(rows.map(({ currency }) => currency))].filter((currency) => currency !== 'EUR');
  const rateOf = await openDailyRates(tx, workspaceId, foreign, bounds.days);
  const found = new Map<string, { euro: bigint; inCurrencies: Map<string, bigint> }>();
  for (const row of rows) {
    const euro = inEuro(row, rateOf);
    if (euro === null) return { fault: { code: 'rate_missing', currency: row.currency, day: row.day } };
    const own = found.get(row.partnerId) ?? { euro: 0n, inCurrencies: new Map<string, bigint>() };
    own.euro += euro;
    own.inCurrencies.set(row.currency, (own.inCurrencies.get(row.currency) ?? 0n) + row.amount);
    found.set(row.partnerId, own);
  }
  return { paid: [...found].map(([id, own]) => ({ partnerId: id, ...own })) };
}

function inEuro({ amount, currency, day }: PaidOn, rateOf: (currency: string, day: LocalDate) => string | null): bigint | null {
  if (currency === 'EUR') return amount;
  const rate = crossRate(currency, 'EUR', (code) => rateOf(code, day));
  return rate === null ? null : exchangeAmount(amount, currency, 'EUR', rate);
}
