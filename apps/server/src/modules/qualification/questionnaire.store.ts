import type { QuestionnaireDocument } from '@cordee/contract/questionnaire-values';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface VersionRecord {
  readonly version: number;
  readonly document: QuestionnaireDocument;
  readonly hash: string;
  readonly publishedAt: Instant;
}

export interface QuestionnaireRecord {
  readonly id: string;
  readonly draft: QuestionnaireDocument;
  readonly createdAt: Instant;
  readonly archivedAt: Instant | null;
  /** The number of the latest version; 0 while there is none. */
  readonly versions: number;
  readonly latest: VersionRecord | null;
  readonly qualifications: number;
}

interface Row {
  id: string;
  draft: QuestionnaireDocument;
  created_at: Instant;
  archived_at: Instant | null;
  versions: number;
  document: QuestionnaireDocument | null;
  hash: string | null;
  published_at: Instant | null;
  qualifications: number;
}

export interface QuestionnaireFilter {
  readonly id?: string;
  readonly kind?: string | undefined;
  readonly before?: string | null;
  readonly limit: number;
}

/** Questionnaires, newest first, those put away last. */
export async function selectQuestionnaires(
  tx: Tx,
  workspaceId: string,
  { id, kind, before, limit }: QuestionnaireFilter,
): Promise<QuestionnaireRecord[]> {
  const rows = await tx.query<Row>(
    `select q.id, q.draft, q.created_at, q.archived_at, q.versions, v.document, v.hash, v.published_at,
       (select count(*)::integer from qualification r where r.workspace_id = q.workspace_id and r.questionnaire_id = q.id) as qualifications
       from questionnaire q
       left join questionnaire_version v on v.workspace_id = q.workspace_id and v.questionnaire_id = q.id and v.version = q.versions
      where q.workspace_id = $1 and ($2::uuid is null or q.id = $2) and ($3::uuid is null or q.id < $3)
        and ($4::text is null or json_array_length(q.draft->'kinds') = 0 or $4 in (select json_array_elements_text(q.draft->'kinds')))
      order by q.id desc limit $5`,
    [workspaceId, id ?? null, before ?? null, kind ?? null, limit],
  );
  return rows.map(fromRow);
}

function fromRow(row: Row): QuestionnaireRecord {
  const { document, hash, published_at: publishedAt, versions: version } = row;
  const isPublished = document !== null && hash !== null && publishedAt !== null;
  return {
    id: row.id,
    draft: row.draft,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
    versions: version,
    latest: isPublished ? { version, document, hash, publishedAt } : null,
    qualifications: row.qualifications,
  };
}

/** Holds a questionnaire until the end of the transaction; false when there is none. */
export async function lockQuestionnaire(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.query(`select id from questionnaire where workspace_id = $1 and id = $2 for update`, [workspaceId, id]);
  return rows.length === 1;
}

export async function insertQuestionnaire(
  tx: Tx,
  workspaceId: string,
  { id, draft, at }: { readonly id: string; readonly draft: QuestionnaireDocument; readonly at: Instant },
): Promise<void> {
  await tx.query(`insert into questionnaire (workspace_id, id, draft, created_at) values ($1, $2, $3, $4)`, [
    workspaceId,
    id,
    JSON.stringify(draft),
    new Date(at),
  ]);
}

export async function updateQuestionnaireDraft(
  tx: Tx,
  workspaceId: string,
  id: string,
  draft: QuestionnaireDocument,
): Promise<void> {
  await tx.query(`update questionnaire set draft = $3 where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
    JSON.stringify(draft),
  ]);
}

export async function setArchived(tx: Tx, workspaceId: string, id: string, at: Instant | null): Promise<void> {
  await tx.query(`update questionnaire set archived_at = $3 where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
    at === null ? null : new Date(at),
  ]);
}

/** Adds the next version of a questionnaire that is held. */
export async function insertVersion(
  tx: Tx,
  workspaceId: string,
  id: string,
  { version, document, hash, publishedAt }: VersionRecord,
): Promise<void> {
  await tx.query(
    `with numbered as (update questionnaire set versions = $3 where workspace_id = $1 and id = $2 returning id)
     insert into questionnaire_version (workspace_id, questionnaire_id, version, document, hash, published_at)
     select $1, id, $3, $4, $5, $6 from numbered`,
    [workspaceId, id, version, JSON.stringify(document), hash, new Date(publishedAt)],
  );
}

/** All versions of a questionnaire, or one of them, the latest first. */
export async function selectVersions(tx: Tx, workspaceId: string, id: string, version?: number): Promise<VersionRecord[]> {
  return tx.query<VersionRecord>(
    `select version, document, hash, published_at as "publishedAt" from questionnaire_version
      where workspace_id = $1 and questionnaire_id = $2 and ($3::integer is null or version = $3) order by version desc`,
    [workspaceId, id, version ?? null],
  );
}
