import type { Fact, FactKind } from '@cordee/core/counting';
import { copyField, copyLines, literalUuid } from '../../../platform/db/copy.ts';
import { instantColumn } from '../../../platform/db/instant-text.ts';
import type { Tx } from '../../../platform/db/index.ts';

/** A fact with its stored body text, which the chain of hashes covers. */
export interface ReadFact {
  readonly fact: Fact;
  readonly bodyText: string;
  /** Hexadecimal; empty unless asked for. */
  readonly hash: string;
}

export interface FactRange {
  readonly workspaceId: string;
  /** Exclusive. */
  readonly after: bigint;
  /** Inclusive. */
  readonly through: bigint;
  readonly withHash: boolean;
}

/** The next facts after `after`, in order. */
export async function nextFacts(tx: Tx, workspaceId: string, after: bigint, limit: number): Promise<Fact[]> {
  const facts: Fact[] = [];
  await readFacts(tx, { workspaceId, after, through: after + BigInt(limit), withHash: false }, ({ fact }) => facts.push(fact));
  return facts;
}

/** Streams facts in order, fast enough that reading is not what limits a replay. */
export async function readFacts(tx: Tx, range: FactRange, onFact: (read: ReadFact) => void): Promise<void> {
  const query =
    `select seq, kind, source, external_id, ${instantColumn('occurred_at')}, ${instantColumn('recorded_at')}, customer_id, currency, amount,` +
    ` target_seq, body${range.withHash ? `, encode(hash, 'hex')` : ''}` +
    ` from fact where workspace_id = ${literalUuid(range.workspaceId)} and seq > ${range.after} and seq <= ${range.through} order by seq`;
  await copyLines(tx, query, (line) => onFact(factOfLine(line)));
}

function factOfLine(line: string): ReadFact {
  const fields = line.split('\t');
  const bodyText = copyField(fields[10] ?? '');
  const fact: Fact = {
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
    body: JSON.parse(bodyText) as Fact['body'],
  };
  return { fact, bodyText, hash: fields[11] ?? '' };
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
