import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { mustBeOperator } from '../identity.policy.ts';
import { issueLink } from '../links.store.ts';
import { findMember } from '../members.store.ts';
import { findUserByEmail } from '../users.store.ts';

const DAY_MS = 86_400_000;

/**
 * A one-time link (a day) for a member to choose another password; former ones stop working. Only for the operator at the
 * terminal: a user may belong to other workspaces, whose owners must not be overruled. Refuses `forbidden`, `not_found`.
 */
export function renewLink(context: Context, email: string, baseUrl: string): Promise<{ email: string; link: string }> {
  mustBeOperator(context.actor);
  return write(context, async (tx) => {
    const user = await findUserByEmail(tx, email);
    if (user === null || (await findMember(tx, context.workspaceId, user.id)) === null) throw new Refusal('not_found');
    const token = await issueLink(tx, { purpose: 'invitation', userId: user.id }, context.now() + DAY_MS);
    return {
      result: { email: user.email, link: `${baseUrl}/invitation?token=${token}` },
      audit: { action: 'member.link_renewed', subject: encodeId('usr', user.id) },
    };
  });
}
