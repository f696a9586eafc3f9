import type { Language } from '@cordee/contract/language';
import type { EnvelopeState, SignerState } from '@cordee/core/signature';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface SignerRecord {
  readonly id: string;
  readonly turn: number;
  readonly place: number;
  readonly name: string;
  readonly email: string;
  readonly side: 'company' | 'partner';
  readonly language: Language;
  readonly state: SignerState;
  readonly delegatedFrom: string | null;
  readonly consentUntil: Instant | null;
  readonly codeHash: Buffer | null;
  readonly codeUntil: Instant | null;
  readonly codeTries: number;
  readonly codesSent: number;
  readonly signedAt: Instant | null;
  readonly reason: string | null;
}

export interface DocumentRecord {
  readonly number: number;
  readonly version: number;
  readonly name: string;
  readonly length: number;
  /** As it was given. */
  readonly sha256: string;
  /** With all signatures so far. */
  readonly currentSha256: string;
}

export interface EnvelopeRecord {
  readonly id: string;
  readonly purpose: string;
  readonly subject: string | null;
  readonly partnerId: string | null;
  readonly state: EnvelopeState;
  readonly order: 'sequence' | 'parallel';
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
  readonly remindEveryDays: number | null;
  readonly remindAt: Instant | null;
  readonly message: string | null;
  readonly reason: string | null;
  readonly events: number;
  readonly head: string;
  /** Of the last event in the trail; null before the first. */
  readonly lastAt: Instant | null;
  readonly signers: readonly SignerRecord[];
  readonly documents: readonly DocumentRecord[];
}

interface EnvelopeRow {
  id: string;
  purpose: string;
  subject: string | null;
  partner_id: string | null;
  state: EnvelopeState;
  signing_order: 'sequence' | 'parallel';
  created_at: Instant;
  sent_at: Instant | null;
  expires_at: Instant;
  ended_at: Instant | null;
  remind_every_days: number | null;
  remind_at: Instant | null;
  message: string | null;
  reason: string | null;
  events: number;
  head: string;
  last_at: Instant | null;
}

interface SignerRow {
  envelope_id: string;
  id: string;
  turn: number;
  place: number;
  name: string;
  email: string;
  side: 'company' | 'partner';
  language: Language;
  state: SignerState;
  delegated_from: string | null;
  consent_until: Instant | null;
  code_hash: Buffer | null;
  code_until: Instant | null;
  code_tries: number;
  codes_sent: number;
  signed_at: Instant | null;
  reason: string | null;
}

interface DocumentRow {
  envelope_id: string;
  number: number;
  version: number;
  name: string;
  length: number;
  sha256: string;
  current_sha256: string;
}

export interface EnvelopeFilter {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly partnerId?: string | null;
  readonly sentOnly?: boolean;
  readonly state?: EnvelopeState | undefined;
  readonly before?: string | null;
  readonly limit: number;
}

/** Envelopes with their signers and documents, newest first. */
export async function selectEnvelopes(tx: Tx, workspaceId: string, filter: EnvelopeFilter): Promise<EnvelopeRecord[]> {
  const rows = await tx.query<EnvelopeRow>(
    `select id, purpose, subject, partner_id, state, signing_order, created_at, sent_at, expires_at, ended_at, remind_every_days, remind_at,
       message, reason, events, head,
       (select event.at from signature_event event where event.workspace_id = $1 and event.envelope_id = signature_envelope.id
          and event.number = signature_envelope.events) as last_at
     from signature_envelope
     where workspace_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or partner_id = $3) and (not $4 or state <> 'draft')
       and ($5::text is null or state = $5) and ($6::uuid is null or id < $6)
       and ($8::uuid[] is null or id = any($8))
     order by id desc limit $7`,
    [
      workspaceId,
      filter.id ?? null,
      filter.partnerId ?? null,
      filter.sentOnly ?? false,
      filter.state ?? null,
      filter.before ?? null,
      filter.limit,
      filter.ids === undefined ? null : [...filter.ids],
    ],
  );
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const signers = await tx.query<SignerRow>(
    `select envelope_id, id, turn, place, name, email, side, language, state, delegated_from, consent_until, code_hash, code_until, code_tries,
       codes_sent, signed_at, reason
     from signature_signer where workspace_id = $1 and envelope_id = any($2) order by turn, place`,
    [workspaceId, ids],
  );
  const documents = await tx.query<DocumentRow>(
    `select distinct on (last.envelope_id, last.number) last.envelope_id, last.number, last.version, last.name, last.length, first.sha256,
       last.sha256 as current_sha256
     from signature_document last
     join signature_document first on first.workspace_id = $1 and first.envelope_id = last.envelope_id and first.number = last.number
       and first.version = 0
     where last.workspace_id = $1 and last.envelope_id = any($2) order by last.envelope_id, last.number, last.version desc`,
    [workspaceId, ids],
  );
  return rows.map((row) => recordOf(row, signers, documents));
}

function recordOf(row: EnvelopeRow, signers: readonly SignerRow[], documents: readonly DocumentRow[]): EnvelopeRecord {
  return {
    id: row.id,
    purpose: row.purpose,
    subject: row.subject,
    partnerId: row.partner_id,
    state: row.state,
    order: row.signing_order,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    remindEveryDays: row.remind_every_days,
    remindAt: row.remind_at,
    message: row.message,
    reason: row.reason,
    events: row.events,
    head: row.head,
    lastAt: row.last_at,
    signers: signers.filter(({ envelope_id: id }) => id === row.id).map(signerOf),
    documents: documents
      .filter(({ envelope_id: id }) => id === row.id)
      .map(({ number, version, name, length, sha256, current_sha256: currentSha256 }) => {
        return { number, version, name, length, sha256, currentSha256 };
      }),
  };
}

function signerOf(row: SignerRow): SignerRecord {
  return {
    id: row.id,
    turn: row.turn,
    place: row.place,
    name: row.name,
    email: row.email,
    side: row.side,
    language: row.language,
    state: row.state,
    delegatedFrom: row.delegated_from,
    consentUntil: row.consent_until,
    codeHash: row.code_hash,
    codeUntil: row.code_until,
    codeTries: row.code_tries,
    codesSent: row.codes_sent,
    signedAt: row.signed_at,
    reason: row.reason,
  };
}

/** Holds the row of an envelope until the transaction ends: of two who act at once, the second sees what the first did. */
export async function holdEnvelope(tx: Tx, workspaceId: string, id: string): Promise<EnvelopeRecord | null> {
  await tx.query('select id from signature_envelope where workspace_id = $1 and id = $2 for update', [workspaceId, id]);
  return (await selectEnvelopes(tx, workspaceId, { id, limit: 1 }))[0] ?? null;
}

/** Those whose end has come, or whose signers are to be reminded. */
export async function selectDue(tx: Tx, workspaceId: string, now: Instant): Promise<{ id: string; isOver: boolean }[]> {
  const rows = await tx.query<{ id: string; is_over: boolean }>(
    `select id, expires_at <= $2 as is_over from signature_envelope
     where workspace_id = $1 and state = 'sent' and (expires_at <= $2 or remind_at <= $2) order by id limit 500`,
    [workspaceId, new Date(now)],
  );
  return rows.map(({ id, is_over: isOver }) => ({ id, isOver }));
}

/** The address somebody signs in with. */
export async function findUserEmail(tx: Tx, userId: string): Promise<string | null> {
  const [row] = await tx.query<{ email: string }>('select email from auth_user where id = $1', [userId]);
  return row?.email ?? null;
}
