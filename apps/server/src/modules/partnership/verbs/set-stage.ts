import type { Partner, Stage } from '@cordee/contract/partner';
import type { ChangeStage } from '@cordee/contract/partnership';
import { passedOver, type GateFacts } from '@cordee/core/partnership';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recordAudit, write, type AuditEntry } from '../../../platform/verb.ts';
import {
  enterStage,
  findPartner,
  lockStages,
  partnerToContract,
  type ChangedPartners,
  type EnteredStage,
} from '../../partner/index.ts';
import type { GateSource } from '../gates/gate-facts.ts';
import { insertWaivers, type WaiverRecord } from '../gates/waiver.store.ts';
import { mustManagePartners } from '../partnership.policy.ts';

const FUTURE_MS = 5 * 60_000;

/**
 * Sets the stage of a partner by hand, since now or since an earlier instant: whatever gate it passes over is kept as waived. To the
 * stage it stands at changes nothing. Refuses `not_found`, and `clock_in_future`.
 */
export function changeStage(context: Context, partnerId: string, input: ChangeStage, gateFacts: GateSource): Promise<Partner> {
  mustManagePartners(context.actor);
  return write(context, async (tx) => {
    const now = context.now();
    const { stage, since = now, reason = null } = input;
    if (since > now + FUTURE_MS) throw inFuture(now);
    const { known, audits } = await setStages(tx, context, [partnerId], { stage, since, reason }, gateFacts);
    const partner = known.has(partnerId) ? await findPartner(tx, context.workspaceId, partnerId) : null;
    if (partner === null) throw new Refusal('not_found');
    return { result: partnerToContract(partner), audit: audits[0] ?? null };
  });
}

/** Sets the stage of many partners by hand, from now on. */
export function movePartners(
  context: Context,
  partnerIds: readonly string[],
  stage: Stage,
  reason: string | null,
  gateFacts: GateSource,
): Promise<ChangedPartners> {
  mustManagePartners(context.actor);
  return write(context, async (tx) => {
    const entered = { stage, since: context.now(), reason };
    const { known, moved, audits } = await setStages(tx, context, partnerIds, entered, gateFacts);
    const [first, ...others] = audits;
    for (const entry of others) await recordAudit(tx, context, entry);
    const changed = [...moved.keys()];
    return { result: { changed, unchanged: [...known.keys()].filter((id) => !moved.has(id)) }, audit: first ?? null };
  });
}

interface SetStages {
  readonly known: ReadonlyMap<string, Stage>;
  readonly moved: ReadonlyMap<string, number>;
  readonly audits: readonly AuditEntry[];
}

async function setStages(
  tx: Tx,
  context: Context,
  partnerIds: readonly string[],
  entered: EnteredStage,
  gateFacts: GateSource,
): Promise<SetStages> {
  const { workspaceId } = context;
  const known = await lockStages(tx, workspaceId, partnerIds);
  const facts = await gateFacts(tx, workspaceId, [...known.keys()], context.now());
  const { numbers: moved, audits } = await enterStage(tx, context, known, entered);
  for (const [id, number] of moved) {
    const from = known.get(id);
    if (from === undefined) continue;
    await insertWaivers(tx, workspaceId, id, number, passed(from, facts.get(id) ?? {}, entered));
  }
  return { known, moved, audits };
}

function passed(from: Stage, facts: GateFacts, { stage, reason }: EnteredStage): WaiverRecord[] {
  const gates = passedOver({ stage: from, facts }, stage);
  if (gates === null) return [{ gate: 'move', state: 'no_move', reason }];
  return gates.map(({ code, state }) => ({ gate: code, state: state === 'unknown' ? 'unknown' : 'open', reason }));
}

function inFuture(now: number): Refusal {
  return new Refusal('clock_in_future', [
    {
      path: 'since',
      rule: 'not_in_future',
      message: { en: 'A stage begins now or began earlier.', fr: 'Une étape commence maintenant ou a commencé plus tôt.' },
      example: formatInstant(now),
    },
  ]);
}
