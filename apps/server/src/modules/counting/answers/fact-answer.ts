import type { FactAnswer, FactDetail } from '@cordee/contract/counting';
import type { Language } from '@cordee/contract/language';
import { reviewActionOf, type AimedCommission } from '@cordee/core/counting';
import { commissionId, encodeId, factId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../../platform/http/index.ts';
import { referenceOf } from '../../fact/index.ts';
import type { ListedFact } from '../fact-list.store.ts';
import { factFromRow } from '../../fact/index.ts';
import { unpaidToContract } from './attribution-answer.ts';

export interface Reading {
  readonly language: Language;
  /** The partner who reads, or null for the company. */
  readonly own: string | null;
}

export function factToContract(fact: ListedFact, { language, own }: Reading): Wire<FactAnswer> {
  const { source, externalId } = referenceOf(factFromRow(fact));
  return {
    id: factId(fact.recorded_at, fact.seq),
    kind: fact.kind,
    source,
    eventId: externalId,
    occurredAt: formatInstant(fact.occurred_at),
    recordedAt: formatInstant(fact.recorded_at),
    customerExternalId: isMasked(fact, own) ? null : fact.customer_external_id,
    currency: fact.currency,
    amount: fact.amount,
    targetId:
      fact.target_seq === null || fact.target_recorded_at === null ? null : factId(fact.target_recorded_at, fact.target_seq),
    counted: fact.counted,
    unpaid: unpaidToContract(fact.unpaid, language),
  };
}

/** What the fact says of itself. What was said of the customer is left out where partners are not to see customers. */
export function detailsToContract(fact: ListedFact, { own }: Reading): Wire<FactDetail['details']> {
  const { lines, coupon, code, subId, country, billing, metadata, name, path, reason, payoutId, dueAt, commissions } = fact.body;
  const { contributionId, claimId, until, products } = fact.body;
  const masked = isMasked(fact, own);
  return {
    ...(lines === undefined ? {} : { lines: [...lines] }),
    ...(coupon === undefined ? {} : { coupon }),
    ...(code === undefined ? {} : { code }),
    ...(subId === undefined ? {} : { subId }),
    ...(country === undefined || masked ? {} : { country }),
    ...(billing === undefined ? {} : { billing }),
    ...(metadata === undefined || masked ? {} : { metadata: { ...metadata } }),
    ...(name === undefined ? {} : { name }),
    ...(path === undefined ? {} : { path }),
    // Why a commission was held or refused is for its partner to know.
    ...(reason === undefined || (masked && reviewActionOf(fact.kind) === null) ? {} : { reason }),
    ...(commissions === undefined || own !== null ? {} : { commissionIds: commissionIdsOf(fact, commissions) }),
    ...(payoutId === undefined ? {} : { payoutId: encodeId('pay', payoutId) }),
    ...(contributionId === undefined ? {} : { contributionId: encodeId('ctb', contributionId) }),
    ...(claimId === undefined || own !== null ? {} : { claimId: encodeId('clm', claimId) }),
    ...(until === undefined ? {} : { until: formatInstant(until) }),
    ...(products === undefined ? {} : { products: [...products] }),
    ...(dueAt === undefined ? {} : { dueAt: formatInstant(dueAt) }),
  };
}

function commissionIdsOf({ target_seq: seq, target_recorded_at: at }: ListedFact, aimed: readonly AimedCommission[]): string[] {
  return seq === null || at === null ? [] : aimed.map(({ number }) => commissionId(at, seq, number));
}

function isMasked(fact: ListedFact, own: string | null): boolean {
  return own !== null && fact.masked;
}
