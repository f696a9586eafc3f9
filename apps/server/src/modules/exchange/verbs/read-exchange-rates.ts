import { createHash } from 'node:crypto';
import type { RateFileAnswer } from '@cordee/contract/exchange';
import type { ReferenceRate } from '@cordee/core/exchange';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { mustExchange } from '../exchange.policy.ts';
import { addRates, differingRates } from '../rate.store.ts';
import { readRatesFile } from '../read-rates-file.ts';

/**
 * Loads a file of reference rates of the European Central Bank: what is known stays, what is new is added. Refuses
 * `exchange_rates_unreadable`, and `exchange_rate_differs` with the days and currencies for which another rate is known.
 */
export async function readExchangeRates(context: Context, bytes: Buffer): Promise<RateFileAnswer> {
  mustExchange(context.actor);
  const rates = readRatesFile(bytes.toString('utf8'));
  if (rates === null || isOfTheFuture(rates, context.now())) throw new Refusal('exchange_rates_unreadable');
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const differing = await differingRates(tx, workspaceId, rates);
    if (differing.length > 0) throw differs(differing);
    const now = context.now();
    const days = rates.map(({ date }) => date).toSorted();
    const file = {
      id: newUuid(now),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      readAt: now,
      readBy: actorKey(context.actor),
      firstDate: days[0] ?? '',
      lastDate: days.at(-1) ?? '',
    };
    const added = await addRates(tx, workspaceId, file, rates);
    const { id, sha256, firstDate, lastDate } = file;
    const subject = encodeId('erf', id);
    const result = { id: subject, source: 'ecb' as const, sha256, readAt: formatInstant(now), added, firstDate, lastDate };
    return { result, audit: { action: 'exchange_rates.read', subject, after: { sha256, added, firstDate, lastDate } } };
  });
}

const DAY = 86_400_000;

/** A day nobody has lived yet anywhere: the file was made up, or the clock is wrong. */
function isOfTheFuture(rates: readonly ReferenceRate[], now: number): boolean {
  const tomorrow = formatInstant(now + DAY).slice(0, 10);
  return rates.some(({ date }) => date > tomorrow);
}

function differs(rates: Awaited<ReturnType<typeof differingRates>>): Refusal {
  return new Refusal(
    'exchange_rate_differs',
    rates.map(({ date, currency, known, given }) => ({
      path: `${date}.${currency}`,
      rule: 'as_published',
      message: {
        en: `${currency} of ${date}: ${known} is known, the file says ${given}.`,
        fr: `${currency} du ${date} : ${known} est connu, le fichier dit ${given}.`,
      },
    })),
  );
}
