import { hash, X509Certificate } from 'node:crypto';
import type { CertificateAnswer, SealKeyAnswer, SealKeysAnswer } from '@cordee/contract/seal';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { pemOf } from '../../../platform/pdf/index.ts';
import { read } from '../../../platform/verb.ts';
import { type SealedMonth, selectSealedMonths } from '../document.store.ts';
import { type KeptCertificate, selectCertificates } from '../seal-key.store.ts';
import type { StatementParts } from '../statement-parts.ts';
import { mustSeePeriods } from '../statement.policy.ts';

/**
 * The certificates this workspace sealed with, the one in force first, each with the months whose statements it sealed: none of them is in
 * force while somebody seals elsewhere.
 */
export function listSealKeys(
  context: Context,
  { elsewhere = null, timestamper = null }: StatementParts,
): Promise<Wire<SealKeysAnswer>> {
  mustSeePeriods(context.actor);
  return read(context, async (tx) => {
    const kept = await selectCertificates(tx, context.workspaceId);
    const months = await selectSealedMonths(tx, context.workspaceId);
    const signer = elsewhere === null ? null : certificateAnswer(Buffer.from(elsewhere.certificate), months);
    return {
      items: kept.map((key, index) => sealKeyAnswer(key, { inForce: signer === null && index === 0, months })),
      elsewhere: signer?.certificate ?? null,
      signer,
      isTimestamped: timestamper !== null,
    };
  });
}

interface Shown {
  readonly inForce: boolean;
  readonly months: readonly SealedMonth[];
}

/** A key without its secret half. */
export function sealKeyAnswer(
  { number, certificate, createdAt }: KeptCertificate,
  { inForce, months }: Shown,
): Wire<SealKeyAnswer> {
  const own = months.filter(({ sealKey }) => sealKey === number);
  return { number, createdAt: formatInstant(createdAt), inForce, ...certificateAnswer(certificate, months, own) };
}

/** What a certificate says of itself, and what was sealed with it: as noted, or else in its time. */
function certificateAnswer(
  certificate: Buffer,
  months: readonly SealedMonth[],
  inItsTime: readonly SealedMonth[] = [],
): Wire<CertificateAnswer> {
  const { subject, issuer, validFromDate, validToDate } = new X509Certificate(certificate);
  const sha256 = hash('sha256', certificate, 'hex');
  const sums = new Map<string, number>();
  for (const { month, documents } of [...months.filter(({ sealedBy }) => sealedBy === sha256), ...inItsTime]) {
    sums.set(month, (sums.get(month) ?? 0) + documents);
  }
  return {
    certificate: pemOf(certificate),
    sha256,
    subject: oneLine(subject),
    issuer: oneLine(issuer),
    validFrom: formatInstant(validFromDate.getTime()),
    validTo: formatInstant(validToDate.getTime()),
    sealed: [...sums].map(([month, documents]) => ({ month, documents })).toSorted((a, b) => (a.month < b.month ? 1 : -1)),
  };
}

const oneLine = (name: string) => name.split('\n').join(', ');
