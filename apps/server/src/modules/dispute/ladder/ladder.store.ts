import type { LadderSet } from '@cordee/core/escalation';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export interface OwnLadder {
  readonly number: number;
  readonly validFrom: LocalDate;
  readonly document: LadderSet;
  readonly sourceFr: string;
  readonly sourceEn: string;
}

/** The company's own sets, by the day they hold from; of one day the last that was set. */
export function selectLadders(tx: Tx, workspaceId: string): Promise<OwnLadder[]> {
  return tx.query<OwnLadder>(
    `select distinct on (valid_from) number, valid_from::text as "validFrom", document, source_fr as "sourceFr", source_en as "sourceEn"
       from dispute_ladder where workspace_id = $1 order by valid_from, number desc`,
    [workspaceId],
  );
}

/** Adds a set; two at once come one after the other. */
export async function insertLadder(
  tx: Tx,
  workspaceId: string,
  { validFrom, document, sourceFr, sourceEn }: Omit<OwnLadder, 'number'>,
  at: Instant,
  actor: unknown,
): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('dispute ladder ' || $1::text, 0))`, [workspaceId]);
  await tx.query(
    `insert into dispute_ladder (workspace_id, number, valid_from, document, source_fr, source_en, set_at, actor)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 from dispute_ladder where workspace_id = $1`,
    [workspaceId, validFrom, JSON.stringify(document), sourceFr, sourceEn, new Date(at), JSON.stringify(actor)],
  );
}
