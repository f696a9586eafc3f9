import type { LeavingAnswer, OfferLeaving } from '@cordee/contract/leaving';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { sayEnd } from '../../charter/index.ts';
import { findPartner } from '../../partner/index.ts';
import type { GateSource } from '../../partnership/index.ts';
import { actIn, agreedAfter, mustAllow } from '../act-in.ts';
import { ourselves } from '../by-clock.ts';
import { mustTakePart } from '../leaving.policy.ts';
import { needsDay } from '../refusals.ts';
import { moveStage } from './move-stage.ts';

/** One side proposes another last day, or to withdraw the notice. Refuses `conflict` while something is proposed, or once it is over. */
export function offerLeaving(
  context: Context,
  partnerId: string,
  { kind, endsOn, text }: OfferLeaving,
): Promise<Wire<LeavingAnswer>> {
  const side = mustTakePart(context.actor, partnerId);
  if (kind === 'end' && endsOn === undefined) throw needsDay();
  return actIn(context, partnerId, side, async (_tx, { record, today }) => {
    const act =
      kind === 'end' && endsOn !== undefined
        ? ({ kind: 'offer_end', side, endsOn } as const)
        : ({ kind: 'offer_withdrawal', side } as const);
    const { offer, ...next } = mustAllow(record, today, act);
    const said = text ?? null;
    return {
      next: { ...record, ...next, offer: offer === null ? null : { ...offer, text: said } },
      kind: kind === 'end' ? 'end_offered' : 'withdrawal_offered',
      text: said,
    };
  });
}

/**
 * The other side agrees, or either declines: whoever proposed takes it back. What was agreed holds at once, in the charter too. Refuses
 * `conflict`.
 */
export async function answerLeaving(
  context: Context,
  partnerId: string,
  { agree, text }: { readonly agree: boolean; readonly text?: string | undefined },
  gateFacts: GateSource,
): Promise<Wire<LeavingAnswer>> {
  const side = mustTakePart(context.actor, partnerId);
  const answer = await actIn(context, partnerId, side, async (tx, { record, charter, today }) => {
    const next = { ...record, ...mustAllow(record, today, { kind: agree ? 'accept' : 'decline', side }), offer: null };
    const said = text ?? null;
    if (!agree) return { next, kind: record.offer?.side === side ? 'taken_back' : 'declined', text: said };
    const lastOn = next.state === 'withdrawn' ? null : next.endsOn;
    if (charter !== null) {
      const reason = said ?? record.reason;
      await sayEnd(tx, context, { charterId: charter.id, version: charter.version, side, lastOn, reason });
    }
    return { next: { ...next, ...agreedAfter(charter, next.endsOn) }, kind: 'agreed', text: said };
  });
  if (answer.leaving === null) await stageBack(context, partnerId, gateFacts);
  return answer;
}

/** Where a notice was withdrawn after the leaving began, the partnership is active again: both agreed that it goes on. */
async function stageBack(context: Context, partnerId: string, gateFacts: GateSource): Promise<void> {
  const partner = await read(context, (tx) => findPartner(tx, context.workspaceId, partnerId));
  if (partner?.stage !== 'leaving') return;
  const excused = { charter_signed: 'Préavis retiré d’un commun accord · Notice withdrawn by both' };
  await moveStage(ourselves(context, 'leaving.withdrawn'), partnerId, 'active', { waivers: [], excused }, gateFacts);
}
