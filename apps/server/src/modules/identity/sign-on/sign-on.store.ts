import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export type NewRole = 'manager' | 'finance' | 'viewer';

/** A workspace's identity provider as it is stored. */
export interface SignOn {
  readonly workspaceId: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Sealed. */
  readonly clientSecret: Buffer;
  readonly domains: readonly string[];
  readonly newRole: NewRole | null;
  readonly active: boolean;
  readonly required: boolean;
  readonly changedAt: Instant;
}

const COLUMNS = `workspace_id as "workspaceId", issuer, client_id as "clientId", client_secret as "clientSecret", domains,
  new_role as "newRole", active, required, changed_at as "changedAt"`;

export async function findSignOn(tx: Tx, workspaceId: string): Promise<SignOn | null> {
  const [row] = await tx.query<SignOn>(`select ${COLUMNS} from sign_on where workspace_id = $1`, [workspaceId]);
  return row ?? null;
}

/** Locked: whoever signs on or changes it waits for the other. */
export async function lockSignOn(tx: Tx, workspaceId: string): Promise<SignOn | null> {
  const [row] = await tx.query<SignOn>(`select ${COLUMNS} from sign_on where workspace_id = $1 for update`, [workspaceId]);
  return row ?? null;
}

export async function saveSignOn(tx: Tx, signOn: SignOn): Promise<void> {
  const { workspaceId, issuer, clientId, clientSecret, domains, newRole, active, required, changedAt } = signOn;
  await tx.query(
    `insert into sign_on (workspace_id, issuer, client_id, client_secret, domains, new_role, active, required, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (workspace_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
       client_secret = excluded.client_secret, domains = excluded.domains, new_role = excluded.new_role,
       active = excluded.active, required = excluded.required, changed_at = excluded.changed_at`,
    [workspaceId, issuer, clientId, clientSecret, [...domains], newRole, active, required, new Date(changedAt)],
  );
}

export async function deleteSignOn(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query('delete from sign_on where workspace_id = $1', [workspaceId]);
}

/** Signs out everybody who came in by the provider of this workspace. */
export async function endSignedOnSessions(tx: Tx, workspaceId: string): Promise<void> {
  await tx.kysely.deleteFrom('auth_session').where('signOnWorkspaceId', '=', workspaceId).execute();
}

export interface SignOnOffer {
  readonly workspaceId: string;
  readonly name: string;
}

/** Workspaces whose people sign on with addresses of a domain. Sees all workspaces: to be asked under `*`. */
export async function offersOfDomain(tx: Tx, domain: string): Promise<SignOnOffer[]> {
  return tx.query<SignOnOffer>(
    `select s.workspace_id as "workspaceId", w.name from sign_on s join workspace w on w.id = s.workspace_id
     where s.active and $1 = any (s.domains) order by w.name limit 20`,
    [domain],
  );
}

/** The offer of one workspace; null while it has none. Sees all workspaces: to be asked under `*`. */
export async function offerOf(tx: Tx, workspaceId: string): Promise<SignOnOffer | null> {
  const [row] = await tx.query<SignOnOffer>(
    `select s.workspace_id as "workspaceId", w.name from sign_on s join workspace w on w.id = s.workspace_id
     where s.active and s.workspace_id = $1`,
    [workspaceId],
  );
  return row ?? null;
}

/** The only workspace of the installation; null when there are several. To be asked under `*`. */
export async function onlyWorkspace(tx: Tx): Promise<string | null> {
  const rows = await tx.kysely.selectFrom('workspace').select('id').limit(2).execute();
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

export async function countLinked(tx: Tx, workspaceId: string, issuer: string): Promise<number> {
  const [row] = await tx.query<{ people: bigint }>(
    'select count(*) as people from sign_on_person where workspace_id = $1 and issuer = $2',
    [workspaceId, issuer],
  );
  return Number(row?.people ?? 0n);
}

/** The user a subject of the provider was known to be. */
export async function findLinkedUser(tx: Tx, workspaceId: string, issuer: string, subject: string): Promise<string | null> {
  const [row] = await tx.query<{ userId: string }>(
    'select user_id as "userId" from sign_on_person where workspace_id = $1 and issuer = $2 and subject = $3',
    [workspaceId, issuer, subject],
  );
  return row?.userId ?? null;
}

/** Whether a user is known to the provider already, as whichever subject. */
export async function isLinked(tx: Tx, workspaceId: string, issuer: string, userId: string): Promise<boolean> {
  const rows = await tx.query('select subject from sign_on_person where workspace_id = $1 and issuer = $2 and user_id = $3', [
    workspaceId,
    issuer,
    userId,
  ]);
  return rows.length > 0;
}

export interface SignOnLink {
  readonly workspaceId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly userId: string;
  readonly linkedAt: Instant;
}

export async function insertLink(tx: Tx, { workspaceId, issuer, subject, userId, linkedAt }: SignOnLink): Promise<void> {
  await tx.query('insert into sign_on_person (workspace_id, issuer, subject, user_id, linked_at) values ($1, $2, $3, $4, $5)', [
    workspaceId,
    issuer,
    subject,
    userId,
    new Date(linkedAt),
  ]);
}

/** Forgets who a user is to the provider, so that they may be met anew. */
export async function unlinkUser(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  await tx.query('delete from sign_on_person where workspace_id = $1 and user_id = $2', [workspaceId, userId]);
}

/** Forgets everybody the provider knows. */
export async function unlinkAll(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query('delete from sign_on_person where workspace_id = $1', [workspaceId]);
}

/** Owners who come in whatever happens to the provider: a password, and a second factor. */
export async function countOwnersWithFactor(tx: Tx, workspaceId: string): Promise<number> {
  const [row] = await tx.query<{ owners: bigint }>(
    `select count(*) as owners from membership m join auth_user u on u.id = m.user_id
     where m.workspace_id = $1 and m.role = 'owner' and u."twoFactorEnabled"
       and exists (select from auth_account a where a."userId" = u.id and a.password is not null)`,
    [workspaceId],
  );
  return Number(row?.owners ?? 0n);
}

/** Whether a user is an owner where sign-on is required. To be asked under `*`. */
export async function ownsWhereRequired(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.query(
    `select m.workspace_id from membership m join sign_on s on s.workspace_id = m.workspace_id
     where m.user_id = $1 and m.role = 'owner' and s.required limit 1`,
    [userId],
  );
  return rows.length > 0;
}
