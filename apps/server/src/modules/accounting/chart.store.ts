import type { ChartBody } from '@cordee/contract/accounting-values';
import type { Chart, ChartVersion } from '@cordee/core/accounting';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface WrittenChart extends ChartVersion {
  readonly writtenAt: Instant;
}

/** Charts of a workspace, in the order of their first days. */
export async function selectCharts(tx: Tx, workspaceId: string): Promise<WrittenChart[]> {
  const rows = await tx.query<{ valid_from: LocalDate; chart: Chart; written_at: Instant }>(
    `select valid_from::text as valid_from, chart, written_at from accounting_chart where workspace_id = $1 order by valid_from`,
    [workspaceId],
  );
  return rows.map((row) => ({ validFrom: row.valid_from, chart: row.chart, writtenAt: row.written_at }));
}

export interface NewChart {
  readonly validFrom: LocalDate;
  readonly chart: ChartBody;
  readonly at: Instant;
  readonly by: string;
}

export async function saveChart(tx: Tx, workspaceId: string, { validFrom, chart, at, by }: NewChart): Promise<void> {
  await tx.query(
    `insert into accounting_chart (workspace_id, valid_from, chart, written_at, written_by) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, valid_from) do update set chart = excluded.chart, written_at = excluded.written_at,
       written_by = excluded.written_by`,
    [workspaceId, validFrom, JSON.stringify(chart), new Date(at), by],
  );
}

export async function deleteChart(tx: Tx, workspaceId: string, validFrom: LocalDate): Promise<void> {
  await tx.query('delete from accounting_chart where workspace_id = $1 and valid_from = $2', [workspaceId, validFrom]);
}

/** Which of these programs the workspace has. */
export async function knownPrograms(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>('select id from program where workspace_id = $1 and id = any($2::uuid[])', [
    workspaceId,
    ids,
  ]);
  return new Set(rows.map(({ id }) => id));
}
