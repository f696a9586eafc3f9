import type { PayoutBatchAnswer } from '@cordee/contract/payout-batch';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Wire } from '../../../platform/http/index.ts';
import type { BatchRecord } from './batch.store.ts';

export function batchToContract(batch: BatchRecord): Wire<PayoutBatchAnswer> {
  const { fileVersion: version, fileSha256: sha256, inPayout, paid, rejected } = batch;
  return {
    id: encodeId('bat', batch.id),
    rail: batch.rail,
    state: batch.state,
    executionDate: batch.executionDate,
    remittance: batch.remittance,
    account: batch.accountHint,
    lines: batch.lines,
    amount: batch.amount,
    currency: batch.currency,
    progress: { inPayout, paid, rejected },
    createdAt: formatInstant(batch.createdAt),
    createdBy: batch.createdBy,
    approvedAt: textOf(batch.approvedAt),
    approvedBy: batch.approvedBy,
    sentAt: textOf(batch.sentAt),
    endedAt: textOf(batch.endedAt),
    reason: batch.reason,
    file: sha256 === null ? null : { version, sha256 },
    files: [...batch.files],
    transfers: batch.rail === 'stripe' && batch.approvedAt !== null ? batch.transfers : null,
    problem: batch.state === 'sent' ? batch.problem : null,
    paidOn: batch.paidOn,
    outsideReference: batch.outsideReference,
  };
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
