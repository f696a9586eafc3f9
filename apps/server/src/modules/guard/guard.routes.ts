import { guardRoutes } from '@cordee/contract/guard';
import type { Api } from '../../platform/http/index.ts';
import { checkGuardsOf } from './queries/check-guards.ts';
import { getGuards, getGuardSet, listGuardSets } from './queries/get-guards.ts';
import { addGuardSet, restoreGuardSet, retireGuardSet } from './verbs/change-sets.ts';

/** Serves what the law asks of a case. */
export function registerGuards(api: Pick<Api, 'on'>): void {
  api.on(guardRoutes.listGuardSets, (context, { query }) => listGuardSets(context, query.retired === 'include'));
  api.on(guardRoutes.addGuardSet, (context, { body }) => addGuardSet(context, body));
  api.on(guardRoutes.removeGuardSet, (context, { params }) => retireGuardSet(context, params.id));
  api.on(guardRoutes.getGuardSet, (context, { query }) => getGuardSet(context, query.set));
  api.on(guardRoutes.restoreGuardSet, (context, { params }) => restoreGuardSet(context, params.id));
  api.on(guardRoutes.getGuards, (context, { query }) => getGuards(context, query.set));
  api.on(guardRoutes.checkGuards, (context, { body }) => checkGuardsOf(context, body));
}
