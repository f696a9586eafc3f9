import type { CharterDocument, VersionState } from '@cordee/core/charter';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type {
  ApprovalRecord,
  CharterRecord,
  EntryRecord,
  ProposalRecord,
  SignatureRecord,
  VersionRecord,
} from './charter.store.ts';

/** A new charter; false when the partner has an open one. */
export async function insertCharter(
  tx: Tx,
  workspaceId: string,
  { id, partnerId, kind, openedAt }: Pick<CharterRecord, 'id' | 'partnerId' | 'kind' | 'openedAt'>,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into charter (workspace_id, id, partner_id, kind, opened_at, is_open, is_dropped, versions, proposals, entries)
     values ($1, $2, $3, $4, $5, true, false, 0, 0, 0) on conflict do nothing returning id`,
    [workspaceId, id, partnerId, kind, new Date(openedAt)],
  );
  return rows.length === 1;
}

export async function insertVersion(
  tx: Tx,
  workspaceId: string,
  {
    charterId,
    number,
    side,
    document,
    hash,
    openedAt,
  }: Pick<VersionRecord, 'charterId' | 'number' | 'side' | 'document' | 'hash' | 'openedAt'>,
): Promise<void> {
  await tx.query(
    `insert into charter_version (workspace_id, charter_id, number, state, mode, side, document, hash, revision, opened_at)
     values ($1, $2, $3, 'own', 'agree', $4, $5, $6, 1, $7)`,
    [workspaceId, charterId, number, side, JSON.stringify(document), hash, new Date(openedAt)],
  );
  await tx.query(`update charter set versions = $3 where workspace_id = $1 and id = $2`, [workspaceId, charterId, number]);
}

/** Puts another document in place, as a new revision. */
export async function updateDocument(
  tx: Tx,
  workspaceId: string,
  { charterId, number }: VersionRecord,
  document: CharterDocument,
  hash: string,
): Promise<void> {
  await tx.query(
    `update charter_version set document = $4, hash = $5, revision = revision + 1
      where workspace_id = $1 and charter_id = $2 and number = $3`,
    [workspaceId, charterId, number, JSON.stringify(document), hash],
  );
}

export interface NewStanding {
  readonly state: VersionState;
  readonly mode?: 'agree' | 'replace';
  readonly sharedAt?: Instant;
  readonly approvedAt?: Instant;
  readonly signedAt?: Instant;
  readonly holdsFrom?: LocalDate;
}

/** Brings a version further; what is left out stays. */
export async function updateStanding(
  tx: Tx,
  workspaceId: string,
  { charterId, number }: Pick<VersionRecord, 'charterId' | 'number'>,
  { state, mode, sharedAt, approvedAt, signedAt, holdsFrom }: NewStanding,
): Promise<void> {
  await tx.query(
    `update charter_version set state = $4, mode = coalesce($5, mode), shared_at = coalesce(shared_at, $6),
        approved_at = coalesce($7, approved_at), signed_at = coalesce($8, signed_at), holds_from = coalesce($9, holds_from)
      where workspace_id = $1 and charter_id = $2 and number = $3`,
    [workspaceId, charterId, number, state, mode ?? null, at(sharedAt), at(approvedAt), at(signedAt), holdsFrom ?? null],
  );
}

function at(instant: Instant | undefined): Date | null {
  return instant === undefined ? null : new Date(instant);
}

/** Closes a charter: dropped before it ever held, or with its last day. */
export async function updateEnd(tx: Tx, workspaceId: string, id: string, endsOn: LocalDate | null): Promise<void> {
  await tx.query(
    `update charter set is_open = false, is_dropped = $3::text is null, ends_on = $3 where workspace_id = $1 and id = $2`,
    [workspaceId, id, endsOn],
  );
}

/** Takes back the end that was said of a charter; false when another one is open meanwhile. */
export async function reopenCharter(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update charter c set is_open = true, ends_on = null where c.workspace_id = $1 and c.id = $2 and not c.is_dropped
       and not exists (select 1 from charter o where o.workspace_id = c.workspace_id and o.partner_id = c.partner_id and o.is_open
         and o.id <> c.id) returning c.id`,
    [workspaceId, id],
  );
  return rows.length > 0;
}

/** The number of the entry. */
export async function insertEntry(tx: Tx, workspaceId: string, id: string, entry: Omit<EntryRecord, 'number'>): Promise<number> {
  const [added] = await tx.query<{ number: number }>(
    `with next as (update charter set entries = entries + 1 where workspace_id = $1 and id = $2 returning entries)
     insert into charter_entry (workspace_id, charter_id, number, at, kind, side, actor, version, clause, proposal, text)
     select $1, $2, entries, $3, $4, $5, $6, $7, $8, $9, $10 from next
     returning number`,
    [
      workspaceId,
      id,
      new Date(entry.at),
      entry.kind,
      entry.side,
      JSON.stringify(entry.actor),
      entry.version,
      entry.clause,
      entry.proposal,
      entry.text,
    ],
  );
  return added?.number ?? 0;
}

export async function insertProposal(
  tx: Tx,
  workspaceId: string,
  id: string,
  proposal: Omit<ProposalRecord, 'state' | 'reason'>,
): Promise<void> {
  await tx.query(
    `insert into charter_proposal (workspace_id, charter_id, number, version, side, actor, at, change, before, text, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open')`,
    [
      workspaceId,
      id,
      proposal.number,
      proposal.version,
      proposal.side,
      JSON.stringify(proposal.actor),
      new Date(proposal.at),
      JSON.stringify(proposal.change),
      JSON.stringify(proposal.before ?? null),
      proposal.text,
    ],
  );
  await tx.query(`update charter set proposals = $3 where workspace_id = $1 and id = $2`, [workspaceId, id, proposal.number]);
}

export async function updateProposal(
  tx: Tx,
  workspaceId: string,
  id: string,
  number: number,
  { state, reason }: Pick<ProposalRecord, 'state' | 'reason'>,
): Promise<void> {
  await tx.query(
    `update charter_proposal set state = $4, reason = $5 where workspace_id = $1 and charter_id = $2 and number = $3`,
    [workspaceId, id, number, state, reason],
  );
}

export async function insertApproval(tx: Tx, workspaceId: string, id: string, approval: ApprovalRecord): Promise<void> {
  const { version, side, hash, actor } = approval;
  await tx.query(
    `insert into charter_approval (workspace_id, charter_id, version, side, hash, actor, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing`,
    [workspaceId, id, version, side, hash, JSON.stringify(actor), new Date(approval.at)],
  );
}

export async function insertSignature(
  tx: Tx,
  workspaceId: string,
  id: string,
  { version, side, signedOn, reference, envelopeId, at: signedAt, actor }: SignatureRecord & { readonly actor: Actor },
): Promise<void> {
  await tx.query(
    `insert into charter_signature (workspace_id, charter_id, version, side, signed_on, reference, actor, at, envelope_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspaceId, id, version, side, signedOn, reference, JSON.stringify(actor), new Date(signedAt), envelopeId],
  );
}

export async function insertPaper(
  tx: Tx,
  workspaceId: string,
  id: string,
  version: number,
  { bytes, sha256 }: { readonly bytes: Buffer; readonly sha256: string },
): Promise<void> {
  await tx.query(`insert into charter_paper (workspace_id, charter_id, version, bytes, sha256) values ($1, $2, $3, $4, $5)`, [
    workspaceId,
    id,
    version,
    bytes,
    sha256,
  ]);
}
