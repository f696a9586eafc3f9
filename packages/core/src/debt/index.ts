export {
  debtStanding,
  type DebtStanding,
  type DebtSums,
  type KeepingBack,
  owedOf,
  type StandingInstalment,
  toKeepBack,
} from './standing.ts';
export { spreadInstalments } from './spread.ts';
export {
  debtTermsFault,
  type DebtTerms,
  type DebtTermsFault,
  type DebtTermsFound,
  findDebtTermsFault,
  type Instalment,
  scheduleOf,
} from './terms.ts';
