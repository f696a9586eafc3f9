import type { LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** What the obligations of a charter were set from; without a version they never were. */
export interface DutiesMark {
  readonly version: number | null;
  readonly endsOn: LocalDate | null;
}

export async function findMark(tx: Tx, workspaceId: string, id: string): Promise<DutiesMark> {
  const [row] = await tx.query<DutiesMark>(
    `select duties_version as version, duties_ends_on as "endsOn" from charter where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  return row ?? { version: null, endsOn: null };
}

export async function updateMark(tx: Tx, workspaceId: string, id: string, { version, endsOn }: DutiesMark): Promise<void> {
  await tx.query(`update charter set duties_version = $3, duties_ends_on = $4 where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
    version,
    endsOn,
  ]);
}

/** The charters of which another version has come to hold by a day than the one their obligations follow. */
export async function selectOvertaken(tx: Tx, workspaceId: string, today: LocalDate): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select c.id from charter c
       join lateral (
         select v.number from charter_version v
          where v.workspace_id = c.workspace_id and v.charter_id = c.id and v.state in ('signed', 'announced') and v.holds_from <= $2
            and (c.ends_on is null or v.holds_from < c.ends_on)
          order by v.holds_from desc, v.number desc limit 1
       ) held on held.number is distinct from c.duties_version
      where c.workspace_id = $1 and not c.is_dropped order by c.id`,
    [workspaceId, today],
  );
  return rows.map(({ id }) => id);
}
