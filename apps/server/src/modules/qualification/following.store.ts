import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** Open qualifications whose days are over by then and of which that was not told; those that are over at all. */
export async function selectRunningOut(tx: Tx, workspaceId: string, soon: Instant, now: Instant): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from qualification
      where workspace_id = $1 and state = 'open' and expires_at <= $2 and (reminded_at is null or expires_at <= $3)
      order by expires_at limit 500`,
    [workspaceId, new Date(soon), new Date(now)],
  );
  return rows.map(({ id }) => id);
}

export async function markReminded(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx.query(`update qualification set reminded_at = $3 where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
    new Date(at),
  ]);
}

export interface DueAgain {
  readonly id: string;
  readonly partnerId: string;
  readonly questionnaireId: string;
}

/** Those whose day of requalification has come. */
export async function selectDueAgain(tx: Tx, workspaceId: string, today: LocalDate): Promise<DueAgain[]> {
  return tx.query<DueAgain>(
    `select q.id, q.partner_id as "partnerId", q.questionnaire_id as "questionnaireId" from qualification q
       join partner p on p.workspace_id = q.workspace_id and p.id = q.partner_id
       join questionnaire s on s.workspace_id = q.workspace_id and s.id = q.questionnaire_id
      where q.workspace_id = $1 and q.requalify_on <= $2 and q.followed_by is null
        and p.archived_at is null and s.archived_at is null
        and not exists (select from qualification o where o.workspace_id = q.workspace_id and o.partner_id = q.partner_id
          and o.questionnaire_id = q.questionnaire_id and o.state = 'open')
      order by q.requalify_on, q.id limit 500`,
    [workspaceId, today],
  );
}

/** False when another has followed meanwhile. */
export async function setFollowedBy(tx: Tx, workspaceId: string, id: string, next: string): Promise<boolean> {
  const rows = await tx.query(
    `update qualification set followed_by = $3 where workspace_id = $1 and id = $2 and followed_by is null returning id`,
    [workspaceId, id, next],
  );
  return rows.length === 1;
}
