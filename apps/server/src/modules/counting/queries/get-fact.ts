import type { FactDetail } from '@cordee/contract/counting';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { attributionToContract } from '../answers/attribution-answer.ts';
import { commissionToContract, reversalToContract } from '../answers/commission-answer.ts';
import { detailsToContract, factToContract } from '../answers/fact-answer.ts';
import { loadOutcome } from '../counted.store.ts';
import { recordingTimes } from '../fact-list.store.ts';
import { asSeenBy } from '../own-outcome.ts';
import { versionNumbers } from '../plan-version.store.ts';
import { findFact } from './find-fact.ts';

/** A fact with what was decided about it; a partner sees its own part. Refuses `not_found`. */
export async function getFact(context: Context, uuid: string): Promise<Wire<FactDetail>> {
  const { db, workspaceId, language, actor } = context;
  const own = ownPartner(actor);
  const { fact, outcome, times } = await read(context, async (tx) => {
    const found = await findFact(tx, context, uuid);
    const stored = await loadOutcome(tx, workspaceId, found.seq);
    const seen = stored === null ? null : asSeenBy(own, stored);
    const targets = (seen?.reversals ?? []).map(({ commission }) => commission.factSeq);
    return { fact: found, outcome: seen, times: await recordingTimes(tx, workspaceId, targets) };
  });
  const { zone } = await workspaceKeys(db, workspaceId);
  const commissions = outcome?.commissions ?? [];
  const versions = await versionNumbers(
    db,
    workspaceId,
    commissions.map(({ planVersionId }) => planVersionId),
  );
  return {
    ...factToContract(fact, { language, own }),
    details: detailsToContract(fact, { language, own }),
    attribution: attributionToContract(outcome?.decision ?? null),
    commissions: commissions.map((commission) => commissionToContract(commission, fact.recorded_at, { zone, versions })),
    reversals: (outcome?.reversals ?? []).map((reversal) =>
      reversalToContract(reversal, times.get(reversal.commission.factSeq) ?? 0),
    ),
  };
}
