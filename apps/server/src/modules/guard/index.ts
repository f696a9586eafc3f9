export { registerGuards } from './guard.routes.ts';
export { checkGuardsOf } from './queries/check-guards.ts';
