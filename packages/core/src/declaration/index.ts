export { das2Faults, type Das2Fault } from './check-das2.ts';
export { cogOf, das2Threshold, type Das2Threshold } from './das2-data.ts';
export {
  das2Amount,
  type Das2Beneficiary,
  type Das2Declarant,
  das2File,
  das2Missing,
  type Das2Missing as Das2MissingDatum,
} from './das2.ts';
