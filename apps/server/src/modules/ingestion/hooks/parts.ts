import type { Instant } from '@cordee/core/time';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Recording } from '../../counting/record.ts';
import type { FactDraft } from '../../fact/index.ts';

/** The counting module's door for facts recorded within a transaction of ours. */
export type RecordDrafts = (
  tx: Tx,
  workspaceId: string,
  now: Instant,
  drafts: readonly FactDraft[],
) => Promise<{ readonly recordings: readonly Recording[] }>;

/** What ingestion works with. */
export interface IngestionParts {
  readonly db: Database;
  readonly now: () => Instant;
  readonly sealer: Sealer;
  readonly recordDrafts: RecordDrafts;
  /** Asks for what was recorded to be counted, in the background. */
  readonly kick: (workspaceId: string) => void;
  /** Where uploaded files are kept until they are imported. */
  readonly importFolder: string;
  /** Told of faults that no caller sees. */
  readonly onError: (error: unknown) => void;
}
