import type { DutyChangesAnswer, SetDuties } from '@cordee/contract/obligation';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { findPartner } from '../../partner/index.ts';
import { changesToContract } from '../obligation-answer.ts';
import { mustManage } from '../obligation.policy.ts';
import { previewDutiesIn, setDutiesIn } from '../set-duties-in.ts';

/** Sets what is promised under a source, or says what that would change. Refuses `not_found` for no partner of the workspace. */
export function setDuties(context: Context, partnerId: string, { preview, ...input }: SetDuties): Promise<DutyChangesAnswer> {
  mustManage(context.actor);
  const { workspaceId, language } = context;
  return write(context, async (tx) => {
    if ((await findPartner(tx, workspaceId, partnerId)) === null) throw new Refusal('not_found');
    const told = await (preview ? previewDutiesIn : setDutiesIn)(tx, context, { ...input, partnerId });
    const result = changesToContract(told, language);
    const after = {
      source: input.source,
      version: told.version,
      added: told.added.length,
      gone: told.gone.length,
      moved: told.moved.length,
    };
    return { result, audit: preview ? null : { action: 'obligation.terms_set', subject: encodeId('prt', partnerId), after } };
  });
}
