import type { Consequence, disputeOutcomes } from '@cordee/contract/dispute-body';
import type { Side } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export type DecisionState = 'waiting' | 'accepted' | 'refused' | 'replaced' | 'decided' | 'lapsed';

export interface DecisionRecord {
  readonly number: number;
  readonly step: number;
  readonly side: Side;
  readonly isFinal: boolean;
  readonly outcome: (typeof disputeOutcomes)[number];
  readonly reasons: string;
  readonly consequences: readonly Consequence[];
  readonly at: Instant;
  readonly state: DecisionState;
}

export function selectDecisions(tx: Tx, workspaceId: string, disputeId: string): Promise<DecisionRecord[]> {
  return tx.query<DecisionRecord>(
    `select number, step, side, is_final as "isFinal", outcome, reasons, consequences, at, state from dispute_decision
      where workspace_id = $1 and dispute_id = $2 order by number`,
    [workspaceId, disputeId],
  );
}

export async function insertDecision(
  tx: Tx,
  workspaceId: string,
  disputeId: string,
  decision: DecisionRecord,
  actor: unknown,
): Promise<void> {
  const { number, step, side, isFinal, outcome, reasons, consequences, at, state } = decision;
  await tx.query(
    `insert into dispute_decision (workspace_id, dispute_id, number, step, side, is_final, outcome, reasons, consequences, at, actor, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      workspaceId,
      disputeId,
      number,
      step,
      side,
      isFinal,
      outcome,
      reasons,
      JSON.stringify(consequences),
      new Date(at),
      JSON.stringify(actor),
      state,
    ],
  );
}

/** What becomes of the decision that waits. */
export async function settleWaiting(tx: Tx, workspaceId: string, disputeId: string, state: DecisionState): Promise<void> {
  await tx.query(`update dispute_decision set state = $3 where workspace_id = $1 and dispute_id = $2 and state = 'waiting'`, [
    workspaceId,
    disputeId,
    state,
  ]);
}
