import type { Side } from '@cordee/core/partnership';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface EvidenceRecord {
  readonly id: string;
  readonly qualificationId: string;
  readonly partnerId: string;
  readonly side: Side;
  readonly item: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly expiresOn: LocalDate | null;
  readonly addedAt: Instant;
  /** The evidence of the qualification before that it was taken over from. */
  readonly takenFrom: string | null;
}

const columns = `id, qualification_id as "qualificationId", partner_id as "partnerId", side, item, title, url,
  expires_on::text as "expiresOn", added_at as "addedAt", taken_from as "takenFrom"`;

/** The evidence of a qualification, of one side or of both, in the order it came. */
export async function selectEvidence(
  tx: Tx,
  workspaceId: string,
  qualificationId: string,
  side: Side | null,
): Promise<EvidenceRecord[]> {
  return tx.query<EvidenceRecord>(
    `select ${columns} from evidence
      where workspace_id = $1 and qualification_id = $2 and removed_at is null and ($3::text is null or side = $3) order by id`,
    [workspaceId, qualificationId, side],
  );
}

export async function insertEvidence(tx: Tx, workspaceId: string, made: EvidenceRecord): Promise<void> {
  await tx.query(
    `insert into evidence (workspace_id, id, qualification_id, partner_id, side, item, title, url, expires_on, added_at, taken_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      workspaceId,
      made.id,
      made.qualificationId,
      made.partnerId,
      made.side,
      made.item,
      made.title,
      made.url,
      made.expiresOn,
      new Date(made.addedAt),
      made.takenFrom,
    ],
  );
}

/** A piece of evidence that was not removed, with whether its qualification is revealed. */
export async function findEvidence(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<(EvidenceRecord & { readonly isRevealed: boolean }) | null> {
  const [row] = await tx.query<EvidenceRecord & { isRevealed: boolean }>(
    `select ${columns}, (select q.state = 'revealed' from qualification q where q.workspace_id = e.workspace_id
        and q.id = e.qualification_id) as "isRevealed"
       from evidence e where workspace_id = $1 and id = $2 and removed_at is null`,
    [workspaceId, id],
  );
  return row ?? null;
}

/** False when the side has none of this id. */
export async function removeEvidenceOf(
  tx: Tx,
  workspaceId: string,
  id: string,
  { qualificationId, side, at }: { readonly qualificationId: string; readonly side: Side; readonly at: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `update evidence set removed_at = $5 where workspace_id = $1 and id = $2 and qualification_id = $3 and side = $4 and removed_at is null
      returning id`,
    [workspaceId, id, qualificationId, side, new Date(at)],
  );
  return rows.length === 1;
}

/** Evidence of qualifications that still count and that ends by this day, of which nobody was told. */
export async function selectEnding(tx: Tx, workspaceId: string, until: LocalDate): Promise<EvidenceRecord[]> {
  return tx.query<EvidenceRecord>(
    `select ${columns} from evidence e
      where workspace_id = $1 and removed_at is null and expires_on <= $2 and reminded_for is distinct from expires_on
        and exists (select from qualification q where q.workspace_id = e.workspace_id and q.id = e.qualification_id
          and q.state in ('open', 'revealed') and q.followed_by is null)
      order by expires_on, id limit 500`,
    [workspaceId, until],
  );
}

/** False when somebody else has marked it meanwhile. */
export async function markEnding(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update evidence set reminded_for = expires_on
      where workspace_id = $1 and id = $2 and removed_at is null and reminded_for is distinct from expires_on returning id`,
    [workspaceId, id],
  );
  return rows.length === 1;
}
