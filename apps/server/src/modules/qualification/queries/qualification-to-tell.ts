import type { Bilingual } from '@cordee/contract/language';
import type { Side } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { selectQualifications, type DecisionKind } from '../qualification.store.ts';

/** What people are written about a qualification; never what was answered. */
export interface QualificationToTell {
  readonly partnerId: string;
  readonly partner: string;
  readonly name: Bilingual;
  readonly expiresAt: Instant;
  readonly isSealed: Readonly<Record<Side, boolean>>;
  readonly decision: DecisionKind | null;
  readonly reason: string | null;
}

/** A qualification for who writes to people; null when there is none. */
export async function qualificationToTell(tx: Tx, workspaceId: string, id: string): Promise<QualificationToTell | null> {
  const [record] = await selectQualifications(tx, workspaceId, { ids: [id], limit: 1 });
  if (record === undefined) return null;
  const { company, partner } = record.sealings;
  return {
    partnerId: record.partnerId,
    partner: record.partnerName,
    name: record.document.name,
    expiresAt: record.expiresAt,
    isSealed: { company: company !== null, partner: partner !== null },
    decision: record.decision?.kind ?? null,
    reason: record.decision?.reason ?? record.withdrawnReason,
  };
}
