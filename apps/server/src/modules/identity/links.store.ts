import { randomBytes } from 'node:crypto';
import type { Instant } from '@cordee/core/time';
import { sha256 } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';

export type LinkPurpose = { readonly purpose: 'setup' } | { readonly purpose: 'invitation'; readonly userId: string };

/** Makes the token of a link that works once, until `expiresAt`; former ones for the same purpose stop working. */
export async function issueLink(tx: Tx, link: LinkPurpose, expiresAt: Instant): Promise<string> {
  const userId = link.purpose === 'invitation' ? link.userId : null;
  await tx.query('delete from one_time_link where purpose = $1 and user_id is not distinct from $2', [link.purpose, userId]);
  const token = randomBytes(24).toString('base64url');
  await tx.kysely
    .insertInto('one_time_link')
    .values({ hash: sha256(token), purpose: link.purpose, user_id: userId, expires_at: new Date(expiresAt) })
    .execute();
  return token;
}

/** Uses a link up; null when there is none, or it has expired. */
export async function useLink(
  tx: Tx,
  purpose: LinkPurpose['purpose'],
  token: string,
  now: Instant,
): Promise<{ userId: string | null } | null> {
  const row = await tx.kysely
    .deleteFrom('one_time_link')
    .where('hash', '=', sha256(token))
    .where('purpose', '=', purpose)
    .returning(['user_id', 'expires_at'])
    .executeTakeFirst();
  return row === undefined || row.expires_at <= now ? null : { userId: row.user_id };
}
