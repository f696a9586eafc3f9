import type { DisputeDetail } from '@cordee/contract/dispute';
import type { Consequence, DecideDispute } from '@cordee/contract/dispute-body';
import { encodeId } from '@cordee/core/ids';
import type { LocalDate } from '@cordee/core/time';
import type { DutyTerms } from '@cordee/core/obligation';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { setDutiesIn } from '../../obligation/index.ts';
import { claimTitle } from '../dispute-answer.ts';
import { doInDispute, type HeldDispute } from '../hold-dispute.ts';
import { consequencePast, pastDay, unknownClaim } from '../refusals.ts';
import { type DecisionRecord, insertDecision, settleWaiting } from '../store/decision.store.ts';
import type { DisputeRecord } from '../store/dispute.store.ts';
import { isOfPartner } from '../store/subject.store.ts';

/**
 * Proposes a decision, which stands once the other side accepts it, or decides alone where the ladder named somebody of this side. A
 * proposal takes the place of the one before.
 */
export function decideDispute(context: Context, id: string, input: DecideDispute): Promise<Wire<DisputeDetail>> {
  const { final: isFinal, outcome, reasons, consequences } = input;
  const { workspaceId, actor } = context;
  return doInDispute(context, id, async (tx, held) => {
    const { record, side, today, now } = held;
    await mustBePossible(tx, workspaceId, record.partnerId, consequences, today);
    const state = isFinal ? ('decided' as const) : ('waiting' as const);
    return {
      act: { kind: isFinal ? 'decide' : 'propose', side },
      kind: isFinal ? 'decided' : 'proposed',
      data: (after) => ({ number: String(after.proposals), outcome, reasons, consequences: JSON.stringify(consequences) }),
      next: async (after) => {
        await settleWaiting(tx, workspaceId, id, isFinal ? 'lapsed' : 'replaced');
        const decision: DecisionRecord = {
          number: after.proposals,
          step: record.run.steps.length,
          side,
          isFinal,
          outcome,
          reasons,
          consequences,
          at: now,
          state,
        };
        await insertDecision(tx, workspaceId, id, decision, actor);
        if (isFinal) await applyConsequences(tx, context, held, consequences);
      },
    };
  });
}

async function mustBePossible(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  consequences: readonly Consequence[],
  today: LocalDate,
): Promise<void> {
  for (const [index, one] of consequences.entries()) {
    if (one.dueOn !== null && one.dueOn < today) {
      throw new Refusal('invalid_request', [pastDay(`consequences[${index}].dueOn`)]);
    }
    if (one.kind !== 'claim') continue;
    if (!(await isOfPartner(tx, workspaceId, 'claim', encodeId('clm', one.claimId), partnerId))) {
      throw new Refusal('unknown_reference', [unknownClaim(index)]);
    }
  }
}

/** What falls due by a decision becomes obligations, whose source is the dispute. Refuses what would be late from the first day. */
export async function applyConsequences(
  tx: Tx,
  context: Context,
  { record, today }: Pick<HeldDispute, 'record' | 'today'>,
  consequences: readonly Consequence[],
): Promise<void> {
  const past = consequences.find(({ kind, dueOn }) => kind !== 'text' && dueOn !== null && dueOn < today);
  if (past !== undefined) throw consequencePast(past.dueOn ?? today);
  const terms = consequences.flatMap(termsOf);
  if (terms.length === 0) return;
  await setDutiesIn(tx, context, {
    ...sourceOf(record),
    terms,
    dates: { signedOn: null, startsOn: today, noticedOn: null, endsOn: null },
  });
}

function sourceOf({ id, partnerId, ladder }: DisputeRecord) {
  return { partnerId, source: encodeId('dsp', id), country: ladder.country, region: ladder.region };
}

function termsOf(one: Consequence, index: number): DutyTerms[] {
  if (one.kind === 'text') return [];
  const common = { kind: 'other', key: `decision${index + 1}`, dueOn: one.dueOn, cadence: null } as const;
  if (one.kind === 'claim') return [{ ...common, by: 'company', title: claimTitle(one.claimId), proof: 'statement' }];
  return [{ ...common, by: one.by, title: one.title, proof: one.proof }];
}
