import { releaseRoutes } from '@cordee/contract/release';
import { simulationRoutes } from '@cordee/contract/simulation';
import type { Api } from '../../platform/http/index.ts';
import type { Intake } from './intake.ts';
import { getSimulation, listSimulations } from './queries/get-simulation.ts';
import { simulatePlan } from './queries/simulate-plan.ts';
import { releaseNow } from './verbs/release-now.ts';
import { startSimulation } from './verbs/start-simulation.ts';

/** Serves what tries rules on history, and what ends holds. */
export function registerRules(api: Pick<Api, 'on'>, { intake }: { readonly intake: Intake }): void {
  api.on(simulationRoutes.simulatePlan, (context, { params, body }) => simulatePlan(context, params.id, body));
  api.on(simulationRoutes.startSimulation, (context, { body }) => startSimulation(context, body));
  api.on(simulationRoutes.listSimulations, (context, { query }) => listSimulations(context, query));
  api.on(simulationRoutes.getSimulation, (context, { params }) => getSimulation(context, params.id));
  api.on(releaseRoutes.releaseNow, (context) => releaseNow(context, intake));
}
