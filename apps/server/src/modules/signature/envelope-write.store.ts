import type { ChainedEvent, EnvelopeState, SignerState } from '@cordee/core/signature';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { EnvelopeRecord, SignerRecord } from './envelope.store.ts';

const dateOf = (at: Instant | null) => (at === null ? null : new Date(at));

/** Inserts an envelope without signers or documents. */
export async function insertEnvelope(
  tx: Tx,
  workspaceId: string,
  made: Omit<EnvelopeRecord, 'signers' | 'documents' | 'lastAt'>,
): Promise<void> {
  await tx.query(
    `insert into signature_envelope (workspace_id, id, purpose, subject, partner_id, state, signing_order, created_at, expires_at,
       remind_every_days, events, head, message)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      workspaceId,
      made.id,
      made.purpose,
      made.subject,
      made.partnerId,
      made.state,
      made.order,
      dateOf(made.createdAt),
      dateOf(made.expiresAt),
      made.remindEveryDays,
      made.events,
      made.head,
      made.message,
    ],
  );
}

export type NewSigner = Pick<
  SignerRecord,
  'id' | 'turn' | 'place' | 'name' | 'email' | 'side' | 'language' | 'state' | 'delegatedFrom'
>;

export async function insertSigner(tx: Tx, workspaceId: string, envelopeId: string, signer: NewSigner): Promise<void> {
  const { id, turn, place, name, email, side, language, state, delegatedFrom } = signer;
  await tx.query(
    `insert into signature_signer (workspace_id, id, envelope_id, turn, place, name, email, side, language, state, delegated_from, code_tries,
       codes_sent)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0)`,
    [workspaceId, id, envelopeId, turn, place, name, email, side, language, state, delegatedFrom],
  );
}

export interface EnvelopeChange {
  readonly state: EnvelopeState;
  readonly sentAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly remindAt: Instant | null;
  readonly reason: string | null;
}

export async function updateEnvelope(tx: Tx, workspaceId: string, id: string, change: EnvelopeChange): Promise<void> {
  const { state, sentAt, endedAt, remindAt, reason } = change;
  await tx.query(
    `update signature_envelope set state = $3, sent_at = $4, ended_at = $5, remind_at = $6, reason = $7 where workspace_id = $1 and id = $2`,
    [workspaceId, id, state, dateOf(sentAt), dateOf(endedAt), dateOf(remindAt), reason],
  );
}

export interface SignerChange {
  readonly state: SignerState;
  readonly consentUntil: Instant | null;
  readonly signedAt: Instant | null;
  readonly reason: string | null;
}

export async function updateSigner(tx: Tx, workspaceId: string, id: string, change: SignerChange): Promise<void> {
  const { state, consentUntil, signedAt, reason } = change;
  await tx.query(
    `update signature_signer set state = $3, consent_until = $4, signed_at = $5, reason = $6 where workspace_id = $1 and id = $2`,
    [workspaceId, id, state, dateOf(consentUntil), dateOf(signedAt), reason],
  );
}

/** A new code takes the place of the one before; null takes it away. */
export async function setCode(
  tx: Tx,
  workspaceId: string,
  id: string,
  code: { hash: Buffer; until: Instant } | null,
): Promise<void> {
  await tx.query(
    `update signature_signer set code_hash = $3, code_until = $4, code_tries = 0, codes_sent = codes_sent + $5
     where workspace_id = $1 and id = $2`,
    [workspaceId, id, code?.hash ?? null, dateOf(code?.until ?? null), code === null ? 0 : 1],
  );
}

export async function countTry(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.query(`update signature_signer set code_tries = code_tries + 1 where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
}

/** Adds to the trail, and moves its end. */
export async function insertEvent(tx: Tx, workspaceId: string, envelopeId: string, event: ChainedEvent): Promise<void> {
  const { number, at, kind, by, data, hash } = event;
  await tx.query(
    `insert into signature_event (workspace_id, envelope_id, number, at, kind, by_whom, data, hash) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, envelopeId, number, dateOf(at), kind, by, JSON.stringify(data), hash],
  );
  await tx.query('update signature_envelope set events = $3, head = $4 where workspace_id = $1 and id = $2', [
    workspaceId,
    envelopeId,
    number,
    hash,
  ]);
}

export async function selectEvents(tx: Tx, workspaceId: string, envelopeId: string): Promise<ChainedEvent[]> {
  const rows = await tx.query<{
    number: number;
    at: Instant;
    kind: string;
    by_whom: string;
    data: Record<string, string>;
    hash: string;
  }>(
    `select number, at, kind, by_whom, data, hash from signature_event where workspace_id = $1 and envelope_id = $2 order by number`,
    [workspaceId, envelopeId],
  );
  return rows.map(({ number, at, kind, by_whom: by, data, hash }) => ({ number, at, kind, by, data, hash }));
}

export async function insertLink(tx: Tx, workspaceId: string, hash: Buffer, signerId: string, until: Instant): Promise<void> {
  await tx.query('insert into signature_link (workspace_id, token_hash, signer_id, until) values ($1, $2, $3, $4)', [
    workspaceId,
    hash,
    signerId,
    dateOf(until),
  ]);
}

/** Whose link this is, in any workspace; null once it is over. */
export async function findLink(
  tx: Tx,
  hash: Buffer,
  now: Instant,
): Promise<{ workspaceId: string; signerId: string; envelopeId: string } | null> {
  const [row] = await tx.query<{ workspace_id: string; signer_id: string; envelope_id: string }>(
    `select link.workspace_id, link.signer_id, signer.envelope_id from signature_link link
     join signature_signer signer on signer.workspace_id = link.workspace_id and signer.id = link.signer_id
     where link.token_hash = $1 and link.until > $2`,
    [hash, dateOf(now)],
  );
  return row === undefined ? null : { workspaceId: row.workspace_id, signerId: row.signer_id, envelopeId: row.envelope_id };
}
