// `npm run bench`: measures everything beside its limit and says what came near enough. A missed goal is no failure.
import { benches } from './benches.ts';
import type { BenchContext } from './context.ts';
import type { Measurement } from './measurement.ts';
import { readOptions, USAGE, type RunOptions } from './options.ts';
import { scales } from './scale.ts';
import { startPostgres } from './stage/postgres.ts';
import { endAll } from './stage/processes.ts';
import { table } from './table.ts';

const log = (line: string) => process.stderr.write(`${line}\n`);

function options(): RunOptions | null {
  try {
    return readOptions(
      process.argv.slice(2),
      benches.map(({ name }) => name),
    );
  } catch (error) {
    log(`bench: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return null;
  }
}

/** Runs the chosen benches one after the other; one that breaks keeps none of the others from running. */
async function measure({ scale, only }: RunOptions): Promise<{ measured: Measurement[]; broken: string[] }> {
  const postgres = await startPostgres();
  let interrupted = false;
  const end = () => {
    interrupted = true;
    endAll();
    void postgres.stop().finally(() => process.exit(130));
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  const context: BenchContext = { scale: scales[scale], postgres, home: postgres.home, log: (line) => log(`  ${line}`) };
  const measured: Measurement[] = [];
  const broken: string[] = [];
  try {
    for (const bench of benches) {
      if (interrupted || (only.length > 0 && !only.includes(bench.name))) continue;
      const startedAt = performance.now();
      log(`${bench.name} …`);
      try {
        measured.push(...(await bench.run(context)));
      } catch (error) {
        if (interrupted) continue;
        broken.push(bench.name);
        log(`  broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
      log(`  ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    }
  } finally {
    endAll();
    await postgres.stop();
  }
  return { measured, broken };
}

const chosen = options();
if (chosen === null) process.exitCode = 2;
else if (chosen.help) console.log(USAGE);
else {
  const { measured, broken } = await measure(chosen);
  console.log(chosen.json ? JSON.stringify(measured, null, 2) : table(measured));
  if (broken.length > 0) {
    log(`broke: ${broken.join(', ')}`);
    process.exitCode = 1;
  }
}
