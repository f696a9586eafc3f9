import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { newUuid } from '../../platform/uuid.ts';

/** A person who may sign in; known to all workspaces. The id is a uuid. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Only a partner has said who this is. */
  readonly broughtByPartner: boolean;
}

export async function findUserByEmail(tx: Tx, email: string): Promise<User | null> {
  const row = await tx.kysely
    .selectFrom('auth_user')
    .select(['id', 'email', 'name', 'brought_by_partner'])
    .where('email', '=', email)
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

export async function getUser(tx: Tx, id: string): Promise<User> {
  const row = await tx.kysely
    .selectFrom('auth_user')
    .select(['id', 'email', 'name', 'brought_by_partner'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

export async function insertUser(tx: Tx, { broughtByPartner, ...user }: User, at: Instant): Promise<void> {
  const now = new Date(at);
  await tx.kysely
    .insertInto('auth_user')
    // Whoever has a link of ours was given it by somebody who knows them; nothing is ever sent to an unproven address.
    .values({ ...user, brought_by_partner: broughtByPartner, emailVerified: true, createdAt: now, updatedAt: now })
    .execute();
}

/**
 * The company now says itself who this is: whatever opened the account so far stops doing so, for the partner that brought it in may
 * know it.
 */
export async function takeOverUser(tx: Tx, userId: string): Promise<void> {
  await tx.kysely.deleteFrom('auth_session').where('userId', '=', userId).execute();
  await tx.kysely.deleteFrom('auth_account').where('userId', '=', userId).execute();
  await tx.kysely.deleteFrom('auth_passkey').where('userId', '=', userId).execute();
  await tx.kysely.deleteFrom('auth_two_factor').where('userId', '=', userId).execute();
  await tx.kysely
    .updateTable('auth_user')
    .set({ brought_by_partner: false, twoFactorEnabled: false })
    .where('id', '=', userId)
    .execute();
}

/** Whether nothing opens the account: no password, no passkey, no invitation that still waits. */
export async function hasNoWayIn(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from auth_account where "userId" = $1 and password is not null
     union all select 1 from auth_passkey where "userId" = $1
     union all select 1 from one_time_link where user_id = $1`,
    [userId],
  );
  return rows.length === 0;
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

function fromRow(row: { id: string; email: string; name: string; brought_by_partner: boolean }): User {
  return { id: row.id, email: row.email, name: row.name, broughtByPartner: row.brought_by_partner };
}
