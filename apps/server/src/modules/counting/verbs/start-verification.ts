import type { VerificationAnswer } from '@cordee/contract/long-work';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { mayVerify } from '../counting.policy.ts';
import { toContract } from '../verifications/verification-answer.ts';
import { findUnfinished, insertVerification } from '../verifications/verification.store.ts';

/** Has everything counted again in the background; the one that waits or runs, if there is one. */
export function startVerification(context: Context): Promise<Wire<VerificationAnswer>> {
  mayVerify(context.actor);
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const unfinished = await findUnfinished(tx, workspaceId);
    if (unfinished !== null) return { result: toContract(unfinished), audit: null };
    const createdAt = context.now();
    const id = newUuid(createdAt);
    await insertVerification(tx, workspaceId, id, actor, createdAt);
    await enqueue(tx, 'counting.verify', { workspaceId, verificationId: id }, { maxAttempts: 3, awaited: true });
    const result = toContract({ id, state: 'waiting', facts: 0n, total: 0n, result: null, createdAt, finishedAt: null });
    return { result, audit: { action: 'verification.started', subject: encodeId('wsp', workspaceId), after: { id: result.id } } };
  });
}
