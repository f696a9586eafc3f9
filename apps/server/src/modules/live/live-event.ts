import type { LiveFact } from '@cordee/contract/live';
import { encodeId, factId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import type { Told } from './live.store.ts';

/** One event of the stream (HTML Standard, 9.2): bigints as integers, never a line end within data. */
export function eventText(event: string, data: unknown, id?: bigint): string {
  const json = JSON.stringify(data, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${json}\n\n`;
}

/** A fact as this reader hears of it; null when it does not concern the partner. */
export function factEvent(told: Told, own: string | null): string | null {
  if (own !== null && !told.partners.includes(own)) return null;
  const fact: Wire<LiveFact> = {
    id: factId(told.recorded_at, told.seq),
    kind: told.kind,
    eventId: told.external_id,
    occurredAt: formatInstant(told.occurred_at),
    recordedAt: formatInstant(told.recorded_at),
    currency: told.currency,
    amount: told.amount,
    unpaid: told.unpaid,
    earned: told.earned
      .filter(({ partnerId }) => own === null || partnerId === own)
      .map(({ partnerId, currency, amount }) => ({ partnerId: encodeId('prt', partnerId), currency, amount })),
  };
  return eventText('fact', fact, told.seq);
}
