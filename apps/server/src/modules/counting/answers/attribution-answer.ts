import type { attributionAnswer } from '@cordee/contract/events';
import type { Decision, UnpaidReason } from '@cordee/core/counting';
import { reasonText } from '@cordee/core/explanation';
import { encodeId } from '@cordee/core/ids';
import type { Language } from '@cordee/contract/language';
import type { z } from 'zod';

export type AttributionAnswer = z.input<typeof attributionAnswer>;

const none: AttributionAnswer = { model: null, programId: null, credits: [], rejected: [] };

/** Who was credited, on the wire; empty for a fact that is not counted yet. */
export function attributionToContract(decision: Decision | null): AttributionAnswer {
  if (decision === null) return none;
  return {
    model: decision.model,
    programId: decision.programId === null ? null : encodeId('prg', decision.programId),
    credits: decision.credits.map(({ partnerId, enrollmentId, share, via, touchpointId }) => ({
      partnerId: encodeId('prt', partnerId),
      enrollmentId: encodeId('enr', enrollmentId),
      share,
      via,
      touchpointId: touchpointId === null ? null : encodeId('tch', touchpointId),
    })),
    rejected: decision.rejected.map(({ touchpointId, reason }) => ({ touchpointId: encodeId('tch', touchpointId), reason })),
  };
}

/** Why nothing was paid, as a code and in sentences; null when something was, or nothing was to be. */
export function unpaidToContract(unpaid: UnpaidReason | null, language: Language): { reason: string; text: string } | null {
  return unpaid === null ? null : { reason: unpaid, text: reasonText(unpaid, language) };
}
