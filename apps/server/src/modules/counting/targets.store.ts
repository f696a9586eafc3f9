import type { Tx } from '../../platform/db/index.ts';
import { findFacts, keyText, type FactDraft, type FactKey, type KnownFact } from '../fact/index.ts';
import { factColumns, factFromRow, type FactRow } from '../fact/index.ts';

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

/** The keys by which other facts may name this one: its own, and the company's where it comes from a connected system. */
export function namesOf({ kind, source, externalId }: FactDraft): string[] {
  if (kind !== 'sale' && kind !== 'lead') return [];
  return [...new Set([keyText({ source, externalId }), keyText({ source: `${companyPrefix}${kind}`, externalId })])];
}

/**
 * Earlier facts that named a draft before it was known, as drafts to be recorded behind it; by the key of the draft. Each is
 * recorded again once, even where two systems tell the same sale.
 */
export async function findWaiting(tx: Tx, workspaceId: string, drafts: readonly FactDraft[]): Promise<Map<string, FactDraft[]>> {
  const waiting = new Map<string, FactDraft[]>();
  const byName = new Map<string, string>();
  for (const draft of drafts) for (const name of namesOf(draft)) byName.set(name, keyText(draft));
  if (byName.size === 0) return waiting;
  const rows = await tx.query<FactRow & { awaits: string }>(
    `select ${factColumns}, awaits from fact
      where workspace_id = $1 and awaits = any($2::text[])
        and not exists (select 1 from fact again
                         where again.workspace_id = $1 and again.source = '${lateSource}' and again.external_id = fact.seq::text)
      order by seq`,
    [workspaceId, [...byName.keys()]],
  );
  for (const row of rows) {
    const key = byName.get(row.awaits) ?? '';
    const list = waiting.get(key) ?? [];
    list.push(recordedAgain(factFromRow(row)));
    waiting.set(key, list);
  }
  return waiting;
}

/** Fails the transaction if anything waits for one of the drafts. */
export async function refuseWaiting(tx: Tx, workspaceId: string, drafts: readonly FactDraft[]): Promise<void> {
  const names = drafts.flatMap(namesOf);
  if (names.length === 0) return;
  await tx.query(`select 1 / (not exists (select 1 from fact where workspace_id = $1 and awaits = any($2::text[])))::int`, [
    workspaceId,
    names,
  ]);
}

/** A fact that waited, to be recorded once more, aimed at what it waited for; it remembers the key it came with. */
export function recordedAgain(
  fact: Pick<FactDraft, 'kind' | 'source' | 'externalId' | 'occurredAt' | 'currency' | 'amount' | 'body'> & {
    readonly seq: bigint;
  },
): FactDraft {
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
    body: { ...body, again: keyText(fact) },
  };
}
