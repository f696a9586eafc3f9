import type { commissionAnswer, reversalAnswer } from '@cordee/contract/events';
import type { Commission, CommissionStatus, Reversal } from '@cordee/core/counting';
import { commissionId, encodeId, factId } from '@cordee/core/ids';
import { formatInstant, localDateOf, type Instant } from '@cordee/core/time';
import type { z } from 'zod';
import { jsonInteger, type Wire } from '../../../platform/http/index.ts';

export type CommissionAnswer = Wire<z.input<typeof commissionAnswer>>;
export type ReversalAnswer = Wire<z.input<typeof reversalAnswer>>;

/** What an answer needs besides the commission itself. */
export interface CommissionSetting {
  readonly zone: string;
  readonly versions: ReadonlyMap<string, number>;
}

/** A commission on the wire. `recordedAt` is that of its fact; what has not been looked up is as it was when it was counted. */
export function commissionToContract(
  commission: Commission & { readonly status?: CommissionStatus; readonly reversed?: bigint },
  recordedAt: Instant,
  { zone, versions }: CommissionSetting,
): CommissionAnswer {
  const { factSeq, number, planVersionId } = commission;
  return {
    id: commissionId(recordedAt, factSeq, number),
    partnerId: encodeId('prt', commission.partnerId),
    enrollmentId: encodeId('enr', commission.enrollmentId),
    programId: encodeId('prg', commission.programId),
    factId: factId(recordedAt, factSeq),
    amount: jsonInteger(commission.amount),
    reversed: jsonInteger(commission.reversed ?? 0n),
    currency: commission.currency,
    base: jsonInteger(commission.base),
    clause: commission.clause,
    rule: commission.ruleId,
    lineId: commission.lineId,
    planVersion: versions.get(planVersionId) ?? 0,
    planVersionId: encodeId('plv', planVersionId),
    status: commission.status ?? 'pending',
    occurredAt: formatInstant(commission.occurredAt),
    payableOn: localDateOf(commission.payableAt, zone),
  };
}

/** A reversal on the wire; `recordedAt` is that of the fact whose commission it takes back. */
export function reversalToContract(reversal: Reversal, recordedAt: Instant): ReversalAnswer {
  const { commission, partnerId, amount, currency, from } = reversal;
  return {
    commissionId: commissionId(recordedAt, commission.factSeq, commission.number),
    partnerId: encodeId('prt', partnerId),
    amount: jsonInteger(amount),
    currency,
    from,
  };
}
