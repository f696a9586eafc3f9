import type { ExchangeTerms } from '@cordee/core/counting';
import { encodeId } from '@cordee/core/ids';
import { ownFact, type ReadyFact } from '../fact/index.ts';
import type { ExchangeRecord } from './exchange.store.ts';

/** An exchange as a fact of our own: the balance that goes, and the published rates by which it becomes another. */
export function exchangeFact(record: ExchangeRecord, exchange: ExchangeTerms): ReadyFact {
  return ownFact({
    kind: 'currency_exchanged',
    from: 'exchange',
    externalId: encodeId('exc', record.id),
    at: record.createdAt,
    currency: record.from,
    amount: record.fromAmount,
    body: { partnerId: record.partnerId, exchange },
  });
}
