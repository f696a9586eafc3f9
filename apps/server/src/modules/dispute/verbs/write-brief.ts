import type { DisputeDetail } from '@cordee/contract/dispute';
import type { BriefTexts, SubmitBrief } from '@cordee/contract/dispute-body';
import { isOver } from '@cordee/core/escalation';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { attachedFiles, attachFiles } from '../../../platform/files/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { mustTakePart } from '../dispute.policy.ts';
import { doInDispute, holdDispute, type HeldDispute } from '../hold-dispute.ts';
import { detailOf } from '../read-dispute.ts';
import { partNeeded, stepRefused } from '../refusals.ts';
import { freezeBrief, saveBrief } from '../store/brief.store.ts';
import { hashText } from '../store/entry.store.ts';

const needed = ['facts', 'position', 'asks'] as const;

/** Keeps the draft of the actor's side for the step that runs; nobody else reads it, and no trace is left of it. Refuses what is handed in. */
export function saveDisputeBrief(context: Context, id: string, texts: BriefTexts): Promise<Wire<DisputeDetail>> {
  const { side, own } = mustTakePart(context.actor);
  return write(context, async (tx) => {
    const record = await holdDispute(tx, context, id, own);
    if (isOver(record.run) || record.run.state === 'exhausted') throw stepRefused('over');
    const now = context.now();
    const brief = { id: newUuid(now), disputeId: id, step: record.run.steps.length, side, texts, at: now, actor: context.actor };
    if ((await saveBrief(tx, context.workspaceId, brief)) === null) throw stepRefused('brief_submitted');
    return { result: await detailOf(tx, context, id), audit: null };
  });
}

/** Hands in the brief of the actor's side: from now on it stays as it is, and its hash stands in the trail. */
export function submitDisputeBrief(context: Context, id: string, { files, ...texts }: SubmitBrief): Promise<Wire<DisputeDetail>> {
  const empty = needed.filter((part) => texts[part].trim() === '');
  if (empty.length > 0) throw new Refusal('invalid_request', empty.map(partNeeded));
  return doInDispute(context, id, async (tx, held) => {
    // The machine refuses what comes too late or twice before anything is kept of it.
    const sha256 = await keepBrief(tx, context, held, texts, files);
    return { act: { kind: 'submit_brief', side: held.side }, kind: 'brief_submitted', data: { sha256 } };
  });
}

async function keepBrief(
  tx: Tx,
  context: Context,
  held: HeldDispute,
  texts: BriefTexts,
  files: readonly string[],
): Promise<string> {
  const { record, side, now } = held;
  const { workspaceId, actor } = context;
  const step = record.run.steps.length;
  if (isOver(record.run) || record.run.state === 'exhausted') throw stepRefused('over');
  const draft = { id: newUuid(now), disputeId: record.id, step, side, texts, at: now, actor };
  const briefId = await saveBrief(tx, workspaceId, draft);
  if (briefId === null) throw stepRefused('brief_submitted');
  const subject = encodeId('dbr', briefId);
  await attachFiles(tx, context, { subject, place: 0 }, files);
  const sums = (await attachedFiles(tx, workspaceId, [subject]))(subject).map((file) => file.sha256);
  const sha256 = hashText(briefText(encodeId('dsp', record.id), step, side, texts, sums));
  await freezeBrief(tx, workspaceId, briefId, now, sha256);
  return sha256;
}

/** The one text of a brief that its hash is over; the proof file holds it, so that anybody can compute it again. */
export function briefText(dispute: string, step: number, side: string, texts: BriefTexts, files: readonly string[]): string {
  const { facts, position, asks, proposal, accepts } = texts;
  return `${JSON.stringify({ dispute, step, side, facts, position, asks, proposal, accepts, files }, null, 1)}\n`;
}
