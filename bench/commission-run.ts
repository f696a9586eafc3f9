import type { BenchContext } from './context.ts';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn, secondsOf } from './rounds.ts';
import { countInProcess, recordedHistory, settle, type History } from './stage/history.ts';
import { prepareSetBased, runSetBased, setBasedSums } from './stage/set-based.ts';
import { withClient } from './stage/postgres.ts';
import { summarise } from './statistics.ts';

const NAME = 'commission-run';
const MOST_MEMORY = 400;

/** Counting all sales of a company at once, against the same commissions and postings by SQL written for this one plan. */
export const commissionRun: Bench = {
  name: NAME,
  goal: 0.5,
  async run(context): Promise<Measurement[]> {
    const history = await recordedHistory(context);
    const { sales } = history.book;
    const { url } = history.workspace;
    await withClient(url, (client) => prepareSetBased(client, history.workspace));
    const memory: number[] = [];
    const pairs = await inTurn(
      context.scale.passes,
      async () => {
        await uncount(history);
        const { result, peakMemory } = await countInProcess(history.workspace);
        if (result.facts !== sales) throw new Error(`${result.facts} of ${sales} facts were counted`);
        memory.push(peakMemory);
        return sales / result.seconds;
      },
      () =>
        withClient(url, async (client) => {
          await client.query('truncate limit_commission, limit_transaction, limit_posting, limit_balance');
          await client.query('checkpoint');
          return sales / (await secondsOf(() => runSetBased(client)));
        }),
    );
    await mustAgree(context, history);
    await settle(url);
    const peak = Math.max(...memory);
    return [
      { name: NAME, unit: 'facts/s', limit: 'set-based SQL', goal: 0.5, ...summarise(pairs, 'more is better') },
      {
        name: `${NAME}-memory`,
        value: peak,
        unit: 'MiB',
        limit: 'most allowed',
        limitValue: MOST_MEMORY,
        ratio: MOST_MEMORY / peak,
        goal: 1,
      },
    ];
  },
};

/** Back to where nothing was counted yet. */
async function uncount({ workspace }: History): Promise<void> {
  await withClient(workspace.url, async (client) => {
    await client.query('truncate decision, commission, reversal, ledger_transaction, posting, balance_snapshot, counter');
    await client.query(`update snapshot_head set through_seq = 0 where workspace_id = $1`, [workspace.workspaceId]);
    await client.query(
      `update count_head set counted_seq = 0, transaction_hash = decode(repeat('00', 32), 'hex') where workspace_id = $1`,
      [workspace.workspaceId],
    );
    await client.query('checkpoint');
  });
}

/** A limit that computed something else would be none. */
async function mustAgree(context: BenchContext, { workspace }: History): Promise<void> {
  const { ours, theirs } = await withClient(workspace.url, (client) => setBasedSums(client));
  if (ours.length === 0 || JSON.stringify(ours) !== JSON.stringify(theirs)) {
    throw new Error(`the set-based run gives other sums by partner: ${JSON.stringify({ ours, theirs })}`);
  }
  context.log(`both runs agree on ${ours.length} partners`);
}
