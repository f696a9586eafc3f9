export { attribute } from './attribute.ts';
export type {
  AttributionInput,
  AttributionResult,
  Claimed,
  KeptAttribution,
  KeptCredit,
  UnattributedReason,
} from './attribution-input.ts';
export type { Attribution, Credit, Rejection, RejectionReason } from './credit.ts';
