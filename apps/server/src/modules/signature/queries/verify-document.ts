import type { VerdictAnswer } from '@cordee/contract/signing';
import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { verifyPdf } from '../../../platform/pdf/index.ts';
import { ownCertificates } from '../document.store.ts';

/** What the signatures of a PDF are worth: whether they hold, and whether our keys made them. Nothing of it is kept. */
export async function verifyDocument(db: Database, bytes: Buffer): Promise<Wire<VerdictAnswer>> {
  const verdict = verifyPdf(bytes);
  const known = await transaction(db, async (tx) => {
    await withWorkspace(tx, '*');
    return ownCertificates(tx);
  });
  const signatures = verdict.signatures.map(({ number, faults, reason, signedAt, stampedAt, signer, certificateSha256 }) => {
    const isOurs = certificateSha256 !== null && known.has(certificateSha256);
    return { number, faults, reason, signedAt, stampedAt, signer, isOurs };
  });
  const { sha256, isIntact, isWhole } = verdict;
  return { sha256, isIntact, isWhole, isOurs: signatures.length > 0 && signatures.every(({ isOurs }) => isOurs), signatures };
}
