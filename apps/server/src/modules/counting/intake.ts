import type { Fact, Outcome } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import { transaction, type Database, type Tx } from '../../platform/db/index.ts';
import { naturalBatch, type NaturalBatch, type Waiting } from '../../platform/natural-batch.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { FactDraft } from '../fact/index.ts';
import { cachedTerms } from '../program/index.ts';
import { isTraced, openClickLane, untouched } from './click-lane.ts';
import { countBatch } from './count-batch.ts';
import { tryCountingLock } from './counting-lock.store.ts';
import { loadCountHead, type Counted } from './counting.store.ts';
import { loadCounted } from './counted.store.ts';
import { recordDrafts, type Recording } from './record.ts';
import type { CountingRunner } from './runner.ts';
import { goStraightThrough, standAlone, wasOvertaken, type Standing, type Traced } from './straight-through.ts';

/** What the sender is told: the fact, and what was decided about it unless counting is behind. */
export interface Receipt {
  readonly fact: Fact;
  readonly duplicate: boolean;
  /** null: recorded and safe, but still waiting for the facts before it to be counted. */
  readonly outcome: Outcome | null;
}

export interface Intake {
  /** Records, counts and commits a fact, then tells what was decided. Rejects with a `Refusal`, or when the database is away. */
  submit(workspaceId: string, draft: FactDraft): Promise<Receipt>;
  drained(): Promise<void>;
  readonly depth: number;
}

const maxBatch = 400;
const maxWaiting = 20_000;
/** How long an answer waits for counting that is behind before it says so. */
const patienceMs = 10_000;

/** The door for single facts. One batch at a time per workspace and process; batches form while the last one commits. */
export function openIntake(db: Database, runner: CountingRunner, now: () => Instant): Intake {
  const clicks = openClickLane(db);
  const lanes = new Map<string, NaturalBatch<Traced, Receipt>>();
  const standings = new Map<string, Standing>();
  function lane(workspaceId: string): NaturalBatch<Traced, Receipt> {
    let known = lanes.get(workspaceId);
    if (known === undefined) {
      known = naturalBatch<Traced, Receipt>({
        maxBatch,
        maxWaiting,
        full: () => new Refusal('unavailable'),
        run: (entries) => runBatch(workspaceId, entries),
      });
      lanes.set(workspaceId, known);
    }
    return known;
  }

  async function runBatch(workspaceId: string, entries: readonly Waiting<Traced, Receipt>[]) {
    const standing = standings.get(workspaceId) ?? null;
    standings.delete(workspaceId);
    const traced = entries.map(({ item }) => item);
    const done = await recordAndCount(db, workspaceId, now(), traced, standing);
    if (done.standing !== null) standings.set(workspaceId, done.standing);
    if (done.behind) runner.kick(workspaceId);
    else runner.counted(workspaceId);
    const again: Waiting<Traced, Receipt>[] = [];
    for (const [index, entry] of entries.entries()) {
      const recording = done.recordings[index];
      if (recording === undefined) throw new Error('a draft was lost on its way through the intake');
      if (recording.kind === 'later') again.push(entry);
      else if (recording.kind === 'refused') entry.reject(recording.refusal);
      else void answer(workspaceId, recording, done.counted).then(entry.resolve, entry.reject);
    }
    return again;
  }

  async function answer(
    workspaceId: string,
    recording: Extract<Recording, { kind: 'recorded' | 'duplicate' }>,
    counted: ReadonlyMap<bigint, Counted>,
  ): Promise<Receipt> {
    const duplicate = recording.kind === 'duplicate';
    const seq = recording.kind === 'recorded' ? recording.fact.seq : recording.seq;
    const fresh = counted.get(seq);
    if (fresh !== undefined) return { fact: fresh.fact, duplicate, outcome: fresh.outcome };
    await runner.waitFor(workspaceId, seq, patienceMs);
    const { fact, outcome } = await transaction(db, (tx) => loadCounted(tx, workspaceId, seq), { workspaceId });
    return { fact, duplicate, outcome };
  }

  return {
    submit(workspaceId, draft) {
      if (!isTraced(draft)) return lane(workspaceId).submit({ draft, touches: untouched });
      return clicks.find(workspaceId, draft).then((touches) => lane(workspaceId).submit({ draft, touches }));
    },
    drained: async () => {
      await clicks.drained();
      await Promise.all([...lanes.values()].map((known) => known.drained()));
    },
    get depth() {
      let depth = clicks.depth;
      for (const known of lanes.values()) depth += known.depth;
      return depth;
    },
  };
}

interface Done {
  readonly recordings: readonly Recording[];
  readonly counted: ReadonlyMap<bigint, Counted>;
  /** For the next batch; null when somebody else counts. */
  readonly standing: Standing | null;
  readonly behind: boolean;
}

async function recordAndCount(
  db: Database,
  workspaceId: string,
  now: Instant,
  traced: readonly Traced[],
  standing: Standing | null,
): Promise<Done> {
  const drafts = traced.map(({ draft }) => draft);
  const settings = { workspaceId, lookUps: true };
  if (standing === null || !standAlone(traced)) {
    return transaction(db, (tx) => goCarefully(tx, workspaceId, now, drafts, standing), settings);
  }
  try {
    const { facts, counted, cache, head, order } = await transaction(
      db,
      (tx) => goStraightThrough(tx, workspaceId, now, traced, standing),
      settings,
    );
    const recordings = facts.map((fact): Recording => ({ kind: 'recorded', fact }));
    return { recordings, counted: bySeq(counted), standing: { order, counted: head, cache }, behind: false };
  } catch (error) {
    if (!wasOvertaken(error)) throw error;
    // The cache was counted on: it is worth nothing any more.
    return transaction(db, (tx) => goCarefully(tx, workspaceId, now, drafts, null), settings);
  }
}

/** Looks first, behind the locks, then records and counts: two ways to the server and back when the cache knows the rest. */
async function goCarefully(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  drafts: readonly FactDraft[],
  standing: Standing | null,
): Promise<Done> {
  const [batch, held, counted] = await Promise.all([
    recordDrafts(tx, workspaceId, now, drafts),
    tryCountingLock(tx, workspaceId),
    loadCountHead(tx, workspaceId),
  ]);
  const { recordings, facts, before, order } = batch;
  if (facts.length === 0) return { recordings, counted: new Map(), standing, behind: false };
  if (!held || counted.countedSeq !== before.seq) return { recordings, counted: new Map(), standing: null, behind: true };
  const terms = await cachedTerms(tx, workspaceId, order.termsVersion);
  const result = await countBatch(tx, workspaceId, counted, facts, terms, standing?.cache);
  const { cache, head } = result;
  return { recordings, counted: bySeq(result.counted), standing: { order, counted: head, cache }, behind: false };
}

function bySeq(counted: readonly Counted[]): Map<bigint, Counted> {
  return new Map(counted.map((one) => [one.fact.seq, one]));
}
