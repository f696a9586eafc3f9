import { readFileSync } from 'node:fs';
import type { StatementParts } from './modules/statement/index.ts';
import { systemClock } from './platform/clock/index.ts';
import type { SealConfig } from './platform/config/index.ts';
import { createSealer } from './platform/crypto/index.ts';
import { createOutbound } from './platform/outbound/index.ts';
import { remoteSigner, timestampAuthority } from './platform/pdf/index.ts';

/**
 * Who seals documents: somebody elsewhere when the operator says so, and then nobody else; and who stamps the time. Throws for a
 * certificate that cannot be read.
 */
export function sealParts(
  masterKey: Buffer,
  { signer, timestampUrl }: SealConfig,
  outboundHosts: readonly string[] = [],
): StatementParts {
  const outbound = createOutbound({ trusted: outboundHosts });
  const elsewhere =
    signer === null
      ? null
      : remoteSigner({ ...signer, certificates: readFileSync(signer.certificateFile, 'utf8') }, outbound, systemClock);
  return {
    sealer: createSealer(masterKey),
    elsewhere,
    timestamper: timestampUrl === null ? null : timestampAuthority(timestampUrl, outbound),
  };
}
