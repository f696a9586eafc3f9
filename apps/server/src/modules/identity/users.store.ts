import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { newUuid } from '../../platform/uuid.ts';

/** A person who may sign in; known to all workspaces. The id is a uuid. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export async function findUserByEmail(tx: Tx, email: string): Promise<User | null> {
  const row = await tx.kysely
    .selectFrom('auth_user')
    .select(['id', 'email', 'name'])
    .where('email', '=', email)
    .executeTakeFirst();
  return row ?? null;
}

export async function getUser(tx: Tx, id: string): Promise<User> {
  return tx.kysely.selectFrom('auth_user').select(['id', 'email', 'name']).where('id', '=', id).executeTakeFirstOrThrow();
}

export async function insertUser(tx: Tx, user: User, at: Instant): Promise<void> {
  const now = new Date(at);
  await tx.kysely
    .insertInto('auth_user')
    // Whoever has a link of ours was given it by somebody who knows them; nothing is ever sent to an unproven address.
    .values({ ...user, emailVerified: true, createdAt: now, updatedAt: now })
    .execute();
}

/** Sets the password (hashed already), the first or another, and ends the sessions of whoever knew the former one. */
export async function setPassword(tx: Tx, userId: string, hash: string, at: Instant): Promise<void> {
  const now = new Date(at);
  const { numUpdatedRows } = await tx.kysely
    .updateTable('auth_account')
    .set({ password: hash, updatedAt: now })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  await tx.kysely.deleteFrom('auth_session').where('userId', '=', userId).execute();
  if (numUpdatedRows > 0n) return;
  await tx.kysely
    .insertInto('auth_account')
    .values({
      id: newUuid(at),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: hash,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
}
