import { act, type Dispute, type DisputeAct } from '@cordee/core/escalation';
import { encodeId } from '@cordee/core/ids';
import type { Side } from '@cordee/core/partnership';
import { type Instant, type LocalDate, localDateOf } from '@cordee/core/time';
import type { DisputeDetail } from '@cordee/contract/dispute';
import type { Actor, Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { attachedFiles, attachFiles } from '../../platform/files/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordAudit, write, type AuditEntry } from '../../platform/verb.ts';
import { zoneOf } from '../fact/index.ts';
import { mustTakePart } from './dispute.policy.ts';
import { placeOf } from './ladder/frozen-ladder.ts';
import { detailOf } from './read-dispute.ts';
import { stepRefused } from './refusals.ts';
import { runOn, standingOf } from './standing.ts';
import { lockDispute, saveRun, selectDisputes, type DisputeRecord } from './store/dispute.store.ts';
import { addEntry, type EntryKind, nextEntry } from './store/entry.store.ts';

const CLOCK: Actor = { kind: 'system', job: 'dispute.follow' };

/** A dispute nobody else changes until the end of the transaction, as the clock has it today. */
export interface HeldDispute {
  readonly record: DisputeRecord;
  readonly side: Side;
  readonly today: LocalDate;
  readonly now: Instant;
}

/** Holds a dispute, of this partner if one is given, and lets the clock do what is due. Refuses `not_found`. */
export async function holdDispute(tx: Tx, context: Context, id: string, own: string | null): Promise<DisputeRecord> {
  const { workspaceId } = context;
  if (!(await lockDispute(tx, workspaceId, id))) throw new Refusal('not_found');
  const filter = { id, partnerId: own, states: null, waitsFor: null, before: null, limit: 1 };
  const [record] = await selectDisputes(tx, workspaceId, filter);
  if (record === undefined) throw new Refusal('not_found');
  const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
  return clockIn(tx, context, record, runOn(record.run, record.ladder, today));
}

/** Writes what the clock has done: steps that are over, a pause that lasted too long. Run twice or late it comes to the same. */
async function clockIn(tx: Tx, context: Context, record: DisputeRecord, run: Dispute): Promise<DisputeRecord> {
  const { steps, pauses, state } = record.run;
  if (run.steps.length === steps.length && run.state === state) return record;
  const { workspaceId } = context;
  const at = context.now();
  const add = (kind: EntryKind, step: number, data: Record<string, string>) =>
    addEntry(tx, workspaceId, record.id, {
      at,
      kind,
      side: 'clock',
      actor: CLOCK,
      data: { step: String(step), ...data },
      links: [],
    });
  for (const [index, pause] of pauses.entries()) {
    const to = run.pauses[index]?.to ?? null;
    if (pause.to === null && to !== null) await add('resumed', pause.step, { on: to });
  }
  for (const { step, lastOn, endedBy } of run.steps) {
    if (endedBy !== 'clock' || lastOn === null || steps[step - 1]?.lastOn === lastOn) continue;
    await add(step === record.ladder.steps.length ? 'exhausted' : 'stepped_up', step, { on: lastOn });
  }
  await saveRun(tx, workspaceId, record.id, run, standingOf(run, record.ladder));
  const advanced = { ...record, run };
  const action = run.state === 'exhausted' ? 'exhausted' : run.steps.length > steps.length ? 'stepped_up' : 'resumed';
  await recordAudit(tx, { ...context, actor: CLOCK }, auditOf(advanced, action, null, null));
  return advanced;
}

/** What is done in a dispute that is held: by the machine if `act` is given, and what is written of it. */
export interface Doing {
  readonly act?: DisputeAct;
  readonly kind: EntryKind | ((after: Dispute) => EntryKind);
  readonly data?: Readonly<Record<string, string>> | ((after: Dispute) => Readonly<Record<string, string>>);
  readonly text?: string | null;
  readonly links?: readonly string[];
  readonly files?: readonly string[];
  /** What else follows in the same transaction. */
  readonly next?: (after: Dispute) => Promise<void>;
}

/** Does one thing in a dispute in one transaction, with its entry and its audit row. null: nothing is to be done. */
export function doInDispute(
  context: Context,
  id: string,
  decide: (tx: Tx, held: HeldDispute) => Promise<Doing | null> | Doing | null,
): Promise<Wire<DisputeDetail>> {
  const { side, own } = mustTakePart(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const record = await holdDispute(tx, context, id, own);
    const now = context.now();
    const today = localDateOf(now, await zoneOf(tx, workspaceId));
    const held: HeldDispute = { record, side, today, now };
    const doing = await decide(tx, held);
    if (doing === null) return { result: await detailOf(tx, context, id), audit: null };
    const after = moved(held, doing);
    const kind = typeof doing.kind === 'string' ? doing.kind : doing.kind(after);
    await saveRun(tx, workspaceId, id, after, standingOf(after, record.ladder));
    await writeEntry(tx, context, held, {
      ...doing,
      kind,
      data: typeof doing.data === 'function' ? doing.data(after) : (doing.data ?? {}),
    });
    await doing.next?.(after);
    const audit = auditOf({ ...record, run: after }, kind, side, doing.text ?? null);
    return { result: await detailOf(tx, context, id), audit };
  });
}

function moved({ record, today }: HeldDispute, doing: Doing): Dispute {
  if (doing.act === undefined) return record.run;
  const next = act(record.run, record.ladder.steps, placeOf(record.ladder), today, doing.act);
  if (typeof next === 'string') throw stepRefused(next);
  return next;
}

interface Written extends Doing {
  readonly kind: EntryKind;
  readonly data: Readonly<Record<string, string>>;
}

async function writeEntry(tx: Tx, context: Context, { record, side, now }: HeldDispute, doing: Written): Promise<void> {
  const { kind, text = null, links = [], files = [] } = doing;
  const { workspaceId, actor } = context;
  const subject = encodeId('dsp', record.id);
  const { number: place } = await nextEntry(tx, workspaceId, record.id);
  await attachFiles(tx, context, { subject, place }, files);
  const sums = (await attachedFiles(tx, workspaceId, [subject]))(subject, place).map(({ sha256 }) => sha256);
  const data: Record<string, string> = { step: String(record.run.steps.length), ...doing.data };
  if (text !== null) data['text'] = text;
  if (sums.length > 0) data['files'] = sums.join(' ');
  await addEntry(tx, workspaceId, record.id, { at: now, kind, side, actor, data, links });
}

/** Under the partner, so that it stands in the timeline of both. Briefs and what was asked are not in it. */
export function auditOf(record: DisputeRecord, kind: EntryKind, side: Side | null, text: string | null): AuditEntry {
  const { state, step, deadline, waitsFor } = standingOf(record.run, record.ladder);
  const level = record.ladder.steps[step - 1]?.level ?? { fr: '', en: '' };
  return {
    action: `dispute.${kind}`,
    subject: encodeId('prt', record.partnerId),
    after: {
      disputeId: encodeId('dsp', record.id),
      title: record.title,
      subject: record.subject,
      subjectId: record.subjectId,
      state,
      step,
      level,
      deadline,
      waitsFor,
      ...(side === null ? {} : { side }),
      ...(text === null ? {} : { text }),
    },
  };
}
