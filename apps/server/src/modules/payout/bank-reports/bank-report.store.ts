import type { BankReportAnswer } from '@cordee/contract/payout-batch';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

/** Keeps what a file of the bank said, and what came of it. */
export async function insertReport(
  tx: Tx,
  workspaceId: string,
  report: {
    readonly id: string;
    readonly sha256: string;
    readonly kind: BankReportAnswer['kind'];
    readonly readAt: Instant;
    readonly lines: BankReportAnswer['lines'];
  },
): Promise<void> {
  await tx.query(`insert into bank_report (workspace_id, id, sha256, kind, read_at, result) values ($1, $2, $3, $4, $5, $6)`, [
    workspaceId,
    report.id,
    report.sha256,
    report.kind,
    new Date(report.readAt),
    JSON.stringify(report.lines),
  ]);
}
