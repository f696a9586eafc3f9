import type { eventAnswer } from '@cordee/contract/events';
import { factId } from '@cordee/core/ids';
import type { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { blockBits, noBlocks, waitingStatus, type Commission } from '@cordee/core/counting';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { recordingTimes } from '../fact-list.store.ts';
import type { Receipt } from '../intake.ts';
import { toldReviewNeed } from '../review/told-reviews.ts';
import { loadVersions } from '../why.store.ts';
import { versionNumbers } from '../plan-version.store.ts';
import { attributionToContract, unpaidToContract } from './attribution-answer.ts';
import { commissionToContract, reversalToContract, type ReversalAnswer } from './commission-answer.ts';

export type EventAnswer = Wire<z.input<typeof eventAnswer>>;

/**
 * What the sender of an event is told. It says what was decided when the fact was counted, so that a repetition is told the
 * same, whatever became of its commissions since; only `duplicate` differs. A publishable key is in the hands of every visitor:
 * it learns that the fact is kept, not who earns what.
 */
export async function toEventAnswer(context: Context, receipt: Receipt): Promise<EventAnswer> {
  const { fact, duplicate, outcome } = isPublic(context) ? { ...receipt, outcome: null } : receipt;
  const { db, workspaceId, language } = context;
  const commissions = await asCounted(context, outcome?.commissions ?? []);
  const { zone } = await workspaceKeys(db, workspaceId);
  const versions = await versionNumbers(
    db,
    workspaceId,
    commissions.map(({ planVersionId }) => planVersionId),
  );
  const unpaid = unpaidToContract(outcome?.decision.unpaid ?? null, language);
  return {
    factId: factId(fact.recordedAt, fact.seq),
    duplicate,
    counted: receipt.outcome !== null,
    attribution: attributionToContract(outcome?.decision ?? null),
    commissions: commissions.map((commission) =>
      commissionToContract({ ...commission, status: waitingStatus(commission.blocks), reversed: 0n }, fact.recordedAt, {
        zone,
        versions,
      }),
    ),
    reversals: await reversalsOf(context, outcome),
    ...(unpaid === null ? {} : { unpaid }),
  };
}

/** Commissions as they began: what they have become since is undone where they were read back. */
async function asCounted({ db, workspaceId }: Context, commissions: readonly Commission[]): Promise<readonly Commission[]> {
  if (!commissions.some((commission) => 'status' in commission)) return commissions;
  const versions = await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return loadVersions(
      tx,
      workspaceId,
      commissions.map(({ planVersionId }) => planVersionId),
    );
  });
  return commissions.map((commission) => {
    const version = versions.get(commission.planVersionId);
    const isReviewed = version !== undefined && toldReviewNeed(commission, version, commissions) !== undefined;
    return { ...commission, blocks: isReviewed ? blockBits.review : noBlocks };
  });
}

function isPublic({ actor }: Context): boolean {
  return actor.kind === 'key' && actor.publishable;
}

async function reversalsOf({ db, workspaceId }: Context, outcome: Receipt['outcome']): Promise<ReversalAnswer[]> {
  const reversals = outcome?.reversals ?? [];
  if (reversals.length === 0) return [];
  const times = await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return recordingTimes(
      tx,
      workspaceId,
      reversals.map(({ commission }) => commission.factSeq),
    );
  });
  return reversals.map((reversal) => reversalToContract(reversal, times.get(reversal.commission.factSeq) ?? 0));
}
