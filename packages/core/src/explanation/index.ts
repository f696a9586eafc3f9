export { explain } from './explain.ts';
export type {
  AmountText,
  CreditVia,
  DecidingRule,
  Explanation,
  Quantity,
  Step,
  StepCode,
  StepOf,
  StepValues,
} from './explanation.ts';
export { reasonText, rejectionText, renderExplanation } from './render-explanation.ts';
export type { NamedCommission, NamedReview, NamedTouch, WhyInput } from './why-input.ts';
