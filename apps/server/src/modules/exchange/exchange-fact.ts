import type { ExchangeTerms } from '@cordee/core/counting';
import { encodeId } from '@cordee/core/ids';
import { inputHashOf, type ReadyFact } from '../fact/index.ts';
import type { ExchangeRecord } from './exchange.store.ts';

/** An exchange as a fact of our own: the balance that goes, and the published rates by which it becomes another. */
export function exchangeFact(record: ExchangeRecord, exchange: ExchangeTerms): ReadyFact {
  const body = { partnerId: record.partnerId, exchange };
  const kind = 'currency_exchanged' as const;
  const draft = {
    kind,
    source: 'cordee/exchange',
    externalId: encodeId('exc', record.id),
    occurredAt: record.createdAt,
    customer: null,
    currency: record.from,
    amount: record.fromAmount,
    target: null,
    body,
    strict: false,
    clickId: null,
    visitorId: null,
    inputHash: inputHashOf({ kind, ...body, amount: record.fromAmount, currency: record.from }),
  };
  return { draft, targetSeq: null, body };
}
