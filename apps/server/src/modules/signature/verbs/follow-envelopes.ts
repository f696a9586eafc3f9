import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import { write } from '../../../platform/verb.ts';
import { workspaceIds } from '../../fact/index.ts';
import { selectDue } from '../envelope.store.ts';
import type { SignatureParts } from '../parts.ts';
import { mustSendEnvelopes } from '../signature.policy.ts';
import { mustHold, takeStep } from '../take-step.ts';
import { audit, remind } from './run-envelope.ts';

export interface Following {
  readonly db: Database;
  readonly now: Clock;
}

/** What the clock does: it ends what is over and writes again to who has not signed. To be run often, anywhere, twice or late. */
export async function followEnvelopes(following: Following, parts: SignatureParts): Promise<void> {
  for (const workspaceId of await workspaceIds(following.db)) await followEnvelopesOf(following, parts, workspaceId);
}

/** The same for one workspace; how many envelopes something was done about. */
export async function followEnvelopesOf({ db, now }: Following, parts: SignatureParts, workspaceId: string): Promise<number> {
  const job = 'signature.follow';
  const context: Context = { actor: { kind: 'system', job }, workspaceId, db, now, language: 'en', requestId: job };
  const due = await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return selectDue(tx, workspaceId, now());
  });
  let done = 0;
  for (const { id } of due) {
    if (await follow(context, parts, id)) done += 1;
  }
  return done;
}

async function follow(context: Context, parts: SignatureParts, id: string): Promise<boolean> {
  mustSendEnvelopes(context.actor);
  return write(context, async (tx) => {
    const before = await mustHold(tx, context, id);
    const now = context.now();
    if (before.state !== 'sent') return { result: false, audit: null };
    if (before.expiresAt <= now) {
      const told = { kind: 'expired', by: 'clock', data: {} };
      return { result: true, audit: audit('expired', await takeStep(tx, context, parts, before, { kind: 'expire' }, told)) };
    }
    if (before.remindAt === null || before.remindAt > now) return { result: false, audit: null };
    return { result: true, audit: audit('reminded', await remind(tx, context, parts, before)) };
  });
}
