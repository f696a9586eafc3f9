import type { SimulationAnswer, StartSimulation } from '@cordee/contract/simulation';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { documentToTry } from '../../program/index.ts';
import { maySimulate } from '../counting.policy.ts';
import { toContract } from '../simulations/simulation-answer.ts';
import { insertSimulation } from '../simulations/simulation.store.ts';

/** Has other rules tried on history in the background. Refuses `not_found`, `plan_invalid` and `unknown_reference`. */
export function startSimulation(context: Context, input: StartSimulation): Promise<Wire<SimulationAnswer>> {
  maySimulate(context.actor);
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const { planId, from, to } = input;
    const document = await documentToTry(tx, workspaceId, planId, input.document);
    const createdAt = context.now();
    const id = newUuid(createdAt);
    await insertSimulation(tx, workspaceId, { id, planId, document, from, to, actor, createdAt });
    await enqueue(tx, 'counting.simulate', { workspaceId, simulationId: id }, { maxAttempts: 3, awaited: true });
    const waiting = {
      id,
      planId,
      from,
      to,
      state: 'waiting',
      facts: 0n,
      total: 0n,
      totals: null,
      createdAt,
      finishedAt: null,
    } as const;
    const result = toContract(waiting, null);
    return { result, audit: { action: 'simulation.started', subject: encodeId('pln', planId), after: { id: result.id } } };
  });
}
