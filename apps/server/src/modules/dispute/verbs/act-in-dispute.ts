import type { DisputeDetail } from '@cordee/contract/dispute';
import type { DisputeActBody } from '@cordee/contract/dispute-body';
import { isOver } from '@cordee/core/escalation';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { doInDispute, type Doing, type HeldDispute } from '../hold-dispute.ts';
import { futureDay, stepRefused } from '../refusals.ts';
import { isMediating } from '../standing.ts';
import { selectDecisions, settleWaiting } from '../store/decision.store.ts';
import { selectEntries } from '../store/entry.store.ts';
import { applyConsequences } from './decide-dispute.ts';

/** Whatever else a side does: writes, stops the clock, asks for days, answers, steps up, accepts, withdraws. Refuses `dispute_step_refused`. */
export function actInDispute(context: Context, id: string, body: DisputeActBody): Promise<Wire<DisputeDetail>> {
  return doInDispute(context, id, (tx, held) => doingOf(tx, context, held, body));
}

async function doingOf(tx: Tx, context: Context, held: HeldDispute, body: DisputeActBody): Promise<Doing | null> {
  const { side } = held;
  switch (body.act) {
    case 'say':
      if (isOver(held.record.run)) throw stepRefused('over');
      return { kind: 'said', text: body.text, links: body.links, files: body.files };
    case 'pause': {
      const { reason, text } = body;
      return {
        act: { kind: 'pause', side, reason },
        kind: ({ state }) => (state === 'paused' ? 'paused' : 'pause_asked'),
        data: { reason },
        text,
      };
    }
    case 'resume':
      return { act: { kind: 'resume', side }, kind: 'resumed', text: body.text };
    case 'extend':
      return {
        act: { kind: 'extend', side, days: body.days },
        kind: 'extension_asked',
        data: { days: String(body.days) },
        text: body.text,
      };
    case 'agree':
      return agreeing(held);
    case 'decline':
      return { act: { kind: 'decline', side }, kind: 'declined', text: body.text };
    case 'step_up':
      return { act: { kind: 'step_up', side }, kind: 'stepped_up', data: { on: held.today }, text: body.text };
    case 'name_mediator':
      return naming(held, body);
    case 'end_mediation':
      return { act: { kind: 'end_mediation', side }, kind: 'mediation_ended', data: { on: held.today }, text: body.text };
    case 'accept':
    case 'refuse':
      return answering(tx, context, held, body);
    case 'withdraw': {
      const next = () => settleWaiting(tx, context.workspaceId, held.record.id, 'lapsed');
      return { act: { kind: 'withdraw', side }, kind: 'withdrawn', text: body.text, next };
    }
    case 'read':
      return reading(tx, context, held);
  }
}

function agreeing({ record: { run }, side }: HeldDispute): Doing {
  const { request } = run;
  const isPause = request?.kind === 'pause';
  const data: Record<string, string> =
    request === null ? {} : request.kind === 'pause' ? { reason: request.reason, agreed: 'yes' } : { days: String(request.days) };
  return { act: { kind: 'agree', side }, kind: isPause ? 'paused' : 'extended', data };
}

function naming({ record, today }: HeldDispute, body: Extract<DisputeActBody, { act: 'name_mediator' }>): Doing {
  const { name, on, text } = body;
  if (isOver(record.run)) throw stepRefused('over');
  if (!isMediating(record.run, record.ladder)) throw stepRefused('no_mediation');
  if (on > today) throw new Refusal('invalid_request', [futureDay('on')]);
  return { kind: 'mediator_named', data: { name, on }, text };
}

function answering(
  tx: Tx,
  context: Context,
  held: HeldDispute,
  body: Extract<DisputeActBody, { act: 'accept' | 'refuse' }>,
): Doing {
  const { side, record } = held;
  const { workspaceId } = context;
  const { act, number } = body;
  const next = async () => {
    await settleWaiting(tx, workspaceId, record.id, act === 'accept' ? 'accepted' : 'refused');
    if (act === 'refuse') return;
    const accepted = (await selectDecisions(tx, workspaceId, record.id)).find((decision) => decision.number === number);
    await applyConsequences(tx, context, held, accepted?.consequences ?? []);
  };
  const kind = act === 'accept' ? 'accepted' : 'refused';
  return {
    act: { kind: act, side, number },
    kind,
    data: { number: String(number) },
    text: act === 'refuse' ? body.text : null,
    next,
  };
}

/** Once for each step and side: it shows that the side knew. */
async function reading(tx: Tx, { workspaceId }: Context, { record, side }: HeldDispute): Promise<Doing | null> {
  const step = String(record.run.steps.length);
  const entries = await selectEntries(tx, workspaceId, record.id);
  const isKnown = entries.some((entry) => entry.kind === 'read' && entry.side === side && entry.data['step'] === step);
  return isKnown ? null : { kind: 'read' };
}
