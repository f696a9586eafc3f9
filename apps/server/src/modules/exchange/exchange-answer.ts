import type { ExchangeAnswer } from '@cordee/contract/exchange';
import { encodeId, factId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import type { ExchangeRecord } from './exchange.store.ts';

export function exchangeToContract(exchange: ExchangeRecord): Wire<ExchangeAnswer> {
  const { from, fromAmount, to, toAmount, perEuro, rateOn, createdAt } = exchange;
  return {
    id: encodeId('exc', exchange.id),
    partnerId: encodeId('prt', exchange.partnerId),
    from,
    fromAmount,
    to,
    toAmount,
    perEuro,
    rateOn,
    rateSource: 'ecb',
    createdAt: formatInstant(createdAt),
    factId: factId(createdAt, exchange.factSeq),
  };
}
