import type { Pair } from './statistics.ts';

/** Measures both sides in turn, `rounds` times; which of them comes first changes from round to round. */
export async function inTurn(
  rounds: number,
  measure: (round: number) => Promise<number>,
  measureLimit: (round: number) => Promise<number>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const value = await measure(round);
      pairs.push({ value, limitValue: await measureLimit(round) });
    } else {
      const limitValue = await measureLimit(round);
      pairs.push({ value: await measure(round), limitValue });
    }
  }
  return pairs;
}

/** Seconds that work took. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
