import { join } from 'node:path';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Ask } from '../../../platform/http/index.ts';

export interface ArchiveParts {
  readonly db: Database;
  readonly now: Clock;
  /** Where archives wait to be downloaded. Several processes share it. */
  readonly folder: string;
  readonly ask: Ask;
}

export function fileOf({ folder }: Pick<ArchiveParts, 'folder'>, id: string): string {
  return join(folder, `partner-${id}.zip`);
}
