import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { mustManage } from '../obligation.policy.ts';
import { mustHold } from '../read-obligation.ts';
import { setDutiesIn } from '../set-duties-in.ts';
import { findTerms } from '../terms.store.ts';

/** Ends an obligation that was added by hand, with its later turns. Refuses `not_found`, and `conflict` for one that a charter makes. */
export function endObligation(context: Context, id: string): Promise<void> {
  mustManage(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const { partnerId, source, titleEn, titleFr } = await mustHold(tx, context, id, null);
    const terms = await findTerms(tx, workspaceId, partnerId, source);
    if (terms === null || !source.startsWith('own-')) throw new Refusal('conflict', [ofCharter]);
    const { dates, region, followsSettings } = terms;
    const country = followsSettings ? null : terms.country;
    await setDutiesIn(tx, context, { partnerId, source, terms: [], dates, country, region });
    const after = { obligationId: encodeId('obl', id), title: { en: titleEn, fr: titleFr } };
    return { result: undefined, audit: { action: 'obligation.ended', subject: encodeId('prt', partnerId), after } };
  });
}

const ofCharter = {
  path: '',
  rule: 'own',
  message: {
    en: 'It follows from a charter: amend the charter, or waive it.',
    fr: 'Elle découle d’une charte : modifiez la charte, ou dispensez-en.',
  },
};
