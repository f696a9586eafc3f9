import type { Sealer } from '../../platform/crypto/index.ts';
import type { PdfSigner } from '../../platform/pdf/index.ts';

export interface StatementParts {
  /** Keeps the key of a workspace's seal unreadable at rest. */
  readonly sealer: Sealer;
  /** Whoever signs elsewhere for a workspace, in the place of a key of our own. */
  readonly signerOf?: (workspaceId: string) => Promise<PdfSigner | null>;
}
