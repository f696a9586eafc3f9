import type { Certificate, IssueCertificate } from '@cordee/contract/partner';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { certificateToContract } from '../partner-answer.ts';
import { mustManagePartners } from '../partner.policy.ts';
import { findPartner, insertCertificate, type CertificateRecord } from '../partner.store.ts';

/** Records that a partner holds a certificate from an instant, for ever or until another. Refuses `not_found`, and an end before the start. */
export function issueCertificate(context: Context, partnerId: string, input: IssueCertificate): Promise<Certificate> {
  mustManagePartners(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    if ((await findPartner(tx, workspaceId, partnerId)) === null) throw new Refusal('not_found');

    const from = input.from ?? recordedAt;
    const to = input.to ?? null;
    if (to !== null && to <= from) throw endsTooEarly(from);
    const certificate: CertificateRecord = { id: newUuid(recordedAt), partnerId, code: input.code, from, to, recordedAt };
    await insertCertificate(tx, workspaceId, certificate);
    const result = certificateToContract(certificate);
    return { result, audit: { action: 'partner.certified', subject: encodeId('prt', partnerId), after: result } };
  });
}

function endsTooEarly(from: number): Refusal {
  return new Refusal('invalid_request', [
    {
      path: 'to',
      rule: 'after_from',
      message: {
        en: `The end must come after the start, ${formatInstant(from)}.`,
        fr: `La fin doit venir après le début, ${formatInstant(from)}.`,
      },
      example: formatInstant(from + 365 * 86_400_000),
    },
  ]);
}
