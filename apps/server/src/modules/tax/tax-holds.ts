import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { loadSetting, loadSituations } from './situation.ts';

/** Why a partner's tax details keep it from being paid. */
export type TaxHold = 'tax_missing' | 'tax_under_review';

/** Which of these partners the workspace does not want paid now for their tax details, and why. */
export async function taxHolds(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  now: Instant,
): Promise<Map<string, TaxHold>> {
  const setting = await loadSetting(tx, workspaceId, now);
  const { payoutsHold } = setting.policy;
  const holds = new Map<string, TaxHold>();
  if (payoutsHold === 'nobody' || partnerIds.length === 0) return holds;
  const situations = await loadSituations(tx, workspaceId, partnerIds, { setting, on: setting.today, now });
  for (const [partnerId, { decision }] of situations) {
    const isSettled = decision.outcome === 'invoice' || decision.outcome === 'receipt';
    if (isSettled || (payoutsHold === 'reviews' && !decision.holdsPayment)) continue;
    holds.set(partnerId, decision.outcome === 'review' ? 'tax_under_review' : 'tax_missing');
  }
  return holds;
}
