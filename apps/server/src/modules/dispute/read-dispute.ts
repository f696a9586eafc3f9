import type { DisputeDetail } from '@cordee/contract/dispute';
import { proofGaps, proofGapWords, showsBrief } from '@cordee/core/escalation';
import { encodeId } from '@cordee/core/ids';
import type { Side } from '@cordee/core/partnership';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { attachedFiles } from '../../platform/files/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { zoneOf } from '../fact/index.ts';
import { nameActors } from '../partner/index.ts';
import {
  briefsToContract,
  decisionToContract,
  disputeToSummary,
  entriesToContract,
  ladderToContract,
  type Reading,
} from './dispute-answer.ts';
import { mayRead, partyOf } from './dispute.policy.ts';
import { actsAllowed, runOn } from './standing.ts';
import { findBrief, selectBriefs } from './store/brief.store.ts';
import { selectDecisions } from './store/decision.store.ts';
import { type DisputeRecord, selectDisputes } from './store/dispute.store.ts';
import { type EntryRecord, selectEntries } from './store/entry.store.ts';

/** A dispute as the clock has it today, a partner's own only; null when there is none. */
export async function findDispute(tx: Tx, context: Context, id: string): Promise<DisputeRecord | null> {
  const { own } = partyOf(context.actor);
  const filter = { id, partnerId: own, states: null, waitsFor: null, before: null, limit: 1 };
  const [record] = await selectDisputes(tx, context.workspaceId, filter);
  if (record === undefined) return null;
  const today = localDateOf(context.now(), await zoneOf(tx, context.workspaceId));
  return { ...record, run: runOn(record.run, record.ladder, today) };
}

/** A dispute with all that the reader's side sees of it. Refuses `not_found`. */
export async function detailOf(tx: Tx, context: Context, id: string): Promise<Wire<DisputeDetail>> {
  const { workspaceId, language, now, actor } = context;
  const { side, own } = partyOf(actor);
  const record = await findDispute(tx, context, id);
  if (record === null) throw new Refusal('not_found');
  const reading: Reading = { language, today: localDateOf(now(), await zoneOf(tx, workspaceId)) };
  const briefs = await selectBriefs(tx, workspaceId, id);
  const entries = await selectEntries(tx, workspaceId, id);
  const decisions = await selectDecisions(tx, workspaceId, id);
  const subject = encodeId('dsp', id);
  const files = await attachedFiles(tx, workspaceId, [subject, ...briefs.map((brief) => encodeId('dbr', brief.id))]);
  const actors = entries.map((entry) => entry.actor);
  const named = own === null ? await nameActors(tx, workspaceId, actors) : [];
  const names = named.map(({ kind, name }) => (kind === 'system' ? null : name));
  const draft = briefs.find(
    (brief) => brief.submittedAt === null && brief.side === side && brief.step === record.run.steps.length,
  );
  return {
    ...disputeToSummary(record, reading),
    ...frozenParts(record, reading),
    briefs: briefsToContract(record, briefs, side, files),
    draft: draft?.texts ?? null,
    decisions: decisions.map((decision) => decisionToContract(decision, language)),
    entries: entriesToContract(entries, names, (number) => files(subject, number)),
    gaps: gapsOf(record, entries).map((code) => ({ code, message: proofGapWords[code][language] })),
    acts: actsAllowed(record.run, record.ladder, reading.today, side),
  };
}

function frozenParts(record: DisputeRecord, reading: Reading) {
  const { ladder, run } = record;
  const { charter, country, region, mediation } = ladder;
  const pause = run.pauses.find(({ to }) => to === null);
  const { request } = run;
  return {
    asks: record.asks,
    charter,
    calendar: { country, region },
    ladder: ladderToContract(record, reading),
    mediation:
      mediation === null
        ? null
        : { ...mediation, appointedBy: mediation.appointedBy[reading.language], over: mediation.over[reading.language] },
    pause: pause === undefined ? null : { reason: pause.reason, since: pause.from, by: pause.by, agreed: pause.agreed },
    request:
      request === null
        ? null
        : {
            kind: request.kind,
            by: request.by,
            reason: request.kind === 'pause' ? request.reason : null,
            days: request.kind === 'extension' ? request.days : null,
          },
  };
}

/** What the proof file lacks so far. Who wrote, read or was written to at a step was told of it. */
export function gapsOf({ run, ladder }: DisputeRecord, entries: readonly EntryRecord[]) {
  const told = entries.flatMap(({ kind, side, data }) => {
    const by = kind === 'notified' ? (data['to'] as Side) : side;
    return by === 'clock' ? [] : [{ step: Number(data['step'] ?? '1'), side: by }];
  });
  return proofGaps({
    dispute: run,
    ladder: ladder.steps,
    charterVersion: ladder.charter?.version ?? null,
    mediation: ladder.mediation,
    details: { company: ladder.parties.company.details, partner: ladder.parties.partner.details },
    told,
    isMediatorNamed: entries.some(({ kind }) => kind === 'mediator_named'),
  });
}

/** Whether somebody may read a dispute, and so the files in it: the company, and its own partner. */
export async function mayReadDispute(tx: Tx, context: Context, id: string): Promise<boolean> {
  return mayRead(context.actor) && (await findDispute(tx, context, id)) !== null;
}

/** Whether somebody may read a brief, and so its files: its own side, and the other once it is shown. */
export async function mayReadBrief(tx: Tx, context: Context, id: string): Promise<boolean> {
  const brief = mayRead(context.actor) ? await findBrief(tx, context.workspaceId, id) : null;
  const record = brief === null ? null : await findDispute(tx, context, brief.disputeId);
  if (brief === null || record === null) return false;
  if (brief.side === partyOf(context.actor).side) return true;
  return brief.submittedAt !== null && showsBrief(record.run, record.ladder.steps, brief.step);
}
