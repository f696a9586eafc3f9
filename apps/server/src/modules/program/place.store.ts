import type { Dated, ProgramPlace } from '@cordee/core/counting';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';

/** One entry of a program's history; `number` counts from 0, the first holds for all times. */
export interface PlaceEntry extends Dated<ProgramPlace> {
  readonly programId: string;
  readonly number: number;
}

/** The histories of some programs, or of all, in the order they were recorded. */
export async function selectPlaces(tx: Tx, workspaceId: string, ids: readonly string[] | null): Promise<PlaceEntry[]> {
  let query = tx.kysely.selectFrom('program_terms').selectAll().where('workspace_id', '=', workspaceId);
  if (ids !== null) query = query.where(sql<boolean>`program_id = any(${[...ids]}::uuid[])`);
  const rows = await query.orderBy('recorded_at').orderBy('number').execute();
  return rows.map((row) => ({
    programId: row.program_id,
    number: row.number,
    from: row.from_at,
    recordedAt: row.recorded_at,
    value: { precedence: row.precedence, planId: row.plan_id },
  }));
}

export async function insertPlace(tx: Tx, workspaceId: string, entry: PlaceEntry): Promise<void> {
  const { programId, number, from, recordedAt, value } = entry;
  await tx.kysely
    .insertInto('program_terms')
    .values({
      workspace_id: workspaceId,
      program_id: programId,
      number,
      from_at: new Date(from),
      recorded_at: new Date(recordedAt),
      precedence: value.precedence,
      plan_id: value.planId,
    })
    .execute();
}
