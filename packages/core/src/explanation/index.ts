export { explain } from './explain.ts';
export { explainClick, type ClickUse, type ClickWhyInput } from './explain-click.ts';
export type {
  AmountText,
  ClickPath,
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
export type {
  CitedCommission,
  CitedFact,
  NamedChange,
  NamedCommission,
  NamedReversal,
  NamedTouch,
  WhyInput,
} from './why-input.ts';
