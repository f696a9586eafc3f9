const MOST_LINES = 20;

/** Lines only one side has, `-` for the committed text and `+` for the fresh one; a summary, not a patch. */
export function difference(committed: string, fresh: string): string {
  const before = committed.split('\n');
  const after = fresh.split('\n');
  const lines = [
    ...missingFrom(after, before).map((line) => `- ${line}`),
    ...missingFrom(before, after).map((line) => `+ ${line}`),
  ];
  if (lines.length === 0) return '(the same lines in another order)';
  const rest = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n');
}

function missingFrom(side: readonly string[], lines: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of side) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
