export {
  commissionId,
  derivedId,
  factId,
  parseCommissionId,
  parseDerivedId,
  parseFactId,
  parseTransactionId,
  transactionId,
} from './derived-ids.ts';
export { type Prefix, PREFIXES } from './prefixes.ts';
export { parseSequenceUuid, type SequenceUuid, sequenceUuid } from './sequence-uuid.ts';
export { decodeId, encodeId } from './type-id.ts';
