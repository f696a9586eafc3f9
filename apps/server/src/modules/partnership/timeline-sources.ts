import type { TimelineItem } from '@cordee/contract/partnership';
import { commissionId, encodeId, factId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { candidateFacts, concernsKeptThrough } from '../counting/index.ts';
import { nameActors, notesToContract, selectNotes } from '../partner/index.ts';
import { enrollmentHistory } from '../program/index.ts';
import { jointToContract } from './joint/joint-answer.ts';
import { selectJointFacts } from './joint/joint-fact.store.ts';
import {
  selectAudit,
  selectPartnerMoves,
  selectStages,
  selectTimelineFacts,
  type PartnerMove,
  type TimelineFact,
} from './timeline.store.ts';

/** One thing that happened, with its place in its own source. */
export interface Happening {
  readonly at: Instant;
  /** Where its source is continued after it. */
  readonly place: string;
  readonly item: Wire<TimelineItem>;
}

export interface Ask {
  readonly tx: Tx;
  readonly workspaceId: string;
  readonly partnerId: string;
  /** The place of the last one seen; null from the newest on. */
  readonly after: string | null;
  readonly limit: number;
}

/** Gives what comes after a place, the latest learned first: `limit` at most. */
export type Source = (ask: Ask) => Promise<Happening[]>;

const payoutSteps = { payout_started: 'started', payout_confirmed: 'confirmed', payout_rejected: 'rejected' } as const;

export const facts: Source = async ({ tx, workspaceId, partnerId, after, limit }) => {
  const place = after === null ? null : { seq: BigInt(after), at: null };
  const keptThrough = await concernsKeptThrough(tx, workspaceId);
  const lead = { by: 'partner', partnerId, keptThrough } as const;
  const seqs = (await candidateFacts(tx, workspaceId, lead, place, limit)).map(({ seq }) => seq);
  const moves = Map.groupBy(await selectPartnerMoves(tx, workspaceId, partnerId, seqs), (move) => move.fact_seq);
  const rows = await selectTimelineFacts(tx, workspaceId, seqs);
  return rows.map((row) => ({
    at: row.recorded_at,
    place: String(row.seq),
    item: factItem(row, moves.get(row.seq) ?? []),
  }));
};

function factItem(fact: TimelineFact, moves: readonly PartnerMove[]): Wire<TimelineItem> {
  const id = factId(fact.recorded_at, fact.seq);
  const at = formatInstant(fact.recorded_at);
  const [moved] = moves;
  if (fact.kind in payoutSteps && moved !== undefined && fact.payout_id !== null && fact.payout_id !== undefined) {
    return {
      kind: 'payout',
      id,
      at,
      payoutId: encodeId('pay', fact.payout_id),
      step: payoutSteps[fact.kind as keyof typeof payoutSteps],
      currency: moved.currency,
      amount: moved.moved,
    };
  }
  return {
    kind: 'fact',
    id,
    at,
    factId: id,
    factKind: fact.kind,
    eventId: fact.external_id,
    occurredAt: formatInstant(fact.occurred_at),
    currency: fact.currency,
    amount: fact.amount,
    unpaid: fact.unpaid,
    earned: moves.filter(({ earned }) => earned !== 0n).map(({ currency, earned }) => ({ currency, amount: earned })),
    commissionIds: moves.flatMap(({ numbers }) => numbers.map((number) => commissionId(fact.recorded_at, fact.seq, number))),
  };
}

export const notes: Source = async ({ tx, workspaceId, partnerId, after, limit }) => {
  const rows = await selectNotes(tx, workspaceId, partnerId, after, limit);
  const shown = await notesToContract(tx, workspaceId, rows);
  return shown.map((note, index) => {
    const row = rows[index];
    return {
      at: row?.createdAt ?? 0,
      place: row?.id ?? '',
      item: { kind: 'note', id: note.id, at: note.createdAt, note },
    };
  });
};

/** What both sides stated; each stands where it was proposed, as it stands now. */
export const joint: Source = async ({ tx, workspaceId, partnerId, after, limit }) => {
  const rows = await selectJointFacts(tx, workspaceId, partnerId, after, limit);
  return rows.map((row) => {
    const jointFact = jointToContract(row, 'company');
    return { at: row.proposedAt, place: row.id, item: { kind: 'joint', id: jointFact.id, at: jointFact.proposedAt, jointFact } };
  });
};

export const audit: Source = async ({ tx, workspaceId, partnerId, after, limit }) => {
  const rows = await selectAudit(tx, workspaceId, encodeId('prt', partnerId), after, limit);
  const actors = await nameActors(
    tx,
    workspaceId,
    rows.map(({ actor }) => actor),
  );
  return rows.map((row, index) => ({
    at: row.at,
    place: row.id,
    item: {
      kind: 'audit',
      id: encodeId('evt', row.id),
      at: formatInstant(row.at),
      action: row.action,
      actor: actors[index] ?? { kind: row.actor.kind, id: null, name: null },
      before: row.before,
      after: row.after,
    },
  }));
};

/** Stages, and the states and plans of its enrollments: few, so that all are read and the place is looked for among them. */
export const terms: Source = async ({ tx, workspaceId, partnerId, after, limit }) => {
  const all = [...(await stagesOf(tx, workspaceId, partnerId)), ...(await enrollmentsOf(tx, workspaceId, partnerId))];
  const ordered = all.sort((a, b) => b.at - a.at || (a.place < b.place ? 1 : -1));
  const start = after === null ? 0 : ordered.findIndex(({ place }) => place === after) + 1;
  return ordered.slice(start, start + limit);
};

async function stagesOf(tx: Tx, workspaceId: string, partnerId: string): Promise<Happening[]> {
  const rows = await selectStages(tx, workspaceId, partnerId);
  const actors = await nameActors(
    tx,
    workspaceId,
    rows.map(({ actor }) => actor),
  );
  return rows.map((row, index) => ({
    at: row.recorded_at,
    place: `stage ${row.number}`,
    item: {
      kind: 'stage',
      id: `stage-${row.number}`,
      at: formatInstant(row.recorded_at),
      stage: row.stage,
      since: formatInstant(row.from_at),
      reason: row.reason,
      actor: actors[index] ?? { kind: row.actor.kind, id: null, name: null },
    },
  }));
}

async function enrollmentsOf(tx: Tx, workspaceId: string, partnerId: string): Promise<Happening[]> {
  const { programs, states, plans } = await enrollmentHistory(tx, workspaceId, partnerId);
  const common = (entry: { enrollmentId: string; from: Instant; recordedAt: Instant }) => ({
    at: formatInstant(entry.recordedAt),
    enrollmentId: encodeId('enr', entry.enrollmentId),
    programId: encodeId('prg', programs.get(entry.enrollmentId) ?? ''),
    from: formatInstant(entry.from),
  });
  return [
    ...states.map((entry): Happening => {
      const place = `state ${entry.enrollmentId} ${entry.number}`;
      const { state, reason } = entry;
      return {
        at: entry.recordedAt,
        place,
        item: { kind: 'enrollment', id: place.replaceAll(' ', '-'), ...common(entry), state, reason },
      };
    }),
    // The first entry says only that the program's own plan applies, or which one came with the enrollment.
    ...plans
      .filter(({ number, planId }) => number > 1 || planId !== null)
      .map((entry): Happening => {
        const place = `plan ${entry.enrollmentId} ${entry.number}`;
        const planId = entry.planId === null ? null : encodeId('pln', entry.planId);
        return { at: entry.recordedAt, place, item: { kind: 'plan', id: place.replaceAll(' ', '-'), ...common(entry), planId } };
      }),
  ];
}
