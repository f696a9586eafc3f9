import type { bankAccountStates } from '@cordee/contract/bank-account';
import type { PostalAddress } from '@cordee/core/payment';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export type AccountState = (typeof bankAccountStates)[number];

/** An account, its IBAN still sealed. */
export interface AccountRecord {
  readonly id: string;
  /** The company's own when null. */
  readonly partnerId: string | null;
  readonly holder: string;
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

const columns = `a.id, a.partner_id, a.holder, a.iban, a.iban_hint, a.bic, a.address, a.state, a.entered_at, a.entered_by, a.by_partner,
  a.decided_at, a.usable_from, a.reason,
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

/** The account in force of each of these partners; those without are left out. */
export async function accountsInForce(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
): Promise<Map<string, PayableAccount>> {
  const rows = await tx.query<AccountRow>(
    `select ${columns} from bank_account a where a.workspace_id = $1 and a.state = 'in_force' and a.partner_id = any($2::uuid[])`,
    [workspaceId, partnerIds],
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
  await replace(tx, workspaceId, account.partnerId, 'to_confirm');
  await tx.query(
    `insert into bank_account (workspace_id, id, partner_id, holder, iban, iban_hint, iban_hash, bic, address, state, entered_at,
       entered_by, by_partner)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'to_confirm', $10, $11, $12)`,
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
    ],
  );
}

/** Takes what was in force, or waited, out of use; whether there was any. */
export async function replace(
  tx: Tx,
  workspaceId: string,
  partnerId: string | null,
  state: 'in_force' | 'to_confirm',
): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `update bank_account set state = 'replaced'
      where workspace_id = $1 and partner_id is not distinct from $2::uuid and state = $3 returning id`,
    [workspaceId, partnerId, state],
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
