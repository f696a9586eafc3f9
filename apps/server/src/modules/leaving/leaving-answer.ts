import type { LeavingAnswer } from '@cordee/contract/leaving';
import { actOnLeaving, type LeavingAct, rehearseExit } from '@cordee/core/exit';
import { encodeId } from '@cordee/core/ids';
import type { PartnershipStage, Side } from '@cordee/core/partnership';
import { formatInstant, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { permits } from '../../platform/permits.ts';
import type { Wire } from '../../platform/http/index.ts';
import { findPartner, nameActors } from '../partner/index.ts';
import { lastAccount } from './account.store.ts';
import { exitCase } from './exit-case.ts';
import { findLeaving, type LeavingRecord, selectEntries, selectSteps } from './leaving.store.ts';
import { mayDoStep } from './manual-steps.ts';
import { stepToContract } from './rehearsal-answer.ts';
import { checkTexts, settlementOf } from './settlement.ts';

type Told = NonNullable<LeavingAnswer['leaving']>;

/** How a leaving stands, with what the reader's side may do now. */
export async function leavingAnswer(tx: Tx, context: Context, partnerId: string, side: Side): Promise<Wire<LeavingAnswer>> {
  const { workspaceId, actor } = context;
  const record = await findLeaving(tx, workspaceId, partnerId);
  const id = encodeId('prt', partnerId);
  const maySpeak = permits(actor, ['owner', 'manager', 'partner'], 'write') && !looksOnly(context);
  const stage = (await findPartner(tx, workspaceId, partnerId))?.stage;
  if (record === null) return { partnerId: id, leaving: null, actions: maySpeak ? ['notice'] : [] };
  const given = { on: record.noticedOn, endsOn: record.endsOn, side: record.side };
  const of = await exitCase(tx, context, partnerId, side, given);
  const { checks } = await settlementOf(tx, workspaceId, record, of.today);
  return {
    partnerId: id,
    leaving: {
      id: encodeId('lvg', record.id),
      state: record.state,
      side: record.side,
      noticedOn: record.noticedOn,
      endsOn: record.endsOn,
      earliestOn: record.earliestOn,
      basis: record.basis,
      reason: record.reason,
      offer: offerToContract(record),
      runOffOn: record.runOffOn,
      accessDays: record.accessDays,
      endedOn: record.endedOn,
      readsUntil: record.readsUntil,
      steps: await stepsOf(tx, context, record, { side, of, maySpeak }),
      checks: checks.map(({ code, isMet }) => ({ code, isMet, text: checkTexts[code][context.language] })),
      account: await accountOf(tx, workspaceId, record.id),
      entries: await entriesOf(tx, workspaceId, record.id, side),
    },
    actions: maySpeak ? actionsOf(record, side, of.today, stage) : [],
  };
}

function looksOnly({ actor }: Context): boolean {
  return actor.kind === 'user' && actor.looksOnly === true;
}

function offerToContract({ offer }: LeavingRecord): Told['offer'] {
  if (offer === null) return null;
  return { kind: offer.kind, side: offer.side, endsOn: offer.kind === 'end' ? offer.endsOn : null, text: offer.text ?? null };
}

async function stepsOf(
  tx: Tx,
  { workspaceId, language }: Context,
  record: LeavingRecord,
  { side, of, maySpeak }: { side: Side; of: Awaited<ReturnType<typeof exitCase>>; maySpeak: boolean },
): Promise<Told['steps']> {
  const done = new Map((await selectSteps(tx, workspaceId, record.id)).map((step) => [step.step, step]));
  return rehearseExit(of).steps.map((step) => {
    const kept = done.get(step.id);
    const isSaid = kept !== undefined && { at: formatInstant(kept.at), side: kept.side, text: kept.text };
    return {
      ...stepToContract(step, language),
      done: isSaid === false ? null : isSaid,
      mayDo: maySpeak && isSaid === false && mayDoStep(step.id, step.owner, side),
    };
  });
}

async function accountOf(tx: Tx, workspaceId: string, id: string): Promise<Told['account']> {
  const found = await lastAccount(tx, workspaceId, id);
  if (found === null) return null;
  const { number, at, content, hash } = found;
  return { number, at: formatInstant(at), ...content, hash };
}

/** Names of the company's people are not shown to partners. */
async function entriesOf(tx: Tx, workspaceId: string, id: string, reader: Side): Promise<Told['entries']> {
  const entries = await selectEntries(tx, workspaceId, id);
  const names = await nameActors(
    tx,
    workspaceId,
    entries.map(({ actor }) => actor),
  );
  return entries.map(({ number, at, kind, side, text, endsOn }, index) => {
    const isNamed = side !== 'clock' && (reader === 'company' || side === 'partner');
    return { number, at: formatInstant(at), kind, side, by: isNamed ? (names[index]?.name ?? null) : null, text, endsOn };
  });
}

/** What the machine would allow this side today. */
function actionsOf(
  record: LeavingRecord,
  side: Side,
  today: LocalDate,
  stage: PartnershipStage | undefined,
): LeavingAnswer['actions'] {
  const may = (act: LeavingAct) => typeof actOnLeaving(record, today, act) === 'object';
  const actions: LeavingAnswer['actions'] = [];
  if (record.state === 'ended') return stage === 'ended' ? [] : ['notice'];
  if (may({ kind: 'offer_withdrawal', side })) actions.push('offer');
  if (may({ kind: 'accept', side })) actions.push('answer');
  if (record.offer?.side === side) actions.push('take_back');
  if (side === 'partner') return actions;
  for (const kind of ['begin', 'settle', 'end'] as const) if (may({ kind })) actions.push(kind);
  return actions;
}
