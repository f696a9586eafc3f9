import type { Sealer } from '../../platform/crypto/index.ts';
import type { PdfSigner, PdfTimestamper } from '../../platform/pdf/index.ts';

export interface StatementParts {
  /** Keeps the key of a workspace's seal unreadable at rest. */
  readonly sealer: Sealer;
  /** Whoever signs elsewhere, in the place of a key of our own. */
  readonly elsewhere?: PdfSigner | null;
  /** Stamps the time on what is sealed. */
  readonly timestamper?: PdfTimestamper | null;
}
