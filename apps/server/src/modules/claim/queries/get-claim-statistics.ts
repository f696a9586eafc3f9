import type { ClaimStatistics } from '@cordee/contract/claim-terms';
import { addMonths, formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { maySeeStatistics } from '../claim.policy.ts';
import { statisticsShownTo } from '../statistics-shown.ts';
import { claimFigures, payFigures } from '../statistics.store.ts';

const dayMs = 86_400_000n;

/** How the company answered claims and paid over the last twelve months. Refuses `forbidden` to partners unless the company agreed. */
export async function getClaimStatistics(context: Context): Promise<Wire<ClaimStatistics>> {
  const { workspaceId, actor, db } = context;
  const { zone } = await workspaceKeys(db, workspaceId);
  const to = context.now();
  const from = addMonths(to, -12, zone);
  return read(context, async (tx) => {
    maySeeStatistics(actor, await statisticsShownTo(tx, workspaceId, ownPartner(actor)));
    const { answerMs, ...counts } = await claimFigures(tx, workspaceId, from, to);
    const { commissions, payMs } = await payFigures(tx, workspaceId, from, to);
    const { opened, decided, accepted, partlyAccepted, refused, automatic, late, open, overdue } = counts;
    return {
      from: formatInstant(from),
      to: formatInstant(to),
      opened: Number(opened),
      decided: Number(decided),
      accepted: Number(accepted),
      partlyAccepted: Number(partlyAccepted),
      refused: Number(refused),
      automatic: Number(automatic),
      late: Number(late),
      open: Number(open),
      overdue: Number(overdue),
      refusalPercent: decided === 0n ? null : tenths(refused * 100n, decided),
      daysToAnswer: daysOf(answerMs),
      daysToPay: daysOf(payMs),
      commissionsPaid: Number(commissions),
    };
  });
}

/** To a tenth of a day. */
function daysOf(ms: bigint | null): number | null {
  return ms === null ? null : tenths(ms, dayMs);
}

function tenths(part: bigint, whole: bigint): number {
  return Number((part * 20n + whole) / (whole * 2n)) / 10;
}
