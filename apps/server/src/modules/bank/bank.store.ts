import type { bankAccountStates } from '@cordee/contract/bank-account';
import type { PostalAddress } from '@cordee/core/payment';
import type { DestinationRail } from '@cordee/core/rail';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export type AccountState = (typeof bankAccountStates)[number];

/** An account, or where another rail pays; where exactly is still sealed. */
export interface AccountRecord {
  readonly id: string;
  /** The company's own when null. */
  readonly partnerId: string | null;
  readonly partnerName: string | null;
  readonly rail: DestinationRail;
  readonly holder: string;
  /** Of another rail than the bank's, what that rail needs: `destinationOf` opens it. */
  readonly iban: Buffer;
  readonly hint: string;
  readonly bic: string | null;
  readonly address: PostalAddress | null;
  readonly state: AccountState;
  readonly enteredAt: Instant;
  readonly enteredBy: string;
  readonly byPartner: boolean;
  readonly decidedAt: Instant | null;
  readonly usableFrom: Instant | null;
  readonly reason: string | null;
  /** Other partners whose account in force is the same. */
  readonly alsoOf: readonly string[];
}

export type PayableAccount = AccountRecord;

interface AccountRow {
  id: string;
  partner_id: string | null;
  partner_name: string | null;
  rail: DestinationRail;
  holder: string;
  iban: Buffer;
  iban_hint: string;
  bic: string | null;
  address: PostalAddress | null;
  state: AccountState;
  entered_at: Instant;
  entered_by: string;
  by_partner: boolean;
  decided_at: Instant | null;
  usable_from: Instant | null;
  reason: string | null;
  also_of: string[] | null;
}

const columns = `a.id, a.partner_id, a.rail, a.holder, a.iban, a.iban_hint, a.bic, a.address, a.state, a.entered_at, a.entered_by, a.by_partner,
  a.decided_at, a.usable_from, a.reason,
  (select p.name from partner p where p.workspace_id = a.workspace_id and p.id = a.partner_id) as partner_name,
  (select array_agg(o.partner_id order by o.partner_id) from bank_account o
    where o.workspace_id = a.workspace_id and o.iban_hash = a.iban_hash and o.state = 'in_force'
      and o.partner_id is not null and o.partner_id is distinct from a.partner_id) as also_of`;

/** The accounts of a partner, or of the company, newest first. */
export async function selectAccounts(tx: Tx, workspaceId: string, partnerId: string | null): Promise<AccountRecord[]> {
  const rows = await tx.query<AccountRow>(
    `select ${columns} from bank_account a where a.workspace_id = $1 and a.partner_id is not distinct from $2::uuid
      order by a.id desc limit 100`,
    [workspaceId, partnerId],
  );
  return rows.map(recordOf);
}

export interface AccountFilter {
  readonly state: AccountState | null;
  /** Ids sort by the time they were entered. */
  readonly before: string | null;
  readonly limit: number;
}

/** The accounts of all partners and of the company, newest first. */
export async function selectAllAccounts(tx: Tx, workspaceId: string, filter: AccountFilter): Promise<AccountRecord[]> {
  const rows = await tx.query<AccountRow>(
    `select ${columns} from bank_account a
      where a.workspace_id = $1 and ($2::text is null or a.state = $2) and ($3::uuid is null or a.id < $3)
      order by a.id desc limit $4`,
    [workspaceId, filter.state, filter.before, filter.limit],
  );
  return rows.map(recordOf);
}

