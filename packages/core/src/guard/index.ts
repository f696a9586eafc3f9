export { checkCase, type Finding, type FindingState, findingStates } from './check-case.ts';
export { questionsOf } from './questions-of.ts';
export type { Case } from './days.ts';
export { frenchGuards } from './french-guards.ts';
export {
  type Answer,
  answerKinds,
  type AnswerKind,
  type Answers,
  type Condition,
  type DayOf,
  type GuardRule,
  type GuardSet,
  type GuardText,
  type Question,
  setFaults,
  type SetFault,
  type SetRule,
  severities,
  type Severity,
} from './guard-set.ts';
