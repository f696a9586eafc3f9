import type { ExportAnswer } from '@cordee/contract/long-work';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import type { ExportRecord } from './export.store.ts';

export function toContract(record: ExportRecord): Wire<ExportAnswer> {
  const { state, rows, bytes, finishedAt, expiresAt } = record;
  return {
    id: encodeId('exp', record.id),
    state,
    rows,
    bytes,
    createdAt: formatInstant(record.createdAt),
    finishedAt: finishedAt === null ? null : formatInstant(finishedAt),
    expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
  };
}
