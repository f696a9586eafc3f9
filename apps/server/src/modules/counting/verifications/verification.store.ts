import type { VerificationAnswer } from '@cordee/contract/long-work';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';

export type VerificationResult = NonNullable<VerificationAnswer['result']>;

export interface VerificationRecord {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly facts: bigint;
  readonly total: bigint;
  readonly result: VerificationResult | null;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
}

const columns = `id, state, facts, total, result, created_at as "createdAt", finished_at as "finishedAt"`;

export async function insertVerification(tx: Tx, workspaceId: string, id: string, actor: Actor, at: Instant): Promise<void> {
  await tx.query(`insert into verification (workspace_id, id, state, actor, created_at) values ($1, $2, 'waiting', $3, $4)`, [
    workspaceId,
    id,
    JSON.stringify(actor),
    new Date(at),
  ]);
}

/** The one that waits or runs, held against another start until the transaction ends; null when there is none. */
export async function findUnfinished(tx: Tx, workspaceId: string): Promise<VerificationRecord | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`verification ${workspaceId}`]);
  const [row] = await tx.query<VerificationRecord>(
    `select ${columns} from verification where workspace_id = $1 and state in ('waiting', 'running') order by id desc limit 1`,
    [workspaceId],
  );
  return row ?? null;
}

/** Verifications, newest first: before one, or that one alone. */
export function selectVerifications(
  tx: Tx,
  workspaceId: string,
  filter: { readonly id?: string; readonly before?: string | null; readonly limit: number },
): Promise<VerificationRecord[]> {
  return tx.query<VerificationRecord>(
    `select ${columns} from verification
      where workspace_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [workspaceId, filter.id ?? null, filter.before ?? null, filter.limit],
  );
}
