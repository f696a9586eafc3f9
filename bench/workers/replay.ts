// Reads all facts again and again: by the product, and by nothing but reading. Both in one process, so both are equally warm.
import { simulatePlan, verifyWorkspace } from '../../apps/server/src/modules/counting/index.ts';
import type { Database } from '../../apps/server/src/platform/db/index.ts';
import { inTurn, secondsOf } from '../rounds.ts';
import { contextOf, openApplication, readOnly } from '../stage/application.ts';
import { readTables } from '../stage/read-tables.ts';
import { triedPlan } from '../stage/plan.ts';
import { work } from '../stage/processes.ts';
import { salesFrom } from '../stage/sales.ts';
import type { Pair } from '../statistics.ts';

export interface ReplayInput {
  readonly url: string;
  readonly workspaceId: string;
  readonly planId: string;
  readonly what: 'simulate' | 'verify';
  readonly passes: number;
}

export interface Replayed {
  readonly pairs: readonly Pair[];
  readonly facts: number;
}

const tables = {
  simulate: ['fact'],
  verify: ['fact', 'decision', 'commission', 'reversal', 'ledger_transaction', 'posting', 'counter'],
} as const;

/** Replays once; how many facts that were. */
async function replay(db: Database, { workspaceId, planId, what }: ReplayInput): Promise<number> {
  const context = contextOf(db, workspaceId);
  if (what === 'simulate') {
    return (await simulatePlan(context, planId, { document: triedPlan, from: salesFrom, to: Date.now() })).facts;
  }
  const { facts, differences, ledgerBalanced } = await verifyWorkspace(context);
  if (differences.length > 0 || !ledgerBalanced) throw new Error(`verify found ${JSON.stringify(differences[0])}`);
  return facts;
}

await work(async (input: ReplayInput): Promise<Replayed> => {
  const db = openApplication(input.url);
  const { workspaceId, what } = input;
  let facts = 0;
  const ours = () => secondsOf(async () => (facts = await replay(db, input)));
  const reading = () => secondsOf(() => readOnly(db, workspaceId, (tx) => readTables(tx, workspaceId, tables[what])));
  // Once for nothing: the first pass is the compiler's.
  await ours();
  await reading();
  const pairs = await inTurn(input.passes, ours, reading);
  await db.close();
  return { pairs, facts };
});
