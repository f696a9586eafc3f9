import type { Language } from '@cordee/contract/language';
import type { Role } from '@cordee/contract/route';
import type { Tx } from '../../platform/db/index.ts';
import { logoToContract } from './identity-answer.ts';
import { getWorkspaceRow } from './workspaces.store.ts';

export interface PersonToTell {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly partnerId: string | null;
  /** null while they never chose one. */
  readonly language: Language | null;
}

interface PersonRow {
  user_id: string;
  email: string;
  name: string;
  partner_id: string | null;
  language: Language | null;
}

const people = `select m.user_id, u.email, u.name, u.language, m.partner_id from membership m join auth_user u on u.id = m.user_id where m.workspace_id = $1`;

/** Members of these roles. */
export async function staffToTell(tx: Tx, workspaceId: string, roles: readonly Role[]): Promise<PersonToTell[]> {
  const rows = await tx.query<PersonRow>(`${people} and m.role = any($2::text[]) order by m.user_id`, [workspaceId, roles]);
  return rows.map(fromRow);
}

/** The people of these partners who have an account. */
export async function peopleOfPartners(tx: Tx, workspaceId: string, partnerIds: readonly string[]): Promise<PersonToTell[]> {
  const rows = await tx.query<PersonRow>(`${people} and m.partner_id = any($2::uuid[]) order by m.user_id`, [
    workspaceId,
    partnerIds,
  ]);
  return rows.map(fromRow);
}

/** In lower case; null for somebody who is no user. */
export async function addressOfUser(tx: Tx, userId: string): Promise<string | null> {
  const [row] = await tx.query<{ email: string }>(`select lower(email) as email from auth_user where id = $1`, [userId]);
  return row?.email ?? null;
}

/** A workspace as it presents itself in what it sends. */
export interface WorkspaceToTell {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly zone: string;
  readonly accentColour: string | null;
  /** Its address on this server. */
  readonly logoPath: string | null;
  readonly senderName: string | null;
  readonly replyTo: string | null;
}

export async function workspaceToTell(tx: Tx, workspaceId: string): Promise<WorkspaceToTell> {
  const { id, name, language, zone, accentColour, logo, senderName, replyTo } = await getWorkspaceRow(tx, workspaceId);
  const logoPath = logo === null ? null : logoToContract(id, logo).url;
  return { id, name, language, zone, accentColour, logoPath, senderName, replyTo };
}

export interface UserHome {
  readonly workspaceId: string;
  readonly name: string;
  readonly partnerId: string | null;
  readonly hasSecondFactor: boolean;
}

/** Where a known person belongs first, null when nowhere. Sees all workspaces: to be asked under `*`. */
export async function homeOfUser(tx: Tx, email: string): Promise<UserHome | null> {
  const [row] = await tx.query<{ workspace_id: string; name: string; partner_id: string | null; second: boolean | null }>(
    `select m.workspace_id, u.name, m.partner_id, u."twoFactorEnabled" as second
       from auth_user u join membership m on m.user_id = u.id
      where u.email = $1 order by m.created_at, m.workspace_id limit 1`,
    [email],
  );
  if (row === undefined) return null;
  return { workspaceId: row.workspace_id, name: row.name, partnerId: row.partner_id, hasSecondFactor: row.second === true };
}

function fromRow(row: PersonRow): PersonToTell {
  return { userId: row.user_id, email: row.email, name: row.name, partnerId: row.partner_id, language: row.language };
}
