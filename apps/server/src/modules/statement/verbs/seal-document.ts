import { hash } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import { OutboundError } from '../../../platform/outbound/index.ts';
import { SealError, sealPdf } from '../../../platform/pdf/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { StatementParts } from '../statement-parts.ts';
import { signerFor } from './make-seal-key.ts';

/**
 * Seals a finished document of the workspace. Whoever seals elsewhere is never replaced by a key of our own: while it, or the authority
 * that stamps the time, is away or answers what cannot be right, it refuses `seal_away` with what was wrong, and nothing is made.
 */
export async function sealDocument(context: Context, parts: StatementParts, drawn: Buffer, reason: string): Promise<Buffer> {
  return (await sealNoting(context, parts, drawn, reason)).bytes;
}

export interface Sealed {
  readonly bytes: Buffer;
  /** SHA-256 of the certificate it was sealed with. */
  readonly sealedBy: string;
}

/** As `sealDocument`, and by whom. */
export async function sealNoting(context: Context, parts: StatementParts, drawn: Buffer, reason: string): Promise<Sealed> {
  const signer = await signerFor(context, parts);
  try {
    const bytes = await sealPdf(drawn, signer, { at: context.now(), reason, timestamper: parts.timestamper ?? null });
    return { bytes, sealedBy: hash('sha256', signer.certificate, 'hex') };
  } catch (error) {
    const wrong = causeOf(error);
    if (wrong === null) throw error;
    throw new Refusal('seal_away', [{ path: 'seal', rule: 'sealed', message: { en: wrong, fr: wrong } }]);
  }
}

/** What another system did wrong, as it says, also inside the errors of the library; null for faults of our own. */
function causeOf(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof SealError || each instanceof OutboundError || each.name === 'TimestampError') return each.message;
  }
  return null;
}
