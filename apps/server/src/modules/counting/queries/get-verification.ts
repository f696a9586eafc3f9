import type { VerificationAnswer } from '@cordee/contract/long-work';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { mayVerify } from '../counting.policy.ts';
import { toContract } from '../verifications/verification-answer.ts';
import { selectVerifications } from '../verifications/verification.store.ts';

/** A verification, under way or finished. Refuses `not_found`. */
export function getVerification(context: Context, id: string): Promise<Wire<VerificationAnswer>> {
  mayVerify(context.actor);
  return read(context, async (tx) => {
    const [record] = await selectVerifications(tx, context.workspaceId, { id, limit: 1 });
    if (record === undefined) throw new Refusal('not_found');
    return toContract(record);
  });
}

/** A page of verifications, newest first. */
export function listVerifications(
  context: Context,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: Wire<VerificationAnswer>[]; nextCursor: string | null }> {
  mayVerify(context.actor);
  const before = decodeCursor(cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    const rows = await selectVerifications(tx, context.workspaceId, { before, limit: limit + 1 });
    return pageOfRows(rows, limit, toContract, ({ id }) => [id]);
  });
}
