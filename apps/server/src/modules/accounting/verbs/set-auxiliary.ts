import type { AuxiliaryAnswer } from '@cordee/contract/accounting';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { mustKeepBooks } from '../accounting.policy.ts';
import { saveAuxiliary, selectAuxiliaries } from '../auxiliary.store.ts';

/** Sets the account of a partner. Refuses `not_found`, and `books_number_taken` when another partner has it. */
export function setAuxiliary(context: Context, partnerId: string, number: string): Promise<AuxiliaryAnswer> {
  mustKeepBooks(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const [partner] = await selectAuxiliaries(tx, workspaceId, { id: partnerId, limit: 1 });
    if (partner === undefined) throw new Refusal('not_found');
    if (!(await saveAuxiliary(tx, workspaceId, partnerId, number))) throw new Refusal('books_number_taken');
    const subject = encodeId('prt', partnerId);
    const audit = { action: 'books_auxiliary.set', subject, before: { number: partner.number }, after: { number } };
    return { result: { partnerId: subject, partnerName: partner.name, number }, audit };
  });
}
