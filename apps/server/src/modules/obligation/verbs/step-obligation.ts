import type { ObligationDetail, StepBody } from '@cordee/contract/obligation';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { standingOf } from '../obligation-answer.ts';
import { mayTakePart } from '../obligation.policy.ts';
import { addEntry, markStep, selectEntries } from '../obligation.store.ts';
import { detailOf, mustHold } from '../read-obligation.ts';
import { stepsAllowed } from '../steps-allowed.ts';

/**
 * Hands in, refuses, waives, or says that an obligation was missed. Refuses `not_found`, `conflict` where the step is not the actor's side's
 * to take as it stands, and `invalid_request` without the reason or proof it needs.
 */
export function stepObligation(context: Context, id: string, { step, text, links }: StepBody): Promise<Wire<ObligationDetail>> {
  const own = mayTakePart(context.actor);
  const { workspaceId, actor } = context;
  const side = own === null ? 'company' : 'partner';
  if (text === null && (step !== 'handed_in' || links.length === 0)) throw new Refusal('invalid_request', [sayWhy]);
  return write(context, async (tx) => {
    const record = await mustHold(tx, context, id, own);
    const at = context.now();
    const today = localDateOf(at, await zoneOf(tx, workspaceId));
    if (!stepsAllowed({ ...record, state: standingOf(record, today) }, side).includes(step))
      throw new Refusal('conflict', [notNow]);
    if (step === 'handed_in' && record.proof === 'link' && links.length === 0) throw new Refusal('invalid_request', [needsLink]);
    if (step === 'refused' && record.owner === 'both') {
      const last = (await selectEntries(tx, workspaceId, id)).findLast(({ kind }) => kind === 'handed_in');
      if (last?.side === side) throw new Refusal('conflict', [notNow]);
    }
    await markStep(tx, workspaceId, id, step, today);
    await addEntry(tx, workspaceId, id, { at, kind: step, side, actor, text, links });
    const { titleEn, titleFr, dueOn, owner, partnerId } = record;
    const after = { obligationId: encodeId('obl', id), title: { en: titleEn, fr: titleFr }, dueOn, owner, side, text };
    const audit = {
      action: `obligation.${step}`,
      subject: encodeId('prt', partnerId),
      before: { state: standingOf(record, today) },
      after,
    };
    return { result: await detailOf(tx, context, id, own), audit };
  });
}

const sayWhy = {
  path: 'text',
  rule: 'reason',
  message: {
    en: 'Say what was done, or why: the other side reads it.',
    fr: 'Dites ce qui a été fait, ou pourquoi : l’autre partie le lit.',
  },
};
const needsLink = {
  path: 'links',
  rule: 'link',
  message: { en: 'This one is shown by a link: give one.', fr: 'Celle-ci se prouve par un lien : donnez-en un.' },
};
const notNow = {
  path: 'step',
  rule: 'step',
  message: {
    en: 'As it stands this is not for your side to do.',
    fr: 'En l’état, ce n’est pas à votre partie de le faire.',
  },
};
