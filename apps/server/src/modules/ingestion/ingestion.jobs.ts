import { releaseDueEvents } from './hooks/read-again.ts';
import type { IngestionParts } from './hooks/parts.ts';
import { runImports } from './verbs/run-imports.ts';

export interface IngestionJob {
  readonly name: string;
  readonly everyMinutes: number;
  readonly run: (parts: IngestionParts) => Promise<unknown>;
}

/** What runs by itself; each may run anywhere, twice, or late. */
export const ingestionJobs: readonly IngestionJob[] = [
  { name: 'ingestion.release-due', everyMinutes: 1, run: releaseDueEvents },
  { name: 'ingestion.imports', everyMinutes: 1, run: runImports },
];
