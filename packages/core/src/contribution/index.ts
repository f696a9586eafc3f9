export {
  allowsStep,
  claimTheSame,
  type Claimed,
  type Conflict,
  conflictsOf,
  type ContributionState,
  type ContributionStep,
  stateOfContribution,
  type StoredState,
} from './contribution.ts';
