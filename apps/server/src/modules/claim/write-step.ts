import type { ClaimDetail } from '@cordee/contract/claim';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { write } from '../../platform/verb.ts';
import { workspaceKeys } from '../fact/index.ts';
import { auditOf } from './claim-answer.ts';
import type { ClaimRecord } from './claim.store.ts';
import { detailOf, mustFind, mustHold } from './read-claim.ts';
import { takeStep, type Step } from './take-step.ts';

/** What is done about a claim that is held, and the word the audit trail has for it. */
export interface Act extends Step {
  readonly action: string;
}

/** Takes one step of a claim in one transaction, with its audit row. `own`: the one partner whose claim it must be. */
export async function writeStep(
  context: Context,
  id: string,
  own: string | null,
  act: (tx: Tx, before: ClaimRecord) => Act | Promise<Act>,
): Promise<Wire<ClaimDetail>> {
  const { zone } = await workspaceKeys(context.db, context.workspaceId);
  return write(context, async (tx) => {
    const now = context.now();
    const before = await mustHold(tx, context, id, own);
    const { action, ...step } = await act(tx, before);
    await takeStep(tx, context, before, step);
    const after = await mustFind(tx, context, id, own);
    const audit = { action, subject: encodeId('clm', id), before: auditOf(before, now, zone), after: auditOf(after, now, zone) };
    return { result: await detailOf(tx, context, after), audit };
  });
}
