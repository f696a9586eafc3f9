import type { Route } from '@cordee/contract/route';

/** Whom a table of calls serves: everybody, or those of the company alone, whom a portal need not wait for. */
export type Callers = 'everybody' | 'company';

/** Method and path of each route by its id: all a browser needs at run time to call the API; the rest of the contract are types. */
export function renderRoutes(routes: readonly Route[], callers: Callers): string {
  const lines = routes
    .filter(({ access }) => callersOf(access) === callers)
    .map(({ id, method, path, idempotency }) => {
      const keyed = idempotency === 'key' ? ", 'key'" : '';
      return `  ${id}: ['${method}', '${path}'${keyed}],`;
    });
  return `// Made by \`npm run generate\` from the contract. Do not edit.
import type { RouteTable } from '@cordee/contract/routes';

/** Method, path, and whether a repetition is recognised by its Idempotency-Key. */
export const ${callers === 'everybody' ? 'routeCalls' : 'companyCalls'} = {
${lines.join('\n')}
} as const satisfies { [Id in keyof RouteTable]?: readonly [method: string, path: string, idempotency?: 'key'] };
`;
}

function callersOf(access: Route['access']): Callers {
  return 'roles' in access && !access.roles.includes('partner') ? 'company' : 'everybody';
}
