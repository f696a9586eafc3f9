import type { Pool } from 'pg';
import type { ExchangeParts } from './modules/exchange/index.ts';
import type { ExportParts } from './modules/export/index.ts';
import type { LeavingJobParts } from './modules/leaving/index.ts';
import { type MessagingParts, writeConfirmation, writeToSigners } from './modules/messaging/index.ts';
import type { TransferParts } from './modules/payout/index.ts';
import type { QualificationParts } from './modules/qualification/index.ts';
import type { SignatureParts } from './modules/signature/index.ts';
import { signerFor, type StatementParts } from './modules/statement/index.ts';
import type { TaxParts } from './modules/tax/index.ts';
import type { WebhookParts } from './modules/webhooks/index.ts';
import type { Clock } from './platform/clock/index.ts';
import { createSealer, hmacSha256 } from './platform/crypto/index.ts';
import type { Database } from './platform/db/index.ts';
import type { ApiOptions, Ask } from './platform/http/index.ts';
import type { Mailer } from './platform/mail/index.ts';
import { createOutbound } from './platform/outbound/index.ts';
import { timestampAuthority } from './platform/pdf/index.ts';
import type { Log } from './platform/telemetry/log.ts';

/** What the application is made of. */
export interface Parts {
  readonly db: Database;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly baseUrl: string;
  readonly masterKey: Buffer;
  /** Where uploaded files wait to be imported. */
  readonly importFolder: string;
  /** Where archives are written, and by which login. */
  readonly exports: Pick<ExportParts, 'url' | 'folder' | 'secret'>;
  /** null: nothing to send with; `shows` lets everybody who reaches this server see what is kept. */
  readonly mail?: { readonly mailer: Mailer | null; readonly from: string; readonly shows: boolean };
  /** `host:port` inside the company that may be called although it is not public. */
  readonly outboundHosts?: readonly string[];
  /** Where the reference rates of currencies are fetched; the European Central Bank unless said otherwise. */
  readonly ratesUrl?: string;
  /** Where VAT numbers are asked about. */
  readonly viesUrl: string;
  /** Where Stripe is; its own address unless said otherwise. */
  readonly stripeUrl?: string;
  /** The authority signatures are time stamped by (RFC 3161); none unless set. */
  readonly timestampUrl?: string | undefined;
  /** Who seals documents; a key of our own unless said otherwise. */
  readonly seals?: StatementParts;
  readonly version: string;
  readonly rates: ApiOptions['rates'];
  readonly http?: Pick<ApiOptions, 'trustedProxies' | 'metricsToken' | 'isCurrent' | 'screens' | 'checkAnswers'>;
}

/** The rates of the last day it published, in its own words the source for reuse. */
const ECB_RATES = 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml';

export function exchangeParts({ db, clock, outboundHosts = [], ratesUrl = ECB_RATES }: Parts): ExchangeParts {
  return { db, now: clock, outbound: createOutbound({ trusted: outboundHosts }), ratesUrl };
}

export function webhookParts({ db, clock, masterKey, outboundHosts = [] }: Parts): WebhookParts {
  return {
    db,
    now: clock,
    sealer: createSealer(masterKey),
    outbound: createOutbound({ trusted: outboundHosts }),
    trustedHosts: outboundHosts,
  };
}

/** Stripe's own address, for transfers. */
const STRIPE = 'https://api.stripe.com';

export function transferParts({ db, clock, masterKey, stripeUrl = STRIPE }: Parts): TransferParts {
  return { db, now: clock, sealer: createSealer(masterKey), stripeUrl };
}

export function taxParts({ db, clock, masterKey, outboundHosts = [], viesUrl }: Parts): TaxParts {
  const outbound = createOutbound({ trusted: outboundHosts });
  return { db, now: clock, sealer: createSealer(masterKey), outbound, viesUrl };
}

export function qualificationParts(parts: Parts, invite: QualificationParts['invite']): QualificationParts {
  const { db, clock, masterKey, baseUrl } = parts;
  return {
    db,
    now: clock,
    sealer: createSealer(masterKey),
    linkKey: hmacSha256(masterKey, 'links of applications'),
    baseUrl,
    onApplied: writeConfirmation(messagingParts(parts)),
    invite,
  };
}

export function leavingParts({ db, clock, baseUrl, exports }: Parts, ask: Ask): LeavingJobParts {
  return { db, now: clock, baseUrl, folder: exports.folder, ask };
}

export function signatureParts(parts: Parts): SignatureParts {
  const { db, clock, masterKey, baseUrl, timestampUrl, outboundHosts = [] } = parts;
  const sealer = createSealer(masterKey);
  return {
    db,
    now: clock,
    ownSigner: (context) => signerFor(context, parts.seals ?? { sealer }),
    codeKey: hmacSha256(masterKey, 'codes of signers'),
    baseUrl,
    letters: writeToSigners(messagingParts(parts)),
    timestamper: timestampUrl === undefined ? null : timestampAuthority(timestampUrl, createOutbound({ trusted: outboundHosts })),
  };
}

export function messagingParts({ db, clock, masterKey, baseUrl, mail }: Parts): MessagingParts {
  return {
    db,
    now: clock,
    sealer: createSealer(masterKey),
    linkKey: hmacSha256(masterKey, 'links of mails'),
    baseUrl,
    mailer: mail?.mailer ?? null,
    from: mail?.from ?? 'cordee@localhost',
  };
}
