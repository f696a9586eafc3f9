import type { PartnershipAnswer } from '@cordee/contract/partnership-stage';
import { encodeId } from '@cordee/core/ids';
import { gateTexts, movesFrom } from '@cordee/core/partnership';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { isShown, nameActors } from '../../partner/index.ts';
import { sideOf } from '../partnership.policy.ts';
import { mustKnow } from '../which-side.ts';
import type { GateSource } from './gate-facts.ts';
import { selectWaivers } from './waiver.store.ts';

const noMove = { en: 'No such move is foreseen.', fr: 'Ce passage n’est pas prévu.' };

/** Where a partnership stands, as far as the reader may see it. Refuses `not_found`. */
export async function partnershipAnswer(
  tx: Tx,
  context: Context,
  partnerId: string,
  gateFacts: GateSource,
): Promise<Wire<PartnershipAnswer>> {
  const { workspaceId, actor, language } = context;
  const partner = await mustKnow(tx, context, partnerId);
  const isCompany = sideOf(actor) === 'company';
  const id = encodeId('prt', partnerId);
  if (!isCompany && (await isShown(tx, workspaceId, partnerId, 'stage')) !== true) {
    return { partnerId: id, stage: null, since: null, moves: [], waivers: [] };
  }
  const facts = (await gateFacts(tx, workspaceId, [partnerId], context.now())).get(partnerId) ?? {};
  const waivers = isCompany ? await selectWaivers(tx, workspaceId, partnerId) : [];
  const names = await nameActors(
    tx,
    workspaceId,
    waivers.map((waiver) => waiver.actor),
  );
  return {
    partnerId: id,
    stage: partner.stage,
    since: formatInstant(partner.stageSince),
    moves: movesFrom({ stage: partner.stage, facts }).map(({ to, isFree, gates }) => ({
      to,
      isFree,
      gates: gates.map(({ code, state }) => ({ code, state, text: gateTexts[code][language] })),
    })),
    waivers: waivers.map(({ gate, state, reason, stage, recorded_at: at }, index) => ({
      gate,
      text: (gate === 'move' ? noMove : gateTexts[gate])[language],
      to: stage,
      state,
      reason,
      at: formatInstant(at),
      by: names[index]?.name ?? null,
    })),
  };
}
