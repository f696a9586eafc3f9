import type { Route } from '@cordee/contract/route';

/** Method and path of each route by its id: all a browser needs at run time to call the API; the rest of the contract are types. */
export function renderRoutes(routes: readonly Route[]): string {
  const lines = routes.map(({ id, method, path, idempotency }) => {
    const keyed = idempotency === 'key' ? ", 'key'" : '';
    return `  ${id}: ['${method}', '${path}'${keyed}],`;
  });
  return `// Made by \`npm run generate\` from the contract. Do not edit.
import type { RouteTable } from '@cordee/contract/routes';

/** Method, path, and whether a repetition is recognised by its Idempotency-Key. */
export const routeCalls = {
${lines.join('\n')}
} as const satisfies { [Id in keyof RouteTable]: readonly [method: string, path: string, idempotency?: 'key'] };
`;
}
