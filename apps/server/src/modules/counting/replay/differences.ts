export interface Difference {
  /** What is wrong: a table that differs, a broken chain, a sum that does not add up. */
  readonly check: string;
  readonly factSeq: bigint | null;
  readonly expected: string;
  readonly found: string;
}

export type Report = (check: string, factSeq: bigint | null, expected: string, found: string) => void;

/** Those that are listed, and how many more there are. */
export interface Differences {
  readonly differences: readonly Difference[];
  readonly more: number;
}

const listed = 50;

/** Lists the first of what is reported, behind what was before, and counts the rest. */
export function listDifferences(before: Differences = { differences: [], more: 0 }) {
  const differences = [...before.differences];
  let { more } = before;
  const report: Report = (check, factSeq, expected, found) => {
    if (differences.length < listed) differences.push({ check, factSeq, expected, found });
    else more += 1;
  };
  return { report, all: (): Differences => ({ differences, more }) };
}
