import type { Violation } from './architecture.ts';

interface Linked {
  readonly file: string;
  readonly imports: readonly { readonly target: string | null; readonly line: number }[];
}

/** Circles of imports, types included, each told once from the file where the search entered it. */
export function findCycles(sources: readonly Linked[]): Violation[] {
  const files = new Map(sources.map((source) => [source.file, source]));
  const done = new Set<string>();
  const path: string[] = [];
  const found: Violation[] = [];
  function walk(source: Linked): void {
    path.push(source.file);
    for (const { target, line } of source.imports) {
      const next = target === null || done.has(target) ? undefined : files.get(target);
      if (next === undefined) continue;
      const start = path.indexOf(next.file);
      if (start === -1) walk(next);
      else found.push({ file: source.file, line, rule: 'cycle', sentence: [...path.slice(start), next.file].join(' → ') });
    }
    path.pop();
    done.add(source.file);
  }
  for (const source of sources) if (!done.has(source.file)) walk(source);
  return found;
}
