import type { Conversion, Fact, FactBody } from '@cordee/core/counting';
import type { FieldFault } from '@cordee/contract/errors';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { appendFacts, keyText, lockOrder, saveCustomers, type FactDraft, type KnownFact, type ReadyFact } from '../fact/index.ts';
import { resolveClicks, type ResolvedTouches } from '../tracking/index.ts';
import { loadConversions } from './conversion.store.ts';
import { refundFault } from './refund-limit.ts';
import { findKnown, findTargets, findWaiting, type Waiting } from './targets.ts';

/** What became of one draft. `later`: it must be looked at again after what stands before it is counted. */
export type Recording =
  | { readonly kind: 'recorded'; readonly fact: Fact }
  | { readonly kind: 'duplicate'; readonly seq: bigint }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'later' };

export interface RecordedBatch {
  readonly recordings: readonly Recording[];
  /** All facts the batch added, in order: the drafts', and those that had waited for one of them. */
  readonly facts: readonly Fact[];
  readonly seqBefore: bigint;
  readonly termsVersion: bigint;
}

interface Plan {
  readonly known: ReadonlyMap<string, KnownFact>;
  readonly targets: ReadonlyMap<string, bigint>;
  readonly touches: ResolvedTouches;
  readonly waiting: ReadonlyMap<string, readonly Waiting[]>;
  readonly refundable: ReadonlyMap<bigint, Conversion>;
}

type Planned = Recording | { readonly kind: 'ready'; readonly index: number };

/**
 * Records drafts in the order of their workspace, each once: one known with the same input is a duplicate, with another input
 * a conflict. A refused draft never keeps the others from being recorded.
 */
export async function recordDrafts(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  drafts: readonly FactDraft[],
): Promise<RecordedBatch> {
  const head = await lockOrder(tx, workspaceId, now);
  const plan = await lookAround(tx, workspaceId, drafts);
  const ready: ReadyFact[] = [];
  const inBatch = new Map<string, { draft: FactDraft; index: number }>();
  const planned = drafts.map((draft): Planned => {
    const text = keyText(draft);
    const earlier = plan.known.get(text) ?? inBatch.get(text)?.draft;
    if (earlier !== undefined && !earlier.inputHash.equals(draft.inputHash)) {
      return { kind: 'refused', refusal: new Refusal('idempotency_conflict', [eventIdFault(draft)]) };
    }
    const stored = plan.known.get(text);
    if (stored !== undefined) return { kind: 'duplicate', seq: stored.seq };
    const twin = inBatch.get(text);
    if (twin !== undefined) return { kind: 'duplicate', seq: head.seq + 1n + BigInt(twin.index) };
    return addReady(draft, head.seq, plan, ready, inBatch);
  });
  const termsVersion = head.termsVersion;
  if (ready.length === 0) {
    return { recordings: planned.map((entry) => settled(entry, [])), facts: [], seqBefore: head.seq, termsVersion };
  }
  await saveCustomers(tx, workspaceId, ready, head.recordedAt);
  const { facts } = await appendFacts(tx, workspaceId, head, ready);
  return { recordings: planned.map((entry) => settled(entry, facts)), facts, seqBefore: head.seq, termsVersion };
}

async function lookAround(tx: Tx, workspaceId: string, drafts: readonly FactDraft[]): Promise<Plan> {
  const known = await findKnown(tx, workspaceId, drafts);
  const fresh = drafts.filter((draft) => !known.has(keyText(draft)));
  const targets = await findTargets(tx, workspaceId, fresh);
  const touches = await resolveClicks(tx, workspaceId, {
    clickIds: fresh.flatMap(({ clickId }) => (clickId === null ? [] : [clickId])),
    visitorIds: fresh.flatMap(({ visitorId }) => (visitorId === null ? [] : [visitorId])),
  });
  const waiting = await findWaiting(tx, workspaceId, fresh);
  const strict = fresh.flatMap((draft) =>
    draft.strict && draft.target !== null ? [targets.get(keyText(draft.target)) ?? -1n] : [],
  );
  const refundable = await loadConversions(
    tx,
    workspaceId,
    strict.filter((seq) => seq >= 0n),
  );
  return { known, targets, touches, waiting, refundable };
}

function addReady(
  draft: FactDraft,
  headSeq: bigint,
  plan: Plan,
  ready: ReadyFact[],
  inBatch: Map<string, { draft: FactDraft; index: number }>,
): Planned {
  const targetSeq = targetOf(draft, headSeq, plan, inBatch);
  if (draft.strict && targetSeq !== null) {
    // Its sale, or another refund of it, is still on its way in this very batch: look again once they are counted.
    if (targetSeq > headSeq || ready.some((other) => other.targetSeq === targetSeq)) return { kind: 'later' };
    const conversion = plan.refundable.get(targetSeq);
    const fault = conversion === undefined ? null : refundFault(draft, conversion);
    if (fault !== null) return { kind: 'refused', refusal: new Refusal('refund_exceeds_line', [fault]) };
  }
  const index = ready.length;
  inBatch.set(keyText(draft), { draft, index });
  ready.push({ draft, targetSeq, body: bodyOf(draft, targetSeq, plan.touches) });
  for (const late of plan.waiting.get(keyText(draft)) ?? []) {
    ready.push({ draft: late.draft, targetSeq: headSeq + 1n + BigInt(index), body: late.draft.body });
  }
  return { kind: 'ready', index };
}

function targetOf(
  draft: FactDraft,
  headSeq: bigint,
  plan: Plan,
  inBatch: ReadonlyMap<string, { readonly index: number }>,
): bigint | null {
  if (draft.target === null) return null;
  const stored = plan.targets.get(keyText(draft.target));
  if (stored !== undefined) return stored;
  const twin = inBatch.get(keyText(draft.target));
  return twin === undefined ? null : headSeq + 1n + BigInt(twin.index);
}

function settled(entry: Planned, facts: readonly Fact[]): Recording {
  if (entry.kind !== 'ready') return entry;
  const fact = facts[entry.index];
  if (fact === undefined) throw new Error('a recorded fact got lost');
  return { kind: 'recorded', fact };
}

function bodyOf(draft: FactDraft, targetSeq: bigint | null, touches: ResolvedTouches): FactBody {
  const awaits = draft.target !== null && targetSeq === null ? { awaits: keyText(draft.target) } : {};
  const found = [
    ...(touches.byClick.get(draft.clickId ?? '') ?? []),
    ...(touches.byVisitor.get(draft.visitorId ?? '') ?? []),
  ].filter((touch) => touch.at <= draft.occurredAt);
  const path = pathOf(draft, found.length > 0);
  const unique = [...new Map(found.map((touch) => [touch.id, touch])).values()];
  unique.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return {
    ...draft.body,
    ...(unique.length === 0 ? {} : { touches: unique }),
    ...(path === null ? {} : { path }),
    ...awaits,
  };
}

function pathOf(draft: FactDraft, clicksFound: boolean): NonNullable<FactBody['path']> | null {
  if (draft.kind !== 'sale' && draft.kind !== 'lead') return null;
  if (clicksFound) return draft.clickId === null ? 'cookie' : 'click_id';
  if (draft.body.coupon !== undefined) return 'coupon';
  return draft.body.code === undefined ? 'none' : 'code';
}

function eventIdFault(draft: FactDraft): FieldFault {
  return {
    path: '/eventId',
    rule: 'unique',
    message: {
      en: `The event ${draft.externalId} was already recorded with other content.`,
      fr: `L'événement ${draft.externalId} a déjà été enregistré avec un autre contenu.`,
    },
  };
}
