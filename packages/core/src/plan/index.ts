export { checkPlan } from './check-plan.ts';
export { compilePlan, compiled } from './compile-plan.ts';
export type { CompiledPlan } from './compiled-plan.ts';
export type * from './plan.ts';
export { conditionFields } from './plan.ts';
