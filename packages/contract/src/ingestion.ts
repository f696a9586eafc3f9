import { connectionRoutes } from './connection.ts';
import { importRoutes } from './import.ts';

/** How events enter from the systems people already have: signed webhooks of connections, and files. */
export const ingestionRoutes = { ...connectionRoutes, ...importRoutes } as const;
