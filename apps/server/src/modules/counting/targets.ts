import type { Tx } from '../../platform/db/index.ts';
import { findFacts, keyText, type FactDraft, type FactKey, type KnownFact } from '../fact/index.ts';
import { factColumns, factFromRow, type FactRow } from './fact-rows.ts';

const companyPrefix = 'company/';
/** Facts recorded again because what they were about has come. */
export const lateSource = 'cordee/late';

/** The facts already recorded under the drafts' own keys. */
export function findKnown(tx: Tx, workspaceId: string, drafts: readonly FactDraft[]): Promise<Map<string, KnownFact>> {
  return findFacts(
    tx,
    workspaceId,
    drafts.map(({ source, externalId }) => ({ source, externalId })),
  );
}

/** The facts the drafts are about: the company's own, or by the same id one from any connected system. */
export async function findTargets(tx: Tx, workspaceId: string, drafts: readonly FactDraft[]): Promise<Map<string, bigint>> {
  const keys = drafts.flatMap(({ target }) => (target === null ? [] : [target]));
  const found = await findFacts(tx, workspaceId, keys);
  const targets = new Map([...found].map(([text, fact]) => [text, fact.seq]));
  const open = keys.filter((key) => !targets.has(keyText(key)) && key.source.startsWith(companyPrefix));
  if (open.length === 0) return targets;
  const connections = await tx.query<{ id: string; kind: string }>(`select id, kind from connection where workspace_id = $1`, [
    workspaceId,
  ]);
  const elsewhere = await findFacts(
    tx,
    workspaceId,
    open.flatMap(({ source, externalId }) =>
      connections.map(({ id, kind }) => ({ source: `${kind}:${id}/${source.slice(companyPrefix.length)}`, externalId })),
    ),
  );
  for (const key of open) {
    const match = [...elsewhere.values()].find((fact) => isSameEvent(fact.key, key));
    if (match !== undefined) targets.set(keyText(key), match.seq);
  }
  return targets;
}

function isSameEvent(stored: FactKey, asked: FactKey): boolean {
  return stored.externalId === asked.externalId && stored.source.endsWith(`/${asked.source.slice(companyPrefix.length)}`);
}

/** An earlier fact that named a target not known then, as a draft to be recorded behind that target. */
export interface Waiting {
  readonly draft: FactDraft;
}

/** What waits for the drafts, by the key of the draft. */
export async function findWaiting(tx: Tx, workspaceId: string, drafts: readonly FactDraft[]): Promise<Map<string, Waiting[]>> {
  const waiting = new Map<string, Waiting[]>();
  const byAlias = new Map<string, string>();
  for (const draft of drafts) {
    if (draft.kind !== 'sale' && draft.kind !== 'lead') continue;
    byAlias.set(keyText(draft), keyText(draft));
    byAlias.set(keyText({ source: `${companyPrefix}${draft.kind}`, externalId: draft.externalId }), keyText(draft));
  }
  if (byAlias.size === 0) return waiting;
  const rows = await tx.query<FactRow & { awaits: string }>(
    `select ${factColumns}, body->>'awaits' as awaits from fact
      where workspace_id = $1 and target_seq is null and body->>'awaits' = any($2::text[])
        and kind in ('refund', 'cancellation', 'dispute_opened', 'dispute_won', 'dispute_lost', 'lead_qualified')
      order by seq`,
    [workspaceId, [...byAlias.keys()]],
  );
  for (const row of rows) {
    const key = byAlias.get(row.awaits) ?? '';
    const list = waiting.get(key) ?? [];
    list.push({ draft: again(row) });
    waiting.set(key, list);
  }
  return waiting;
}

function again(row: FactRow): FactDraft {
  const fact = factFromRow(row);
  const { awaits: _awaits, ...body } = fact.body;
  return {
    kind: fact.kind,
    source: lateSource,
    externalId: String(fact.seq),
    occurredAt: fact.occurredAt,
    customer: null,
    currency: fact.currency,
    amount: fact.amount,
    target: null,
    strict: false,
    clickId: null,
    visitorId: null,
    inputHash: Buffer.alloc(16),
    body,
  };
}
