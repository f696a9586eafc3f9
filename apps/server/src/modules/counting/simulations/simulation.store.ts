import type { Simulated } from '@cordee/contract/simulation';
import type { PlanDocument } from '@cordee/core/plan';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';

export interface SimulationRecord {
  readonly id: string;
  readonly planId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly facts: bigint;
  readonly total: bigint;
  readonly totals: Simulated['totals'] | null;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
}

export interface NewSimulation {
  readonly id: string;
  readonly planId: string;
  readonly document: PlanDocument;
  readonly from: Instant;
  readonly to: Instant;
  readonly actor: Actor;
  readonly createdAt: Instant;
}

const columns = `id, plan_id as "planId", from_at as "from", to_at as "to", state, facts, total, result->'totals' as totals,
  created_at as "createdAt", finished_at as "finishedAt"`;

export async function insertSimulation(tx: Tx, workspaceId: string, simulation: NewSimulation): Promise<void> {
  const { id, planId, document, from, to, actor, createdAt } = simulation;
  await tx.query(
    `insert into simulation (workspace_id, id, plan_id, document, from_at, to_at, state, actor, created_at)
     values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8)`,
    [workspaceId, id, planId, JSON.stringify(document), new Date(from), new Date(to), JSON.stringify(actor), new Date(createdAt)],
  );
}

/** Simulations without what came of them for each partner, newest first: before one, or that one alone. */
export function selectSimulations(
  tx: Tx,
  workspaceId: string,
  filter: { readonly id?: string; readonly planId?: string | null; readonly before?: string | null; readonly limit: number },
): Promise<SimulationRecord[]> {
  return tx.query<SimulationRecord>(
    `select ${columns} from simulation
      where workspace_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or plan_id = $3)
        and ($4::uuid is null or id < $4)
      order by id desc limit $5`,
    [workspaceId, filter.id ?? null, filter.planId ?? null, filter.before ?? null, filter.limit],
  );
}

export async function loadResult(tx: Tx, workspaceId: string, id: string): Promise<Simulated | null> {
  const [row] = await tx.query<{ result: Simulated | null }>(
    'select result from simulation where workspace_id = $1 and id = $2',
    [workspaceId, id],
  );
  return row?.result ?? null;
}

export async function loadTried(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<{ document: PlanDocument; total: bigint } | null> {
  const [row] = await tx.query<{ document: PlanDocument; total: bigint }>(
    `select document, coalesce((select counted_seq from count_head where workspace_id = $1), 0)::bigint as total
       from simulation where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  return row ?? null;
}
