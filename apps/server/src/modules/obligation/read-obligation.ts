import type { ObligationDetail } from '@cordee/contract/obligation';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { zoneOf } from '../fact/index.ts';
import { detailToContract } from './obligation-answer.ts';
import { findObligation, selectEntries, type ObligationRecord } from './obligation.store.ts';

/** The obligation, held until the end of the transaction. Refuses `not_found`, also where it is another partner's. */
export async function mustHold(tx: Tx, { workspaceId }: Context, id: string, own: string | null): Promise<ObligationRecord> {
  const record = await findObligation(tx, workspaceId, id, own, true);
  if (record === null) throw new Refusal('not_found');
  return record;
}

/** An obligation with its history, as one side reads it. Refuses `not_found`. */
export async function detailOf(tx: Tx, context: Context, id: string, own: string | null): Promise<Wire<ObligationDetail>> {
  const { workspaceId, language } = context;
  const record = await findObligation(tx, workspaceId, id, own);
  if (record === null) throw new Refusal('not_found');
  const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
  const side = own === null ? 'company' : 'partner';
  return detailToContract(record, await selectEntries(tx, workspaceId, id), { today, language, side });
}
