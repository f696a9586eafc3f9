import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { commissionToContract, type CommissionAnswer } from '../answers/commission-answer.ts';
import { versionNumbers } from '../plan-version.store.ts';
import { findCommission } from './find-commission.ts';

/** A commission as it stands now. Refuses `not_found`. */
export async function getCommission(context: Context, uuid: string): Promise<CommissionAnswer> {
  const { db, workspaceId } = context;
  const commission = await read(context, (tx) => findCommission(tx, context, uuid));
  const { zone } = await workspaceKeys(db, workspaceId);
  const versions = await versionNumbers(db, workspaceId, [commission.planVersionId]);
  return commissionToContract(commission, commission.recordedAt, { zone, versions });
}
