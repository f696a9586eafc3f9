import type { ImportAnswer } from '@cordee/contract/import';
import { errors, type ErrorCode } from '@cordee/contract/errors';
import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { ImportRecord } from './import.store.ts';

export function importAnswer(record: ImportRecord, language: Language): ImportAnswer {
  const { fault, finishedAt, sizeBytes, position } = record;
  return {
    id: encodeId('imp', record.id),
    kind: record.kind,
    fileName: record.fileName,
    state: record.state,
    // Rows behind the header.
    lines: record.accepted + record.duplicates + record.rejected,
    accepted: record.accepted,
    duplicates: record.duplicates,
    rejected: record.rejected,
    progress: record.state === 'done' || sizeBytes === 0 ? 1 : Math.min(1, position / sizeBytes),
    createdAt: formatInstant(record.createdAt),
    finishedAt: finishedAt === null ? null : formatInstant(finishedAt),
    fault: fault === null ? null : { code: fault.code, message: faultText(fault.code, language) },
  };
}

function faultText(code: string, language: Language): string {
  return Object.hasOwn(errors, code) ? errors[code as ErrorCode].title[language] : errors.internal.title[language];
}
