import type { VerificationAnswer } from '@cordee/contract/long-work';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../../platform/http/index.ts';
import type { VerificationRecord } from './verification.store.ts';

export function toContract(record: VerificationRecord): Wire<VerificationAnswer> {
  const { state, facts, total, result } = record;
  return {
    id: encodeId('ver', record.id),
    state,
    facts,
    total,
    result,
    createdAt: formatInstant(record.createdAt),
    finishedAt: record.finishedAt === null ? null : formatInstant(record.finishedAt),
  };
}
