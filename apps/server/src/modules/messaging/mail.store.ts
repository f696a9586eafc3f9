import type { Language } from '@cordee/contract/language';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { MailKind } from './templates/index.ts';

export type MailState = 'queued' | 'sent' | 'kept' | 'failed';

export interface MailRecord {
  readonly id: string;
  readonly kind: MailKind;
  readonly recipient: string;
  readonly language: Language;
  readonly subject: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly fault: string | null;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}

interface MailRow {
  id: string;
  kind: MailKind;
  recipient: string;
  language: Language;
  subject: string;
  state: MailState;
  attempts: number;
  fault: string | null;
  created_at: Instant;
  ended_at: Instant | null;
}

const columns = 'id, kind, recipient, language, subject, state, attempts, fault, created_at, ended_at';

export interface NewMail extends Pick<MailRecord, 'id' | 'kind' | 'recipient' | 'language' | 'subject' | 'state' | 'createdAt'> {
  readonly occasion: string | null;
  /** Sealed. */
  readonly content: Buffer;
}

/** False when this person was told of the occasion already. */
export async function insertMail(tx: Tx, workspaceId: string, mail: NewMail): Promise<boolean> {
  const rows = await tx.query(
    `insert into mail (workspace_id, id, kind, occasion, recipient, language, subject, content, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (workspace_id, kind, occasion, recipient) where occasion is not null do nothing returning id`,
    [
      workspaceId,
      mail.id,
      mail.kind,
      mail.occasion,
      mail.recipient,
      mail.language,
      mail.subject,
      mail.content,
      mail.state,
      new Date(mail.createdAt),
    ],
  );
  return rows.length === 1;
}

/** A queued mail with its content, locked while it is sent; null when there is nothing left to send, or another sends it. */
export async function takeMail(tx: Tx, workspaceId: string, id: string): Promise<{ mail: MailRecord; content: Buffer } | null> {
  const [row] = await tx.query<MailRow & { content: Buffer | null }>(
    `select ${columns}, content from mail where workspace_id = $1 and id = $2 and state = 'queued' for update skip locked`,
    [workspaceId, id],
  );
  return row === undefined || row.content === null ? null : { mail: fromRow(row), content: row.content };
}

/** What became of a try. The content goes with success. */
export async function settleMail(
  tx: Tx,
  workspaceId: string,
  id: string,
  state: 'queued' | 'sent' | 'failed',
  fault: string | null,
  at: Instant,
): Promise<void> {
  await tx.query(
    `update mail set state = $3, fault = $4, attempts = attempts + 1, ended_at = case when $3 = 'queued' then null else $5::timestamptz end,
            content = case when $3 = 'sent' then null else content end
      where workspace_id = $1 and id = $2`,
    [workspaceId, id, state, fault, new Date(at)],
  );
}

export async function requeueMail(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update mail set state = 'queued', attempts = 0, fault = null, ended_at = null
      where workspace_id = $1 and id = $2 and state = 'failed' and content is not null returning id`,
    [workspaceId, id],
  );
  return rows.length === 1;
}

export async function findMail(tx: Tx, workspaceId: string, id: string): Promise<MailRecord | null> {
  const [row] = await tx.query<MailRow>(`select ${columns} from mail where workspace_id = $1 and id = $2`, [workspaceId, id]);
  return row === undefined ? null : fromRow(row);
}

export interface MailFilter {
  readonly state: MailState | null;
  readonly kind: string | null;
  readonly recipient: string | null;
  /** Ids sort by time. */
  readonly below: string | null;
  readonly limit: number;
}

/** Newest first. */
export async function selectMails(tx: Tx, workspaceId: string, filter: MailFilter): Promise<MailRecord[]> {
  const rows = await tx.query<MailRow>(
    `select ${columns} from mail
      where workspace_id = $1 and ($2::text is null or state = $2) and ($3::text is null or kind = $3)
        and ($4::text is null or recipient = $4) and ($5::uuid is null or id < $5)
      order by id desc limit $6`,
    [workspaceId, filter.state, filter.kind, filter.recipient, filter.below, filter.limit],
  );
  return rows.map(fromRow);
}

/** Mails of a kind that went out since an instant, with what each was about. */
export async function selectSent(
  tx: Tx,
  workspaceId: string,
  kind: MailKind,
  since: Instant,
): Promise<(MailRecord & { readonly occasion: string })[]> {
  const rows = await tx.query<MailRow & { occasion: string }>(
    `select ${columns}, occasion from mail
      where workspace_id = $1 and kind = $2 and state = 'sent' and occasion is not null and ended_at >= $3 order by id`,
    [workspaceId, kind, new Date(since)],
  );
  return rows.map((row) => ({ ...fromRow(row), occasion: row.occasion }));
}

/** Removes mails written before the instant. */
export async function forgetMails(tx: Tx, workspaceId: string, before: Instant): Promise<void> {
  await tx.query(`delete from mail where workspace_id = $1 and created_at < $2`, [workspaceId, new Date(before)]);
}

/** The newest kept mails of all workspaces, for the viewer of a developer; the transaction must see all of them. */
export async function selectKept(tx: Tx, limit: number): Promise<(MailRecord & { readonly content: Buffer })[]> {
  const rows = await tx.query<MailRow & { content: Buffer }>(
    // oxlint-disable-next-line cordee/sql-names-workspace -- of all workspaces, where nobody but a developer looks
    `select ${columns}, content from mail where state = 'kept' and content is not null order by id desc limit $1`,
    [limit],
  );
  return rows.map((row) => ({ ...fromRow(row), content: row.content }));
}

/** Those of these addresses that do not want this kind. */
export async function unwantedBy(
  tx: Tx,
  workspaceId: string,
  kind: MailKind,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ address: string }>(
    `select address from mail_preference where workspace_id = $1 and kind = $2 and not wanted and address = any($3::text[])`,
    [workspaceId, kind, addresses],
  );
  return new Set(rows.map(({ address }) => address));
}

export async function selectPreferences(tx: Tx, workspaceId: string, address: string): Promise<Map<string, boolean>> {
  const rows = await tx.query<{ kind: string; wanted: boolean }>(
    `select kind, wanted from mail_preference where workspace_id = $1 and address = $2`,
    [workspaceId, address],
  );
  return new Map(rows.map(({ kind, wanted }) => [kind, wanted]));
}

export async function savePreference(
  tx: Tx,
  workspaceId: string,
  address: string,
  kind: string,
  wanted: boolean,
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into mail_preference (workspace_id, address, kind, wanted, changed_at) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, address, kind) do update set wanted = excluded.wanted, changed_at = excluded.changed_at`,
    [workspaceId, address, kind, wanted, new Date(at)],
  );
}

function fromRow(row: MailRow): MailRecord {
  return {
    id: row.id,
    kind: row.kind,
    recipient: row.recipient,
    language: row.language,
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    fault: row.fault,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}
