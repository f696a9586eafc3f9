import type { BillingMandateAnswer, MandateOffer } from '@cordee/contract/billing-mandate';
import type { Invoicing } from '@cordee/contract/invoicing';
import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import { hash } from 'node:crypto';
import type { Wire } from '../../../platform/http/index.ts';
import type { MandateRecord } from './mandate.store.ts';

/** A mandate as it is told. */
export function mandateAnswer(mandate: MandateRecord): Wire<BillingMandateAnswer> {
  const { revokedAt, signedAt, id, partnerId, ...said } = mandate;
  return {
    ...said,
    id: encodeId('bmd', id),
    partnerId: encodeId('prt', partnerId),
    state: revokedAt === null ? 'in_force' : 'revoked',
    signedAt: formatInstant(signedAt),
    revokedAt: revokedAt === null ? null : formatInstant(revokedAt),
  };
}

/** The text partners are asked to agree to today, in one language; `company` is what the company is called today. */
export function offeredMandate(
  { mandate, selfBilling }: Invoicing,
  { language, company }: { readonly language: Language; readonly company: string },
): Wire<MandateOffer> {
  const text = mandate.text[language]
    .replaceAll('{days}', () => String(mandate.contestDays))
    .replaceAll('{company}', () => company);
  return { wanted: selfBilling, language, text, textSha256: hash('sha256', text, 'hex'), contestDays: mandate.contestDays };
}
