import type { Route } from '@cordee/contract/route';

/** Whom a table of calls serves: everybody, or the company, and portals only once they get there: no first screen need wait for it. */
export type Callers = 'everybody' | 'company';

/** Method and path of each route by its id: all a browser needs at run time to call the API; the rest of the contract are types. */
export function renderRoutes(routes: readonly Route[], callers: Callers): string {
  const lines = routes
    .filter((route) => callersOf(route) === callers)
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

/** What a portal shows on screens of its own, well after the first one. */
const LATER: ReadonlySet<string> = new Set([
  'analytics',
  'applications',
  'books',
  'charters',
  'claims',
  'contributions',
  'coupons',
  'disputes',
  'enrollments',
  'exchange',
  'debts',
  'files',
  'hooks',
  'invoices',
  'leaving',
  'links',
  'messaging',
  'obligations',
  'partnerships',
  'payments',
  'payouts',
  'qualification',
  'signatures',
  'statements',
  'tax',
  'tracking',
  'views',
]);

function callersOf({ access, tag }: Route): Callers {
  const isCompanys = 'roles' in access && !access.roles.includes('partner');
  return isCompanys || LATER.has(tag) ? 'company' : 'everybody';
}
