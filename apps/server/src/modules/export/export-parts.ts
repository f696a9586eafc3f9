import { join } from 'node:path';
import type { SecretPlace } from '../../platform/archive/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';

export interface ExportParts {
  readonly db: Database;
  readonly now: Clock;
  /** The login that owns the tables: an archive reads past row-level security. */
  readonly url: string;
  /** Where archives wait to be downloaded. Several processes share it. */
  readonly folder: string;
  readonly secret: SecretPlace;
}

export function fileOf({ folder }: ExportParts, id: string): string {
  return join(folder, `${id}.tar.gz`);
}
