import type { PersonRole, Side } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export interface PersonRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly side: Side;
  readonly userId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly role: PersonRole;
  readonly isMain: boolean;
  readonly maySign: boolean;
  readonly from: Instant;
  readonly until: Instant | null;
}

interface Row {
  id: string;
  partner_id: string;
  side: Side;
  user_id: string | null;
  name: string;
  email: string | null;
  role: PersonRole;
  is_main: boolean;
  may_sign: boolean;
  from_at: Instant;
  until_at: Instant | null;
}

const columns = 'id, partner_id, side, user_id, name, email, role, is_main, from_at, until_at, may_sign';

/** Who is in a partnership now, the main contacts first. */
export async function selectPeople(tx: Tx, workspaceId: string, partnerId: string): Promise<PersonRecord[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from partnership_person where workspace_id = $1 and partner_id = $2 and until_at is null
      order by side, is_main desc, id`,
    [workspaceId, partnerId],
  );
  return rows.map(fromRow);
}

/** Somebody in a partnership, or null. */
export async function findPerson(tx: Tx, workspaceId: string, id: string): Promise<PersonRecord | null> {
  const [row] = await tx.query<Row>(`select ${columns} from partnership_person where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return row === undefined ? null : fromRow(row);
}

export async function insertPerson(tx: Tx, workspaceId: string, person: PersonRecord): Promise<void> {
  await tx.query(
    `insert into partnership_person (workspace_id, ${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null, $11)`,
    [
      workspaceId,
      person.id,
      person.partnerId,
      person.side,
      person.userId,
      person.name,
      person.email,
      person.role,
      person.isMain,
      new Date(person.from),
      person.maySign,
    ],
  );
}

export async function updatePerson(tx: Tx, workspaceId: string, person: PersonRecord): Promise<void> {
  const until = person.until === null ? null : new Date(person.until);
  await tx.query(
    `update partnership_person set role = $3, is_main = $4, until_at = $5, may_sign = $6 where workspace_id = $1 and id = $2`,
    [workspaceId, person.id, person.role, person.isMain, until, person.maySign],
  );
}

/** Nobody of the side is its main contact any more: somebody else becomes it. */
export async function clearMain(tx: Tx, workspaceId: string, partnerId: string, side: Side): Promise<void> {
  await tx.query(
    `update partnership_person set is_main = false where workspace_id = $1 and partner_id = $2 and side = $3 and is_main`,
    [workspaceId, partnerId, side],
  );
}

/** Which sides of these partnerships have a main contact: `company <id>`, `partner <id>`. */
export async function mainContacts(tx: Tx, workspaceId: string, partnerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ side: Side; partner_id: string }>(
    `select side, partner_id from partnership_person where workspace_id = $1 and partner_id = any($2::uuid[]) and is_main`,
    [workspaceId, partnerIds],
  );
  return new Set(rows.map((row) => `${row.side} ${row.partner_id}`));
}

/** A user who belongs to a side of a partnership: a member of the company, or somebody who signs in for the partner. */
export async function findUser(
  tx: Tx,
  workspaceId: string,
  userId: string,
  side: Side,
  partnerId: string,
): Promise<{ name: string; email: string } | null> {
  const [row] = await tx.query<{ name: string; email: string }>(
    `select u.name, u.email from membership m join auth_user u on u.id = m.user_id
      where m.workspace_id = $1 and m.user_id = $2
        and case when $3 = 'company' then m.partner_id is null else m.partner_id = $4 end`,
    [workspaceId, userId, side, partnerId],
  );
  return row ?? null;
}

function fromRow(row: Row): PersonRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    side: row.side,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    isMain: row.is_main,
    maySign: row.may_sign,
    from: row.from_at,
    until: row.until_at,
  };
}
