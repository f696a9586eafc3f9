import type { LeavingAnswer } from '@cordee/contract/leaving';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

type Account = NonNullable<NonNullable<LeavingAnswer['leaving']>['account']>;
/** A final account as it was hashed. */
export type AccountContent = Omit<Account, 'number' | 'at' | 'hash'>;

export interface AccountRecord {
  readonly number: number;
  readonly at: Instant;
  readonly content: AccountContent;
  readonly hash: string;
}

/** Adds a final account; `text` is the content as it was hashed. */
export async function insertAccount(
  tx: Tx,
  workspaceId: string,
  leavingId: string,
  { at, hash, text, actor }: { readonly at: Instant; readonly hash: string; readonly text: string; readonly actor: Actor },
): Promise<void> {
  await tx.query(
    `insert into final_account (workspace_id, leaving_id, number, at, actor, content, hash)
     select $1, $2, 1 + coalesce(max(number), 0), $3, $4, $5, $6 from final_account where workspace_id = $1 and leaving_id = $2`,
    [workspaceId, leavingId, new Date(at), JSON.stringify(actor), text, hash],
  );
}

/** The account that counts; null before the first. */
export async function lastAccount(tx: Tx, workspaceId: string, leavingId: string): Promise<AccountRecord | null> {
  const [row] = await tx.query<AccountRecord>(
    `select number, at, content, hash from final_account where workspace_id = $1 and leaving_id = $2 order by number desc limit 1`,
    [workspaceId, leavingId],
  );
  return row ?? null;
}
