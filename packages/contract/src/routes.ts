import { identityRoutes } from './identity.ts';
import { ingestionRoutes } from './ingestion.ts';
import { partnerRoutes } from './partner.ts';
import { programRoutes } from './program.ts';
import type { Route } from './route.ts';

/** Every route of the API, in the order of the reference. */
export const routes: readonly Route[] = [identityRoutes, partnerRoutes, programRoutes, ingestionRoutes].flatMap(listed);

// What a route parses is of no concern to those who only read the table.
function listed(group: object): Route[] {
  return Object.values(group) as Route[];
}
