export { checkPlan } from './check-plan.ts';
export { type ClauseChange, compareClauses, compareWords, type WordRun } from './compare-clauses.ts';
export { compilePlan, compiled } from './compile-plan.ts';
export type { CompiledPlan } from './compiled-plan.ts';
export {
  comparisonsFor,
  type FieldShape,
  measures,
  partnerKinds,
  periodUnits,
  rewardEvents,
  shapeOf,
  vias,
} from './condition-field.ts';
export { conditionFields } from './plan.ts';
export type * from './plan.ts';
export type { PlanProblem } from './plan-problem.ts';
export type { PlanProblemCode } from './problem-sentences.ts';
export { choiceName, fieldName, renderCondition } from './render-condition.ts';
export { type Clause, renderPlan } from './render-plan.ts';
export { planTemplates, type TemplateName, templateNames } from './templates.ts';
export { templateKinds, type TemplateText, templateTexts } from './template-texts.ts';
export { type NewsOfPlan, type PlanNews, planNews } from './plan-news.ts';
