import type { ExchangeTerms } from '@cordee/core/counting';
import { localDateOf, shiftDate, type Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { zoneOf } from '../fact/index.ts';
import { newestRates } from './rate.store.ts';

/** The bank publishes on weekdays; its longest pause is five days. */
export const OLDEST_DAYS = 7;

/** How something becomes `to` at an instant, by the newest rates known then. Refuses `exchange_rate_missing`. */
export async function termsAt(tx: Tx, workspaceId: string, from: string, to: string, at: Instant): Promise<ExchangeTerms> {
  const today = localDateOf(at, await zoneOf(tx, workspaceId));
  const { date, rates } = await newestRates(tx, workspaceId, today);
  if (date === null || date < shiftDate(today, -OLDEST_DAYS)) throw missing(from === 'EUR' ? ['to', to] : ['from', from], date);
  const perEuro: Record<string, string> = {};
  for (const [path, currency] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (currency === 'EUR') continue;
    const known = rates.find((rate) => rate.currency === currency);
    if (known === undefined) throw missing([path, currency], date);
    perEuro[currency] = known.rate;
  }
  return { to, perEuro, rateOn: date, rateSource: 'ecb' };
}

function missing([path, currency]: readonly [path: string, currency: string], newest: string | null): Refusal {
  const known = { en: newest === null ? 'none' : newest, fr: newest === null ? 'aucun' : newest };
  return new Refusal('exchange_rate_missing', [
    {
      path,
      rule: 'has_rate',
      message: {
        en: `No recent rate of ${currency} is known; newest day with rates: ${known.en}.`,
        fr: `Aucun taux récent de ${currency} n’est connu ; dernier jour avec des taux : ${known.fr}.`,
      },
    },
  ]);
}
