import {
  needsReason,
  reviewKinds,
  reviewVerdict,
  type AimedCommission,
  type CommissionStatus,
  type ReviewAction,
  type ReviewVerdict,
} from '@cordee/core/counting';
import { factId, parseSequenceUuid } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { inputHashOf, type ReadyFact } from '../../fact/index.ts';
import { loadCommissionsByRef, type StoredCommission } from '../counted.store.ts';
import { type Place, recordExclusively } from '../record-exclusively.ts';

/** What somebody decides about one commission. A hold or a refusal has a reason. */
export interface ReviewDecision {
  readonly commissionId: string;
  readonly action: ReviewAction;
  readonly reason: string | null;
}

export interface ReviewResult {
  readonly verdict: ReviewVerdict | 'not_found';
  /** As it stands afterwards; null when there is no such commission. */
  readonly status: CommissionStatus | null;
  readonly factId: string | null;
}

interface Judged {
  readonly decision: ReviewDecision;
  readonly commission: StoredCommission | undefined;
  readonly verdict: ReviewResult['verdict'];
}

/**
 * Records decisions about commissions (each commission once) and counts them, on the books as they stand: nothing is recorded or counted
 * between the look at a commission and the fact about it, so none is held that has just been taken into a payout. Those of one
 * event, action and reason are one fact. Refuses `unavailable` while a large import is being counted.
 */
export async function recordReviews(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  decisions: readonly ReviewDecision[],
): Promise<ReviewResult[]> {
  let judged: readonly Judged[] = [];
  const facts = await recordExclusively(tx, workspaceId, now, async (first) => {
    judged = await judge(tx, workspaceId, decisions);
    return factsOf(judged, first);
  });
  const ids = new Map<string, string>();
  for (const { fact } of facts) {
    const told = factId(fact.recordedAt, fact.seq);
    for (const { number } of fact.body.commissions ?? []) ids.set(`${fact.targetSeq}.${number}`, told);
  }
  const after = new Map((await load(tx, workspaceId, decisions)).map((commission) => [refText(commission), commission.status]));
  return judged.map(({ commission, verdict }) => {
    if (commission === undefined) return { verdict, status: null, factId: null };
    const ref = refText(commission);
    return { verdict, status: after.get(ref) ?? commission.status, factId: ids.get(ref) ?? null };
  });
}

async function judge(tx: Tx, workspaceId: string, decisions: readonly ReviewDecision[]): Promise<Judged[]> {
  const known = new Map((await load(tx, workspaceId, decisions)).map((commission) => [refText(commission), commission]));
  return decisions.map((decision) => {
    const parts = parseSequenceUuid(decision.commissionId);
    const commission = parts === null ? undefined : known.get(`${parts.seq}.${parts.n}`);
    if (commission === undefined || commission.recordedAt !== parts?.at) {
      return { decision, commission: undefined, verdict: 'not_found' };
    }
    if (needsReason(decision.action) && decision.reason === null) throw new Error(`a ${decision.action} without a reason`);
    return { decision, commission, verdict: reviewVerdict(decision.action, commission) };
  });
}

function load(tx: Tx, workspaceId: string, decisions: readonly ReviewDecision[]): Promise<StoredCommission[]> {
  const refs = decisions.flatMap(({ commissionId }) => parseSequenceUuid(commissionId) ?? []);
  return loadCommissionsByRef(
    tx,
    workspaceId,
    refs.map(({ seq, n }) => ({ factSeq: seq, number: n })),
  );
}

function factsOf(judged: readonly Judged[], first: Place): ReadyFact[] {
  const groups = new Map<
    string,
    { readonly decision: ReviewDecision; readonly targetSeq: bigint; readonly aimed: AimedCommission[] }
  >();
  for (const { decision, commission, verdict } of judged) {
    if (verdict !== 'done' || commission === undefined) continue;
    const key = JSON.stringify([String(commission.factSeq), decision.action, decision.reason]);
    const group = groups.get(key) ?? { decision, targetSeq: commission.factSeq, aimed: [] };
    const { number, enrollmentId, lineId } = commission;
    group.aimed.push({ number, enrollmentId, lineId });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ decision, targetSeq, aimed }, index) => {
    const kind = reviewKinds[decision.action];
    const commissions = aimed.toSorted((a, b) => a.number - b.number);
    const body = { commissions, ...(decision.reason === null ? {} : { reason: decision.reason }) };
    const draft = {
      kind,
      source: 'cordee/review',
      externalId: factId(first.recordedAt, first.seq + BigInt(index)),
      occurredAt: first.recordedAt,
      customer: null,
      currency: null,
      amount: null,
      target: null,
      body,
      strict: false,
      clickId: null,
      visitorId: null,
      inputHash: inputHashOf({ kind, targetSeq, ...body }),
    };
    return { draft, targetSeq, body };
  });
}

function refText({ factSeq, number }: { readonly factSeq: bigint; readonly number: number }): string {
  return `${factSeq}.${number}`;
}
