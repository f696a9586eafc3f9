import type { Clause } from './render-plan.ts';

/** What became of one clause from one version to another, in the order of the later one; what went stands where it was. */
export type ClauseChange =
  | { readonly kind: 'same' | 'changed'; readonly before: Clause; readonly after: Clause }
  | { readonly kind: 'added'; readonly after: Clause }
  | { readonly kind: 'removed'; readonly before: Clause };

/** A run of words that both texts have, or one of them. */
export interface WordRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** The clauses of two versions side by side. A rule is known by its id, a general clause by its heading; numbers may move. */
export function compareClauses(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const former = new Map(before.map((clause) => [nameOf(clause), clause]));
  const kept = new Set(after.map(nameOf));
  const changes: ClauseChange[] = [];
  let passed = 0;
  for (const clause of after) {
    const was = former.get(nameOf(clause));
    if (was !== undefined) {
      // Those that went before this one was reached are told first.
      const place = before.indexOf(was);
      for (const gone of before.slice(passed, place))
        if (!kept.has(nameOf(gone))) changes.push({ kind: 'removed', before: gone });
      passed = Math.max(passed, place + 1);
    }
    changes.push(changeOf(was, clause));
  }
  for (const gone of before.slice(passed)) if (!kept.has(nameOf(gone))) changes.push({ kind: 'removed', before: gone });
  return changes;
}

function changeOf(before: Clause | undefined, after: Clause): ClauseChange {
  if (before === undefined) return { kind: 'added', after };
  const isSame = before.text === after.text && before.heading === after.heading;
  return { kind: isSame ? 'same' : 'changed', before, after };
}

function nameOf({ ruleId, heading }: Clause): string {
  return ruleId === null ? `general ${heading}` : `rule ${ruleId}`;
}

/** Two sentences as runs of words: the fewest that have to go and come (longest common subsequence). */
export function compareWords(before: string, after: string): WordRun[] {
  const [left, right] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  const lengths = commonLengths(left, right);
  const runs: { kind: WordRun['kind']; text: string }[] = [];
  const add = (kind: WordRun['kind'], text: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    const [was, is] = [left[row], right[column]];
    if (was !== undefined && is !== undefined && was.trim() === is.trim()) {
      // The last word of a text has no space after it, and what went or came may follow.
      add('same', was.length > is.length ? was : is);
      row += 1;
      column += 1;
    } else if (was !== undefined && (is === undefined || at(lengths, row + 1, column) >= at(lengths, row, column + 1))) {
      add('removed', was);
      row += 1;
    } else if (is !== undefined) {
      add('added', is);
      column += 1;
    }
  }
  return runs;
}

/** For each pair of places, how many words the rests of both have in common. */
function commonLengths(left: readonly string[], right: readonly string[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => Array.from({ length: right.length + 1 }, () => 0));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    const line = lengths[row];
    if (line === undefined) continue;
    for (let column = right.length - 1; column >= 0; column -= 1) {
      line[column] =
        left[row]?.trim() === right[column]?.trim()
          ? at(lengths, row + 1, column + 1) + 1
          : Math.max(at(lengths, row + 1, column), at(lengths, row, column + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0;
}
