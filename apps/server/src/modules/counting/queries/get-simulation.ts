import type { ListSimulations, SimulationAnswer, SimulationSummary } from '@cordee/contract/simulation';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { maySimulate } from '../counting.policy.ts';
import { summaryToContract, toContract } from '../simulations/simulation-answer.ts';
import { loadResult, selectSimulations } from '../simulations/simulation.store.ts';

/** A simulation, under way or finished. Refuses `not_found`. */
export function getSimulation(context: Context, id: string): Promise<Wire<SimulationAnswer>> {
  maySimulate(context.actor);
  return read(context, async (tx) => {
    const [record] = await selectSimulations(tx, context.workspaceId, { id, limit: 1 });
    if (record === undefined) throw new Refusal('not_found');
    return toContract(record, await loadResult(tx, context.workspaceId, id));
  });
}

/** A page of simulations, newest first. */
export function listSimulations(
  context: Context,
  { limit, cursor, planId }: ListSimulations,
): Promise<{ items: Wire<SimulationSummary>[]; nextCursor: string | null }> {
  maySimulate(context.actor);
  const before = decodeCursor(cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    const rows = await selectSimulations(tx, context.workspaceId, { planId: planId ?? null, before, limit: limit + 1 });
    return pageOfRows(rows, limit, summaryToContract, ({ id }) => [id]);
  });
}
