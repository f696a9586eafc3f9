import type { Role } from '@cordee/contract/route';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface Member {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly partnerId: string | null;
  readonly twoFactor: boolean;
  readonly createdAt: Instant;
}

export interface Membership {
  readonly workspaceId: string;
  readonly name: string;
  readonly slug: string;
  readonly role: Role;
  readonly partnerId: string | null;
  /** How its people may come in by their own identity provider. */
  readonly signOn: 'none' | 'offered' | 'required';
  /** Its partnership has ended: what is its own may still be read, or nothing any more. */
  readonly left: 'no' | 'reads' | 'closed';
}

export async function insertMember(
  tx: Tx,
  workspaceId: string,
  member: Omit<Member, 'email' | 'name' | 'twoFactor'>,
): Promise<void> {
  await tx.kysely
    .insertInto('membership')
    .values({
      workspace_id: workspaceId,
      user_id: member.userId,
      role: member.role,
      partner_id: member.partnerId,
      created_at: new Date(member.createdAt),
    })
    .execute();
}

export async function findMember(tx: Tx, workspaceId: string, userId: string): Promise<Member | null> {
  const row = await membersOf(tx, workspaceId).where('membership.user_id', '=', userId).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** By user id, after `after`; at most `limit`. */
export async function listMembersAfter(tx: Tx, workspaceId: string, after: string | null, limit: number): Promise<Member[]> {
  const rows = await membersOf(tx, workspaceId)
    .$if(after !== null, (query) => query.where('membership.user_id', '>', after))
    .orderBy('membership.user_id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Who belongs to a partner, in the order they became users. */
export async function listMembersOfPartner(tx: Tx, workspaceId: string, partnerId: string): Promise<Member[]> {
  const rows = await membersOf(tx, workspaceId)
    .where('membership.partner_id', '=', partnerId)
    .orderBy('membership.user_id')
    .execute();
  return rows.map(fromRow);
}

/** The user ids of the owners, locked: whoever takes an owner's role away holds them until it is done. */
export async function lockOwners(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.kysely
    .selectFrom('membership')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'owner')
    .orderBy('user_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.user_id);
}

export async function updateMember(
  tx: Tx,
  workspaceId: string,
  userId: string,
  role: Role,
  partnerId: string | null,
): Promise<void> {
  await tx.kysely
    .updateTable('membership')
    .set({ role, partner_id: partnerId })
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .execute();
}

export async function deleteMember(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  await tx.kysely.deleteFrom('membership').where('workspace_id', '=', workspaceId).where('user_id', '=', userId).execute();
}

/** Everywhere a user belongs, oldest first. Sees all workspaces: to be asked under `*`. */
export async function membershipsOf(tx: Tx, userId: string): Promise<Membership[]> {
  const rows = await tx.kysely
    .selectFrom('membership')
    .innerJoin('workspace', 'workspace.id', 'membership.workspace_id')
    .leftJoin('sign_on', 'sign_on.workspace_id', 'membership.workspace_id')
    .select(['workspace.id', 'workspace.name', 'workspace.slug', 'membership.role', 'membership.partner_id'])
    .leftJoin('partner_access', (join) =>
      join
        .onRef('partner_access.workspace_id', '=', 'membership.workspace_id')
        .onRef('partner_access.partner_id', '=', 'membership.partner_id'),
    )
    .select(['sign_on.active', 'sign_on.required', 'partner_access.limited_at', 'partner_access.closed_at'])
    .where('membership.user_id', '=', userId)
    .orderBy('membership.created_at')
    .orderBy('workspace.id')
    .execute();
  return rows.map((row) => ({
    workspaceId: row.id,
    name: row.name,
    slug: row.slug,
    role: row.role,
    partnerId: row.partner_id,
    signOn: row.required === true ? 'required' : row.active === true ? 'offered' : 'none',
    left: row.limited_at === null ? 'no' : row.closed_at === null ? 'reads' : 'closed',
  }));
}

/** Whether any workspace has an owner yet. To be asked under `*`. */
export async function hasAnyOwner(tx: Tx): Promise<boolean> {
  // oxlint-disable-next-line cordee/sql-names-workspace -- asked before any workspace exists
  const row = await tx.kysely.selectFrom('membership').select('user_id').where('role', '=', 'owner').limit(1).executeTakeFirst();
  return row !== undefined;
}

function membersOf(tx: Tx, workspaceId: string) {
  return tx.kysely
    .selectFrom('membership')
    .innerJoin('auth_user', 'auth_user.id', 'membership.user_id')
    .select([
      'membership.user_id',
      'membership.role',
      'membership.partner_id',
      'membership.created_at',
      'auth_user.email',
      'auth_user.name',
      'auth_user.twoFactorEnabled',
    ])
    .where('membership.workspace_id', '=', workspaceId);
}

interface MemberRow {
  readonly user_id: string;
  readonly role: Role;
  readonly partner_id: string | null;
  readonly created_at: number;
  readonly email: string;
  readonly name: string;
  readonly twoFactorEnabled: boolean | null;
}

function fromRow(row: MemberRow): Member {
  return {
    userId: row.user_id,
    email: row.email,
    name: row.name,
    role: row.role,
    partnerId: row.partner_id,
    twoFactor: row.twoFactorEnabled === true,
    createdAt: row.created_at,
  };
}
