import type { Conversion, Fact, FactBody } from '@cordee/core/counting';
import type { FieldFault } from '@cordee/contract/errors';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  appendBehind,
  keyText,
  lockOrder,
  type FactDraft,
  type KnownFact,
  type OrderHead,
  type ReadyFact,
} from '../fact/index.ts';
import { resolveClicks, type ResolvedTouches } from '../tracking/index.ts';
import { loadConversions } from './conversion.store.ts';
import { refundFault } from './refund-limit.ts';
import { findKnown, findTargets, findWaiting, namesOf, recordedAgain } from './targets.store.ts';

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
  readonly before: OrderHead;
  readonly order: OrderHead;
}

interface Plan {
  readonly known: ReadonlyMap<string, KnownFact>;
  readonly targets: ReadonlyMap<string, bigint>;
  readonly touches: ResolvedTouches;
  readonly waiting: ReadonlyMap<string, readonly FactDraft[]>;
  readonly refundable: ReadonlyMap<bigint, Conversion>;
}

type Planned = Recording | { readonly kind: 'ready'; readonly index: number };

/** What the drafts before this one in the batch have become. */
interface Batch {
  readonly headSeq: bigint;
  readonly ready: ReadyFact[];
  /** By own key. */
  readonly drafts: Map<string, { readonly draft: FactDraft; readonly seq: bigint }>;
  /** By every key another fact may name them by. */
  readonly targets: Map<string, bigint>;
  /** What named something that has not come yet, by that name. */
  readonly awaiting: Map<string, FactDraft[]>;
}

/**
 * Records drafts in the order of their workspace, each once: one known with the same input is a duplicate, with another input
 * a conflict. A refused draft never keeps the others from being recorded. What is stored travels with the commit, and fails it.
 */
export async function recordDrafts(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  drafts: readonly FactDraft[],
): Promise<RecordedBatch> {
  // In this order: what is looked for behind the lock is what stands there until the end of the transaction.
  const [head, plan] = await Promise.all([lockOrder(tx, workspaceId, now), lookAround(tx, workspaceId, drafts)]);
  const batch: Batch = { headSeq: head.seq, ready: [], drafts: new Map(), targets: new Map(), awaiting: new Map() };
  const { ready } = batch;
  const planned = drafts.map((draft): Planned => {
    const text = keyText(draft);
    const stored = plan.known.get(text);
    const twin = batch.drafts.get(text);
    const inputHash = stored?.inputHash ?? twin?.draft.inputHash;
    if (inputHash !== undefined && !inputHash.equals(draft.inputHash)) {
      return { kind: 'refused', refusal: new Refusal('idempotency_conflict', [eventIdFault(draft)]) };
    }
    if (stored !== undefined) return { kind: 'duplicate', seq: stored.seq };
    if (twin !== undefined) return { kind: 'duplicate', seq: twin.seq };
    return addReady(draft, plan, batch);
  });
  if (ready.length === 0) return { recordings: planned.map((entry) => settled(entry, [])), facts: [], before: head, order: head };
  const { facts, order } = appendBehind(tx, workspaceId, head, ready);
  return { recordings: planned.map((entry) => settled(entry, facts)), facts, before: head, order };
}

async function lookAround(tx: Tx, workspaceId: string, drafts: readonly FactDraft[]): Promise<Plan> {
  const [known, targets, touches, waiting] = await Promise.all([
    findKnown(tx, workspaceId, drafts),
    findTargets(tx, workspaceId, drafts),
    resolveClicks(tx, workspaceId, {
      clickIds: drafts.flatMap(({ clickId }) => (clickId === null ? [] : [clickId])),
      visitorIds: drafts.flatMap(({ visitorId }) => (visitorId === null ? [] : [visitorId])),
    }),
    findWaiting(tx, workspaceId, drafts),
  ]);
  const strict = drafts.flatMap((draft) =>
    draft.strict && draft.target !== null && !known.has(keyText(draft)) ? [targets.get(keyText(draft.target)) ?? -1n] : [],
  );
  const refundable = await loadConversions(
    tx,
    workspaceId,
    strict.filter((seq) => seq >= 0n),
    'recorded',
  );
  return { known, targets, touches, waiting, refundable };
}

function addReady(draft: FactDraft, plan: Plan, batch: Batch): Planned {
  const { headSeq, ready } = batch;
  const targetSeq = targetOf(draft, plan, batch);
  if (draft.strict && targetSeq !== null) {
    // Its sale, or another refund of it, is still on its way in this very batch: look again once they are counted.
    if (targetSeq > headSeq || ready.some((other) => other.targetSeq === targetSeq)) return { kind: 'later' };
    const conversion = plan.refundable.get(targetSeq);
    const fault = conversion === undefined ? null : refundFault(draft, conversion);
    if (fault !== null) return { kind: 'refused', refusal: new Refusal('refund_exceeds_line', [fault]) };
  }
  const index = ready.length;
  const seq = headSeq + 1n + BigInt(index);
  const body = bodyOf(draft, targetSeq, plan.touches);
  ready.push({ draft, targetSeq, body });
  batch.drafts.set(keyText(draft), { draft, seq });
  const names = namesOf(draft);
  for (const name of names) if (!batch.targets.has(name)) batch.targets.set(name, seq);
  for (const late of [...(plan.waiting.get(keyText(draft)) ?? []), ...names.flatMap((name) => batch.awaiting.get(name) ?? [])]) {
    ready.push({ draft: late, targetSeq: seq, body: late.body });
  }
  for (const name of names) batch.awaiting.delete(name);
  if (body.awaits !== undefined) {
    const others = batch.awaiting.get(body.awaits) ?? [];
    batch.awaiting.set(body.awaits, [...others, recordedAgain({ ...draft, seq, body })]);
  }
  return { kind: 'ready', index };
}

function targetOf(draft: FactDraft, plan: Plan, batch: Batch): bigint | null {
  if (draft.target === null) return null;
  const name = keyText(draft.target);
  return plan.targets.get(name) ?? batch.targets.get(name) ?? null;
}

function settled(entry: Planned, facts: readonly Fact[]): Recording {
  if (entry.kind !== 'ready') return entry;
  const fact = facts[entry.index];
  if (fact === undefined) throw new Error('a recorded fact got lost');
  return { kind: 'recorded', fact };
}

/** The body of a fact with what was found for its draft. */
export function bodyOf(draft: FactDraft, targetSeq: bigint | null, touches: ResolvedTouches): FactBody {
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
    path: 'eventId',
    rule: 'unique',
    message: {
      en: `The event ${draft.externalId} was already recorded with other content.`,
      fr: `L'événement ${draft.externalId} a déjà été enregistré avec un autre contenu.`,
    },
  };
}
