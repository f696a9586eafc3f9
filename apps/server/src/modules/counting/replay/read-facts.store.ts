import type { Fact, FactKind } from '@cordee/core/counting';
import { copyField, copyRuns, literalUuid } from '../../../platform/db/copy.ts';
import { instantColumn } from '../../../platform/db/instant-text.ts';
import type { Tx } from '../../../platform/db/index.ts';

export interface FactRange {
  readonly workspaceId: string;
  /** Exclusive. */
  readonly after: bigint;
  /** Inclusive. */
  readonly through: bigint;
  /** Told of the lines as well, as bytes that are not to be kept; each then ends with the fact's hash. */
  readonly onLines?: (lines: Buffer) => void;
}

/** The next facts after `after`, in order. */
export async function nextFacts(tx: Tx, workspaceId: string, after: bigint, limit: number): Promise<Fact[]> {
  const facts: Fact[] = [];
  await readFacts(tx, { workspaceId, after, through: after + BigInt(limit) }, (fact) => facts.push(fact));
  return facts;
}

/** Streams facts in order, fast enough that reading is not what limits a replay. */
export async function readFacts(tx: Tx, range: FactRange, onFact: (fact: Fact) => void): Promise<void> {
  const { workspaceId, after, through, onLines } = range;
  const query =
    `select seq, kind, source, external_id, ${instantColumn('occurred_at')}, ${instantColumn('recorded_at')}, customer_id, currency, amount,` +
    ` target_seq, body${onLines === undefined ? '' : `, encode(hash, 'hex')`}` +
    ` from fact where workspace_id = ${literalUuid(workspaceId)} and seq > ${after} and seq <= ${through} order by seq`;
  await copyRuns(tx, query, (lines) => {
    onLines?.(lines);
    for (const line of lines.toString('utf8').split('\n')) onFact(factOfLine(line));
  });
}

function factOfLine(line: string): Fact {
  const fields = line.split('\t');
  return {
    seq: BigInt(fields[0] ?? ''),
    kind: (fields[1] ?? '') as FactKind,
    source: copyField(fields[2] ?? ''),
    externalId: copyField(fields[3] ?? ''),
    occurredAt: Number(fields[4]),
    recordedAt: Number(fields[5]),
    customerId: optional(fields[6]),
    currency: optional(fields[7]),
    amount: optionalInteger(fields[8]),
    targetSeq: optionalInteger(fields[9]),
    body: JSON.parse(copyField(fields[10] ?? '')) as Fact['body'],
  };
}

/** A line as `onLines` is told it: the fact's number, its canonical text's parts still spelled, and its hash in hexadecimal. */
export function spelledFact(line: string) {
  const [seq = '', kind = '', source = '', externalId = '', occurredAt = '', recordedAt = '', ...rest] = line.split('\t');
  const [customerId, currency, amount, targetSeq, body = '', hash = ''] = rest;
  return {
    seq,
    kind,
    source: copyField(source),
    externalId: copyField(externalId),
    occurredAt,
    recordedAt,
    customerId: optional(customerId),
    currency: optional(currency),
    amount: optional(amount),
    targetSeq: optional(targetSeq),
    body: copyField(body),
    hash,
  };
}

function optional(field: string | undefined): string | null {
  return field === undefined || field === '\\N' ? null : field;
}

function optionalInteger(field: string | undefined): bigint | null {
  return field === undefined || field === '\\N' ? null : BigInt(field);
}

/** Which facts something happens to later. */
export async function readTargets(tx: Tx, workspaceId: string): Promise<Set<bigint>> {
  const rows = await tx.query<{ target_seq: bigint }>(
    `select distinct target_seq from fact where workspace_id = $1 and target_seq is not null`,
    [workspaceId],
  );
  return new Set(rows.map((row) => row.target_seq));
}
