import { findSignals, signalDays, type Signal, type SignalEvidence } from '@cordee/core/signal';
import type { Terms } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { clickPaces, clicksOfSameBrowser, type ClickPace } from '../../tracking/index.ts';
import type { StoredCommission } from '../counted.store.ts';
import {
  loadCustomerCredits,
  loadEventTotals,
  loadHistoryTraces,
  loadPartnerHistories,
  loadProgramRefunds,
  loadTraces,
  mostOfPartner,
  type ConversionTraces,
  type CustomerCredit,
  type PartnerConversion,
  type RefundCount,
} from './signals.store.ts';

const reachMs = signalDays * 86_400_000;

/** What was read around a page of commissions, all of it at once. */
interface Surroundings {
  readonly terms: Terms;
  readonly traces: ReadonlyMap<bigint, ConversionTraces>;
  readonly totals: ReadonlyMap<string, bigint>;
  readonly histories: ReadonlyMap<string, readonly PartnerConversion[]>;
  readonly historyTraces: ReadonlyMap<bigint, ConversionTraces>;
  readonly programs: ReadonlyMap<string, RefundCount>;
  readonly credits: ReadonlyMap<string, readonly CustomerCredit[]>;
  /** Other clicks of the same browser, by click. */
  readonly browsers: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The signals of each of some commissions, in their order: a fixed number of statements however many there are. A partner is compared
 * with what it was before each, and with its program as it is now.
 */
export async function signalsOf(
  tx: Tx,
  workspaceId: string,
  terms: Terms,
  commissions: readonly StoredCommission[],
  now: Instant,
): Promise<Signal[][]> {
  if (commissions.length === 0) return [];
  const around = await lookAround(tx, workspaceId, terms, commissions, now);
  const paces = await clickPaces(
    tx,
    workspaceId,
    commissions.map(({ partnerId, occurredAt }) => ({ partnerId, at: occurredAt })),
  );
  return commissions.map((commission, index) => findSignals(evidenceOf(commission, paces[index] ?? noClicks, around)));
}

const noClicks: ClickPace = { inHour: 0, before: 0, hoursBefore: 1 };

async function lookAround(
  tx: Tx,
  workspaceId: string,
  terms: Terms,
  commissions: readonly StoredCommission[],
  now: Instant,
): Promise<Surroundings> {
  const seqs = [...new Set(commissions.map(({ factSeq }) => factSeq))];
  const earliest = Math.min(...commissions.map(({ occurredAt }) => occurredAt));
  const since: Instant = earliest - reachMs;
  const traces = await loadTraces(tx, workspaceId, seqs);
  const histories = await loadPartnerHistories(tx, workspaceId, newestByPartner(commissions));
  const customers = [...traces.values()].flatMap(({ customerId }) => customerId ?? []);
  const clicks = [...traces.values()].flatMap(({ touches }) => touches.map(({ id, at }) => ({ id, at })));
  const browsers = new Map<string, Set<string>>();
  for (const [click, other] of await clicksOfSameBrowser(tx, workspaceId, clicks, since)) {
    browsers.set(click, (browsers.get(click) ?? new Set()).add(other));
  }
  const programs = [...new Set(commissions.map(({ programId }) => programId))];
  return {
    terms,
    traces,
    totals: await loadEventTotals(tx, workspaceId, seqs),
    histories,
    historyTraces: await loadHistoryTraces(tx, workspaceId, histories.values()),
    programs: await loadProgramRefunds(tx, workspaceId, programs, now - reachMs),
    credits: await loadCustomerCredits(tx, workspaceId, [...new Set(customers)], since),
    browsers,
  };
}

function newestByPartner(commissions: readonly StoredCommission[]): { partnerId: string; through: bigint }[] {
  const newest = new Map<string, bigint>();
  for (const { partnerId, factSeq } of commissions) {
    if (factSeq > (newest.get(partnerId) ?? 0n)) newest.set(partnerId, factSeq);
  }
  return [...newest].map(([partnerId, through]) => ({ partnerId, through }));
}

function evidenceOf(commission: StoredCommission, clicks: ClickPace, around: Surroundings): SignalEvidence {
  const { factSeq, enrollmentId, partnerId, programId, currency, occurredAt: at } = commission;
  const enrollment = around.terms.enrollments.get(enrollmentId);
  const emails = new Set((enrollment?.partner ?? []).flatMap(({ value }) => value.emailHashes));
  const own = around.traces.get(factSeq);
  const history = around.histories.get(partnerId) ?? [];
  const earlier = history.filter((conversion) => conversion.factSeq < factSeq);
  const isOwn = (traces: ConversionTraces | undefined) => emails.has(traces?.emailHash ?? '');
  return {
    at,
    currency,
    amount: around.totals.get(`${factSeq} ${enrollmentId} ${currency}`) ?? commission.amount,
    since: enrollment?.states[0]?.from ?? 0,
    earlier,
    hasMore: history.length >= mostOfPartner,
    program: around.programs.get(programId) ?? { conversions: 0, refunded: 0 },
    clicks,
    isOwnEmail: isOwn(own),
    browser: browserOf(own, earlier, at, isOwn, around),
    customer: customerOf(commission, own, around),
  };
}

/** Earlier conversions of the partner by a click of the browser that made one of this conversion's clicks. */
function browserOf(
  own: ConversionTraces | undefined,
  earlier: readonly PartnerConversion[],
  at: Instant,
  isOwn: (traces: ConversionTraces | undefined) => boolean,
  { browsers, historyTraces }: Surroundings,
): SignalEvidence['browser'] {
  const others = new Set((own?.touches ?? []).flatMap(({ id }) => [...(browsers.get(id) ?? [])]));
  const sameBrowser = earlier
    .filter((conversion) => conversion.at >= at - reachMs)
    .map(({ factSeq }) => historyTraces.get(factSeq))
    .filter((traces) => traces?.touches.some(({ id }) => others.has(id)) === true);
  const customers = new Set(sameBrowser.map((traces) => traces?.customerId));
  customers.delete(own?.customerId ?? null);
  customers.delete(null);
  return { ofPartner: sameBrowser.filter(isOwn).length, otherCustomers: customers.size };
}

function customerOf(
  { factSeq, partnerId, occurredAt }: StoredCommission,
  own: ConversionTraces | undefined,
  { credits }: Surroundings,
): SignalEvidence['customer'] {
  const others = (credits.get(own?.customerId ?? '') ?? []).filter(
    (credit) => credit.partnerId !== partnerId && credit.factSeq !== factSeq && Math.abs(credit.at - occurredAt) <= reachMs,
  );
  return {
    otherPartnerIds: [...new Set(others.map((credit) => credit.partnerId))],
    conversions: new Set(others.map((credit) => credit.factSeq)).size,
  };
}
