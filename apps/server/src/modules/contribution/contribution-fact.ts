import type { FactBody, FactKind } from '@cordee/core/counting';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import { companySource, inputHashOf, keyText, type CustomerDraft, type ReadyFact } from '../fact/index.ts';
import type { ContributionRecord } from './contribution.store.ts';

/** A contribution as counting reads it: whose it is, of which customer, since when, until when, for what. */
export function contributionFact(record: ContributionRecord, customer: CustomerDraft): ReadyFact {
  const { id, kind, parties, occurredAt, validUntil, products, saleEventId } = record;
  const body: FactBody = {
    contributionId: id,
    ...whose(record),
    ...(validUntil === null ? {} : { until: validUntil }),
    ...(products === null ? {} : { products }),
    ...(saleEventId === null ? {} : { sale: keyText({ source: companySource('sale'), externalId: saleEventId }) }),
  };
  return ready(kind, encodeId('ctb', id), occurredAt, customer, body, { kind, parties, occurredAt, ...body });
}

/** The end of a confirmed one: from `at` on it counts no more. */
export function endFact(record: ContributionRecord, customer: CustomerDraft, at: Instant, reason: string | null): ReadyFact {
  const { id } = record;
  const body: FactBody = { contributionId: id, ...whose(record), ...(reason === null ? {} : { reason }) };
  return ready('contribution_ended', `${encodeId('ctb', id)}/end`, at, customer, body, { kind: 'contribution_ended', ...body });
}

function whose({ kind, parties }: ContributionRecord): FactBody {
  const [first] = parties;
  if (first === undefined) throw new Error('a contribution without a partner');
  if (kind !== 'agreement') return { enrollmentId: first.enrollmentId, partnerId: first.partnerId };
  return { shares: parties.map(({ enrollmentId, share }) => ({ enrollmentId, share })) };
}

function ready(
  kind: FactKind,
  externalId: string,
  occurredAt: Instant,
  customer: CustomerDraft,
  body: FactBody,
  input: unknown,
): ReadyFact {
  const draft = {
    kind,
    source: 'cordee/contribution',
    externalId,
    occurredAt,
    customer,
    currency: null,
    amount: null,
    target: null,
    body,
    strict: false,
    clickId: null,
    visitorId: null,
    inputHash: inputHashOf(input),
  };
  return { draft, targetSeq: null, body };
}
