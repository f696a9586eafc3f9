import type { Instant } from '@cordee/core/time';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Database } from '../../../platform/db/index.ts';

/** What ingestion works with. */
export interface IngestionParts {
  readonly db: Database;
  readonly now: () => Instant;
  readonly sealer: Sealer;
  /** Of this server, for the links of imported partners. */
  readonly baseUrl: string;
  /** Asks for what was recorded to be counted, in the background. */
  readonly kick: (workspaceId: string) => void;
  /** Counts all that was recorded, now. */
  readonly catchUp: (workspaceId: string) => Promise<unknown>;
  /** Where uploaded files are kept until they are imported. */
  readonly importFolder: string;
  /** Told of faults that no caller sees. */
  readonly onError: (error: unknown) => void;
}
