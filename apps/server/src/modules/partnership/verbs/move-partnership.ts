import type { MovePartnership, PartnershipAnswer } from '@cordee/contract/partnership-stage';
import { decideMove, gateTexts, type GateCode, type PartnershipStage } from '@cordee/core/partnership';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recordAudit, write } from '../../../platform/verb.ts';
import { enterStage, lockStages } from '../../partner/index.ts';
import type { GateSource } from '../gates/gate-facts.ts';
import { partnershipAnswer } from '../gates/partnership-answer.ts';
import { insertWaivers } from '../gates/waiver.store.ts';
import { mustManagePartners } from '../partnership.policy.ts';

/**
 * Moves a partnership along a foreseen move whose gates are met or waived. Refuses `not_found`, `gates_shut` with every gate that
 * keeps it, and `conflict` for a move that is not foreseen or a waiver of what keeps nobody.
 */
export function movePartnership(
  context: Context,
  partnerId: string,
  { to, waivers }: MovePartnership,
  gateFacts: GateSource,
): Promise<Wire<PartnershipAnswer>> {
  mustManagePartners(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const now = context.now();
    const before = await lockStages(tx, workspaceId, [partnerId]);
    const stage = before.get(partnerId);
    if (stage === undefined) throw new Refusal('not_found');
    const facts = (await gateFacts(tx, workspaceId, [partnerId], now)).get(partnerId) ?? {};
    const asked = waivers.map(({ gate, reason }) => ({ code: gate, reason }));
    const verdict = decideMove({ stage, facts }, to, asked);
    if (!verdict.moved) {
      if (verdict.why === 'gates_shut')
        throw new Refusal(
          'gates_shut',
          verdict.shut.map(({ code }) => shut(code)),
        );
      if (verdict.why === 'nothing_to_waive') throw new Refusal('conflict', verdict.codes.map(idle));
      throw new Refusal('conflict', [notForeseen(verdict.why === 'no_such_move' ? verdict.moves : [])]);
    }
    const reason =
      verdict.waived.length === 0
        ? null
        : verdict.waived
            .map((waiver) => waiver.reason)
            .join(' · ')
            .slice(0, 500);
    const { numbers, audits } = await enterStage(tx, context, before, { stage: to, since: now, reason });
    const kept = verdict.waived.map(({ code, state, reason: why }) => ({
      gate: code,
      state: state === 'unknown' ? ('unknown' as const) : ('open' as const),
      reason: why,
    }));
    await insertWaivers(tx, workspaceId, partnerId, numbers.get(partnerId) ?? 0, kept);
    const [moved] = audits;
    if (moved === undefined) throw new Error('a stage that was left was not entered');
    if (kept.length > 0)
      await recordAudit(tx, context, { action: 'partnership.gates_waived', subject: moved.subject, after: kept });
    return { result: await partnershipAnswer(tx, context, partnerId, gateFacts), audit: moved };
  });
}

function shut(code: GateCode) {
  const text = gateTexts[code];
  return {
    path: `waivers.${code}`,
    rule: 'gate',
    message: { en: `Missing: ${text.en}`, fr: `Il manque : ${text.fr}` },
  };
}

function idle(code: GateCode) {
  return {
    path: `waivers.${code}`,
    rule: 'nothing_to_waive',
    message: {
      en: 'This gate keeps nobody from this move; leave it out.',
      fr: 'Ce jalon n’empêche pas ce passage ; retirez-le.',
    },
  };
}

function notForeseen(moves: readonly PartnershipStage[]) {
  const list = moves.join(', ');
  const message =
    list === ''
      ? { en: 'The partnership is at this stage already.', fr: 'Le partenariat est déjà à cette étape.' }
      : { en: `From here it may go to: ${list}.`, fr: `D’ici, il peut passer à : ${list}.` };
  return { path: 'to', rule: 'move', message };
}
