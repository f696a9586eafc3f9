import type { Sealer } from '../../platform/crypto/index.ts';
import type { PdfSigner } from '../../platform/pdf/index.ts';

export interface InvoiceParts {
  /** Opens the tax numbers that are kept unreadable, and keeps the key of the workspace's seal so. */
  readonly sealer: Sealer;
  /** Whoever seals elsewhere for a workspace, in the place of a key of our own. */
  readonly signerOf?: (workspaceId: string) => Promise<PdfSigner | null>;
}
