import type { Side } from '@cordee/core/partnership';
import type { charterEntryKinds } from '@cordee/contract/charter';
import type { CharterChange, CharterDocument, CharterKind, VersionState } from '@cordee/core/charter';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

export interface CharterRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly kind: CharterKind;
  readonly openedAt: Instant;
  readonly isOpen: boolean;
  readonly isDropped: boolean;
  readonly endsOn: LocalDate | null;
  readonly versions: number;
  readonly proposals: number;
  readonly entries: number;
}

export interface VersionRecord {
  readonly charterId: string;
  readonly number: number;
  readonly state: VersionState;
  readonly mode: 'agree' | 'replace';
  readonly side: Side;
  readonly document: CharterDocument;
  readonly hash: string;
  readonly revision: number;
  readonly openedAt: Instant;
  readonly sharedAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly signedAt: Instant | null;
  readonly holdsFrom: LocalDate | null;
}

export type EntryKind = (typeof charterEntryKinds)[number];

export interface EntryRecord {
  readonly number: number;
  readonly at: Instant;
  readonly kind: EntryKind;
  readonly side: Side;
  readonly actor: Actor;
  readonly version: number;
  readonly clause: string | null;
  readonly proposal: number | null;
  readonly text: string | null;
}

export interface ProposalRecord {
  readonly number: number;
  readonly version: number;
  readonly side: Side;
  readonly actor: Actor;
  readonly at: Instant;
  readonly change: CharterChange;
  readonly before: unknown;
  readonly text: string | null;
  readonly state: 'open' | 'accepted' | 'refused' | 'withdrawn';
  readonly reason: string | null;
}

export interface ApprovalRecord {
  readonly version: number;
  readonly side: Side;
  readonly hash: string;
  readonly actor: Actor;
  readonly at: Instant;
}

export interface SignatureRecord {
  readonly version: number;
  readonly side: Side;
  readonly signedOn: LocalDate;
  readonly reference: string | null;
  readonly at: Instant;
  /** Where it was signed; null for a copy signed elsewhere. */
  readonly envelopeId: string | null;
}

export interface CharterFilter {
  readonly id?: string;
  readonly partnerId?: string | null;
  readonly before?: string | null;
  readonly limit: number;
}

/** Charters, newest first. */
export async function selectCharters(tx: Tx, workspaceId: string, filter: CharterFilter): Promise<CharterRecord[]> {
  return tx.query<CharterRecord>(
    `select c.id, c.partner_id as "partnerId", p.name as "partnerName", c.kind, c.opened_at as "openedAt", c.is_open as "isOpen",
        c.is_dropped as "isDropped", c.ends_on as "endsOn", c.versions, c.proposals, c.entries
       from charter c join partner p on p.workspace_id = c.workspace_id and p.id = c.partner_id
      where c.workspace_id = $1 and ($2::uuid is null or c.id = $2) and ($3::uuid is null or c.partner_id = $3)
        and ($4::uuid is null or c.id < $4)
      order by c.id desc limit $5`,
    [workspaceId, filter.id ?? null, filter.partnerId ?? null, filter.before ?? null, filter.limit],
  );
}

/** Holds a charter against everybody else until the end of the transaction. */
export async function lockCharter(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.query(`select id from charter where workspace_id = $1 and id = $2 for update`, [workspaceId, id]);
  return rows.length === 1;
}

/** All versions of some charters, by number. */
export async function selectVersionsOf(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<VersionRecord[]> {
  if (ids.length === 0) return [];
  return tx.query<VersionRecord>(
    `select charter_id as "charterId", number, state, mode, side, document, hash, revision, opened_at as "openedAt",
        shared_at as "sharedAt", approved_at as "approvedAt", signed_at as "signedAt", holds_from as "holdsFrom"
       from charter_version where workspace_id = $1 and charter_id = any($2::uuid[]) order by charter_id, number`,
    [workspaceId, [...ids]],
  );
}

export async function selectEntries(tx: Tx, workspaceId: string, id: string): Promise<EntryRecord[]> {
  return tx.query<EntryRecord>(
    `select number, at, kind, side, actor, version, clause, proposal, text from charter_entry
      where workspace_id = $1 and charter_id = $2 order by number`,
    [workspaceId, id],
  );
}

export async function selectProposals(tx: Tx, workspaceId: string, id: string): Promise<ProposalRecord[]> {
  return tx.query<ProposalRecord>(
    `select number, version, side, actor, at, change, before, text, state, reason from charter_proposal
      where workspace_id = $1 and charter_id = $2 order by number`,
    [workspaceId, id],
  );
}

/** How many proposals of each charter wait for an answer. */
export async function countOpenProposals(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; count: number }>(
    `select charter_id as id, count(*)::integer as count from charter_proposal
      where workspace_id = $1 and charter_id = any($2::uuid[]) and state = 'open' group by charter_id`,
    [workspaceId, [...ids]],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export async function selectApprovals(tx: Tx, workspaceId: string, id: string): Promise<ApprovalRecord[]> {
  return tx.query<ApprovalRecord>(
    `select version, side, hash, actor, at from charter_approval where workspace_id = $1 and charter_id = $2 order by version, at, side`,
    [workspaceId, id],
  );
}

export async function selectSignatures(tx: Tx, workspaceId: string, id: string): Promise<SignatureRecord[]> {
  return tx.query<SignatureRecord>(
    `select version, side, signed_on as "signedOn", reference, at, envelope_id as "envelopeId" from charter_signature
      where workspace_id = $1 and charter_id = $2 order by version, at, side`,
    [workspaceId, id],
  );
}

/** The paper that both approved, once it is drawn. */
export async function findPaper(tx: Tx, workspaceId: string, id: string, version: number): Promise<Buffer | null> {
  const rows = await tx.query<{ bytes: Buffer }>(
    `select bytes from charter_paper where workspace_id = $1 and charter_id = $2 and version = $3`,
    [workspaceId, id, version],
  );
  return rows[0]?.bytes ?? null;
}

export interface PartnerCharters {
  readonly versions: readonly VersionRecord[];
  readonly endsOn: LocalDate | null;
}

/** The charters of some partners that were not given up, with all their versions. */
export async function selectChartersOf(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
): Promise<Map<string, PartnerCharters[]>> {
  const rows = await tx.query<{ id: string; partnerId: string; endsOn: string | null }>(
    `select id, partner_id as "partnerId", ends_on as "endsOn" from charter
      where workspace_id = $1 and partner_id = any($2::uuid[]) and not is_dropped order by id`,
    [workspaceId, [...partnerIds]],
  );
  const ids = rows.map(({ id }) => id);
  const versions = Map.groupBy(await selectVersionsOf(tx, workspaceId, ids), ({ charterId }) => charterId);
  const found = new Map<string, PartnerCharters[]>();
  for (const { id, partnerId, endsOn } of rows) {
    found.set(partnerId, [...(found.get(partnerId) ?? []), { versions: versions.get(id) ?? [], endsOn }]);
  }
  return found;
}
