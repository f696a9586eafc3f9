import type { Fact, Outcome } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import { transaction, withWorkspace, type Database } from '../../platform/db/index.ts';
import { naturalBatch, type NaturalBatch, type Waiting } from '../../platform/natural-batch.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { FactDraft } from '../fact/index.ts';
import { cachedTerms } from '../program/index.ts';
import { countBatch } from './count-batch.ts';
import type { CountingCache } from './counting-cache.ts';
import { tryCountingLock } from './counting-lock.store.ts';
import { loadCountHead, type Counted } from './counting.store.ts';
import { loadCounted } from './counted.store.ts';
import { recordDrafts, type Recording } from './record.ts';
import type { CountingRunner } from './runner.ts';

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
  const lanes = new Map<string, NaturalBatch<FactDraft, Receipt>>();
  const caches = new Map<string, CountingCache>();
  function lane(workspaceId: string): NaturalBatch<FactDraft, Receipt> {
    let known = lanes.get(workspaceId);
    if (known === undefined) {
      known = naturalBatch<FactDraft, Receipt>({
        maxBatch,
        maxWaiting,
        full: () => new Refusal('unavailable'),
        run: (entries) => runBatch(workspaceId, entries),
      });
      lanes.set(workspaceId, known);
    }
    return known;
  }

  async function runBatch(workspaceId: string, entries: readonly Waiting<FactDraft, Receipt>[]) {
    const cache = caches.get(workspaceId);
    caches.delete(workspaceId);
    const done = await recordAndCount(
      db,
      workspaceId,
      now(),
      entries.map(({ item }) => item),
      cache,
    );
    if (done.cache !== null) caches.set(workspaceId, done.cache);
    if (done.behind) runner.kick(workspaceId);
    else runner.counted(workspaceId);
    const again: Waiting<FactDraft, Receipt>[] = [];
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
    const { fact, outcome } = await transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return loadCounted(tx, workspaceId, seq);
    });
    return { fact, duplicate, outcome };
  }

  return {
    submit: (workspaceId, draft) => lane(workspaceId).submit(draft),
    drained: async () => {
      await Promise.all([...lanes.values()].map((known) => known.drained()));
    },
    get depth() {
      let depth = 0;
      for (const known of lanes.values()) depth += known.depth;
      return depth;
    },
  };
}

interface Done {
  readonly recordings: readonly Recording[];
  readonly counted: ReadonlyMap<bigint, Counted>;
  readonly cache: CountingCache | null;
  readonly behind: boolean;
}

async function recordAndCount(
  db: Database,
  workspaceId: string,
  now: Instant,
  drafts: readonly FactDraft[],
  cache: CountingCache | undefined,
): Promise<Done> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    const batch = await recordDrafts(tx, workspaceId, now, drafts);
    const { recordings, facts, seqBefore } = batch;
    if (facts.length === 0) return { recordings, counted: new Map(), cache: cache ?? null, behind: false };
    if (!(await tryCountingLock(tx, workspaceId))) return { recordings, counted: new Map(), cache: null, behind: true };
    const head = await loadCountHead(tx, workspaceId);
    if (head.countedSeq !== seqBefore) return { recordings, counted: new Map(), cache: null, behind: true };
    const terms = await cachedTerms(tx, workspaceId, batch.termsVersion);
    const result = await countBatch(tx, workspaceId, head, facts, terms, cache);
    return {
      recordings,
      counted: new Map(result.counted.map((one) => [one.fact.seq, one])),
      cache: result.cache,
      behind: false,
    };
  });
}
