import { guardRoutes } from '@cordee/contract/guard';
import type { Api } from '../../platform/http/index.ts';
import { checkGuardsOf } from './queries/check-guards.ts';
import { getGuards, listGuardSets } from './queries/get-guards.ts';
import { addGuardSet, retireGuardSet } from './verbs/change-sets.ts';

/** Serves what the law asks of a case. */
export function registerGuards(api: Pick<Api, 'on'>): void {
  api.on(guardRoutes.listGuardSets, (context) => listGuardSets(context));
  api.on(guardRoutes.addGuardSet, (context, { body }) => addGuardSet(context, body));
  api.on(guardRoutes.removeGuardSet, (context, { params }) => retireGuardSet(context, params.id));
  api.on(guardRoutes.getGuards, (context, { query }) => getGuards(context, query.set));
  api.on(guardRoutes.checkGuards, (context, { body }) => checkGuardsOf(context, body));
}
