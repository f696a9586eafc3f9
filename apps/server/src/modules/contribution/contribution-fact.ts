import type { FactBody, FactKind } from '@cordee/core/counting';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import { companySource, inputHashOf, type CustomerDraft, type ReadyFact } from '../fact/index.ts';
import type { ContributionRecord } from './contribution.store.ts';

/** A contribution as counting reads it: whose it is, of which customer, since when, until when, for what. */
export function contributionFact(record: ContributionRecord, customer: CustomerDraft): ReadyFact {
  const { id, kind, parties, occurredAt, validUntil, products, saleEventId } = record;
  const { country, emailHash } = record.customer;
  const said = kind === 'lead' ? { name: record.leadName, country, emailHash } : {};
  const body: FactBody = {
    contributionId: id,
    ...whose(record),
    ...withoutNull(said),
    ...(validUntil === null ? {} : { until: validUntil }),
    ...(products === null ? {} : { products }),
    ...(saleEventId === null ? {} : { sale: saleEventId }),
  };
  const input = { kind, parties, occurredAt, ...body };
  return ready(kind, sourceOf(kind), encodeId('ctb', id), occurredAt, customer, body, input);
}

/** The end of a confirmed one: from `at` on it counts no more. */
export function endFact(record: ContributionRecord, customer: CustomerDraft, at: Instant, reason: string | null): ReadyFact {
  const { id } = record;
  const body: FactBody = { contributionId: id, ...whose(record), ...(reason === null ? {} : { reason }) };
  const kind = 'contribution_ended';
  return ready(kind, sourceOf(kind), `${encodeId('ctb', id)}/end`, at, customer, body, { kind, ...body });
}

function whose({ kind, parties }: ContributionRecord): FactBody {
  const [first] = parties;
  if (first === undefined) throw new Error('a contribution without a partner');
  if (kind !== 'agreement') return { enrollmentId: first.enrollmentId, partnerId: first.partnerId };
  return { shares: parties.map(({ enrollmentId, share }) => ({ enrollmentId, share })) };
}

/** A lead is the company's, whoever registered it: it is found good by its id, as one that was tracked. */
function sourceOf(kind: FactKind): string {
  return kind === 'lead' ? companySource('lead') : 'cordee/contribution';
}

function withoutNull(said: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

function ready(
  kind: FactKind,
  source: string,
  externalId: string,
  occurredAt: Instant,
  customer: CustomerDraft,
  body: FactBody,
  input: unknown,
): ReadyFact {
  const draft = {
    kind,
    source,
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