/** Accounts by their ids; those unknown are left out. */
export async function selectAccountsById(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, AccountRecord>> {
  const rows = await tx.query<AccountRow>(
    `select ${columns} from bank_account a where a.workspace_id = $1 and a.id = any($2::uuid[])`,
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

/** Where each of these partners is paid on a rail, if it is in force; those without are left out. */
export async function accountsInForce(
  tx: Tx,
  workspaceId: string,
  rail: DestinationRail,
  partnerIds: readonly string[],
): Promise<Map<string, PayableAccount>> {
  const rows = await tx.query<AccountRow>(
    `select ${columns} from bank_account a where a.workspace_id = $1 and a.state = 'in_force' and a.rail = $3
        and a.partner_id = any($2::uuid[])`,
    [workspaceId, partnerIds, rail],
  );
  return new Map(rows.map((row) => [row.partner_id ?? '', recordOf(row)]));
}

/** The account the company pays from now, or null. */
export async function companyAccount(tx: Tx, workspaceId: string): Promise<PayableAccount | null> {
  const rows = await tx.query<AccountRow>(
    `select ${columns} from bank_account a where a.workspace_id = $1 and a.state = 'in_force' and a.partner_id is null`,
    [workspaceId],
  );
  return rows[0] === undefined ? null : recordOf(rows[0]);
}

export interface NewAccount {
  readonly id: string;
  readonly partnerId: string | null;
  readonly rail: DestinationRail;
  readonly holder: string;
  readonly iban: Buffer;
  readonly hint: string;
  readonly hash: Buffer;
  readonly bic: string | null;
  readonly address: PostalAddress | null;
  readonly enteredAt: Instant;
  readonly enteredBy: string;
  readonly byPartner: boolean;
}

/** Enters an account that waits; one that waited before it is replaced. */
export async function insertAccount(tx: Tx, workspaceId: string, account: NewAccount): Promise<void> {
  await replace(tx, workspaceId, account, 'to_confirm');
  await tx.query(
    `insert into bank_account (workspace_id, id, partner_id, holder, iban, iban_hint, iban_hash, bic, address, state, entered_at,
       entered_by, by_partner, rail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'to_confirm', $10, $11, $12, $13)`,
    [
      workspaceId,
      account.id,
      account.partnerId,
      account.holder,
      account.iban,
      account.hint,
      account.hash,
      account.bic,
      account.address === null ? null : JSON.stringify(account.address),
      new Date(account.enteredAt),
      account.enteredBy,
      account.byPartner,
      account.rail,
    ],
  );
}

/** Takes what was in force on a rail, or waited, out of use. */
export async function replace(
  tx: Tx,
  workspaceId: string,
  { partnerId, rail }: Pick<AccountRecord, 'partnerId' | 'rail'>,
  state: 'in_force' | 'to_confirm',
): Promise<void> {
  await tx.query(
    `update bank_account set state = 'replaced'
      where workspace_id = $1 and partner_id is not distinct from $2::uuid and rail = $4 and state = $3`,
    [workspaceId, partnerId, state, rail],
  );
}

/** Whether something is in force already, on any rail: a thief may as well add a way to be paid as change one. */
export async function hasInForce(tx: Tx, workspaceId: string, partnerId: string | null): Promise<boolean> {
  const rows = await tx.query<{ found: number }>(
    `select 1 as found from bank_account
      where workspace_id = $1 and partner_id is not distinct from $2::uuid and state = 'in_force' limit 1`,
    [workspaceId, partnerId],
  );
  return rows.length > 0;
}

export interface AccountDecision {
  readonly state: 'in_force' | 'refused';
  readonly at: Instant;
  readonly by: string;
  readonly usableFrom: Instant | null;
  readonly reason: string | null;
}

/** Decides about an account that waits; false when it no longer does. */
export async function decideAccount(tx: Tx, workspaceId: string, id: string, decision: AccountDecision): Promise<boolean> {
  const { state, at, by, usableFrom, reason } = decision;
  const rows = await tx.query<{ id: string }>(
    `update bank_account set state = $3, decided_at = $4, decided_by = $5, usable_from = $6, reason = $7
      where workspace_id = $1 and id = $2 and state = 'to_confirm' returning id`,
    [workspaceId, id, state, new Date(at), by, usableFrom === null ? null : new Date(usableFrom), reason],
  );
  return rows.length === 1;
}

function recordOf(row: AccountRow): AccountRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    rail: row.rail,
    holder: row.holder,
    iban: row.iban,
    hint: row.iban_hint,
    bic: row.bic,
    address: row.address,
    state: row.state,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by,
    byPartner: row.by_partner,
    decidedAt: row.decided_at,
    usableFrom: row.usable_from,
    reason: row.reason,
    alsoOf: row.also_of ?? [],
  };
}
