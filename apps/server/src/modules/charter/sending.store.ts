import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** One time that a version was sent to be signed. */
export interface SendingRecord {
  readonly charterId: string;
  readonly version: number;
  readonly envelopeId: string;
  readonly hash: string;
  readonly paperSha256: string;
  readonly state: 'sent' | EndOfSending;
  readonly sentAt: Instant;
}

export type EndOfSending = 'completed' | 'refused' | 'expired' | 'cancelled';

const columns = `charter_id as "charterId", version, envelope_id as "envelopeId", hash, paper_sha256 as "paperSha256", state, sent_at as "sentAt"`;

export async function insertSending(tx: Tx, workspaceId: string, sending: Omit<SendingRecord, 'state'>): Promise<void> {
  const { charterId, version, envelopeId, hash, paperSha256, sentAt } = sending;
  await tx.query(
    `insert into charter_sending (workspace_id, charter_id, version, envelope_id, hash, paper_sha256, state, sent_at)
     values ($1, $2, $3, $4, $5, $6, 'sent', $7)`,
    [workspaceId, charterId, version, envelopeId, hash, paperSha256, new Date(sentAt)],
  );
}

/** Each time versions of a charter were sent, the latest first. */
export async function selectSendings(tx: Tx, workspaceId: string, charterId: string): Promise<SendingRecord[]> {
  return tx.query<SendingRecord>(
    `select ${columns} from charter_sending where workspace_id = $1 and charter_id = $2 order by sent_at desc, envelope_id desc`,
    [workspaceId, charterId],
  );
}

/** What an envelope was sent for, if a charter was. */
export async function findSending(tx: Tx, workspaceId: string, envelopeId: string): Promise<SendingRecord | null> {
  const [row] = await tx.query<SendingRecord>(
    `select ${columns} from charter_sending where workspace_id = $1 and envelope_id = $2`,
    [workspaceId, envelopeId],
  );
  return row ?? null;
}

export async function endSending(
  tx: Tx,
  workspaceId: string,
  envelopeId: string,
  state: EndOfSending,
  at: Instant,
): Promise<void> {
  await tx.query(`update charter_sending set state = $3, ended_at = $4 where workspace_id = $1 and envelope_id = $2`, [
    workspaceId,
    envelopeId,
    state,
    new Date(at),
  ]);
}
