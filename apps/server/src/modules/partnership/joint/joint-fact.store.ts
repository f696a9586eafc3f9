import type { JointKind, JointState, Side } from '@cordee/core/partnership';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';

export interface JointRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly kind: JointKind;
  readonly text: string;
  readonly on: LocalDate;
  readonly state: JointState;
  readonly proposedBy: Side;
  readonly proposedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly reason: string | null;
}

interface Row {
  id: string;
  partner_id: string;
  kind: JointKind;
  text: string;
  on_date: LocalDate;
  state: JointState;
  proposed_by: Side;
  proposed_at: Instant;
  answered_at: Instant | null;
  reason: string | null;
}

const columns = `id, partner_id, kind, text, on_date::text as on_date, state, proposed_by, proposed_at, answered_at, reason`;

/** What was stated in a partnership, newest first, older than `before`. */
export async function selectJointFacts(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  before: string | null,
  limit: number,
): Promise<JointRecord[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from joint_fact where workspace_id = $1 and partner_id = $2 and ($3::uuid is null or id < $3)
      order by id desc limit $4`,
    [workspaceId, partnerId, before, limit],
  );
  return rows.map(fromRow);
}

/** A statement, for whoever writes to people about it; null for an unknown one. */
export async function jointFactToTell(tx: Tx, workspaceId: string, id: string): Promise<JointRecord | null> {
  const [row] = await tx.query<Row>(`select ${columns} from joint_fact where workspace_id = $1 and id = $2`, [workspaceId, id]);
  return row === undefined ? null : fromRow(row);
}

/** A statement, locked until the transaction ends; null for an unknown one. */
export async function lockJointFact(tx: Tx, workspaceId: string, id: string): Promise<JointRecord | null> {
  const [row] = await tx.query<Row>(`select ${columns} from joint_fact where workspace_id = $1 and id = $2 for update`, [
    workspaceId,
    id,
  ]);
  return row === undefined ? null : fromRow(row);
}

export async function insertJointFact(tx: Tx, workspaceId: string, joint: JointRecord, proposer: Actor): Promise<void> {
  await tx.query(
    `insert into joint_fact (workspace_id, id, partner_id, kind, text, on_date, state, proposed_by, proposed_at, proposer)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      workspaceId,
      joint.id,
      joint.partnerId,
      joint.kind,
      joint.text,
      joint.on,
      joint.state,
      joint.proposedBy,
      new Date(joint.proposedAt),
      JSON.stringify(proposer),
    ],
  );
}

export async function updateJointFact(tx: Tx, workspaceId: string, joint: JointRecord, answerer: Actor): Promise<void> {
  await tx.query(
    `update joint_fact set state = $3, answered_at = $4, answerer = $5, reason = $6 where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      joint.id,
      joint.state,
      joint.answeredAt === null ? null : new Date(joint.answeredAt),
      JSON.stringify(answerer),
      joint.reason,
    ],
  );
}

function fromRow(row: Row): JointRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    kind: row.kind,
    text: row.text,
    on: row.on_date,
    state: row.state,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    answeredAt: row.answered_at,
    reason: row.reason,
  };
}
