import { releaseDueEvents } from './hooks/read-again.ts';
import type { IngestionParts } from './hooks/parts.ts';
import type { Importer } from './importer.ts';

export interface IngestionJob {
  readonly name: string;
  readonly everyMinutes: number;
  readonly run: () => Promise<unknown>;
}

/** What runs by itself; each may run anywhere, twice, or late. */
export function ingestionJobs(parts: IngestionParts, importer: Importer): readonly IngestionJob[] {
  return [
    { name: 'ingestion.release-due', everyMinutes: 1, run: () => releaseDueEvents(parts) },
    { name: 'ingestion.imports', everyMinutes: 1, run: () => importer.run() },
  ];
}
