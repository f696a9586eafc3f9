import { join } from 'node:path';
import type { Bench, Measurement } from './measurement.ts';
import { countedHistory, recordedHistory } from './stage/history.ts';
import { runWorker } from './stage/processes.ts';
import { summarise } from './statistics.ts';
import type { FecInput, WrittenFec } from './workers/fec.ts';

const NAME = 'fec-books';
const GOAL = 0.4;
/** MiB, however many lines there are. */
const MOST_MEMORY = 400;

/** The books of a company read from its ledger, made entries of, written as a FEC and checked, beside the same lines copied out of a table. */
export const fecBooks: Bench = {
  name: NAME,
  goal: GOAL,
  async run(context): Promise<Measurement[]> {
    const history = await recordedHistory(context);
    await countedHistory(history);
    const { url, workspaceId } = history.workspace;
    const input: FecInput = { url, workspaceId, file: join(context.home, 'books.txt'), passes: context.scale.passes };
    const { result, peakMemory } = await runWorker<WrittenFec>('fec.ts', input);
    context.log(`${result.lines} lines, ${Math.round(peakMemory)} MiB at most`);
    const rates = result.pairs.map(({ value, limitValue }) => ({
      value: result.lines / value,
      limitValue: result.lines / limitValue,
    }));
    return [
      { name: NAME, unit: 'lines/s', limit: 'COPY of the lines', goal: GOAL, ...summarise(rates, 'more is better') },
      {
        name: `${NAME}-memory`,
        value: peakMemory,
        unit: 'MiB',
        limit: 'most allowed',
        limitValue: MOST_MEMORY,
        ratio: MOST_MEMORY / peakMemory,
        goal: 1,
      },
    ];
  },
};
