import { resolve } from 'node:path';
import type { Bilingual } from '@cordee/contract/language';
import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const perMinute = z.coerce.number().int().min(0).max(100_000_000);

/** Every setting, read from the environment; the defaults make `npm start` work on a bare machine. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
  CORDEE_DATA: z.string().min(1).default('data'),
  CORDEE_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  CORDEE_SECRET: z.string().min(16).optional(),
  CORDEE_DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(16),
  /** Addresses or ranges of reverse proxies whose X-Forwarded-* headers are believed; none unless set. */
  CORDEE_TRUSTED_PROXIES: z.string().optional(),
  CORDEE_METRICS_TOKEN: z.string().min(16).optional(),
  /** The mail server; without one mails are kept, and shown on a developer's machine. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The address mails come from. */
  CORDEE_MAIL_FROM: z.email().optional(),
  NODE_ENV: z.string().optional(),
  /** `host:port` of systems inside the company that webhooks may be sent to, over http too; public https addresses need no mention. */
  CORDEE_OUTBOUND_HOSTS: z.string().optional(),
  /** The authority signatures are time stamped by (RFC 3161). */
  CORDEE_TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Whoever seals statements and invoices elsewhere: all three, or none. */
  CORDEE_SEAL_URL: z.url({ protocol: /^https?$/ }).optional(),
  CORDEE_SEAL_SECRET: z.string().min(16).optional(),
  CORDEE_SEAL_CERTIFICATE: z.string().optional(),
  /** The authority statements and invoices are time stamped by (RFC 3161). */
  CORDEE_SEAL_TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  CORDEE_RATES_URL: z.url().optional(),
  CORDEE_STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where VAT numbers are asked about; its test service is `…/rest-api/check-vat-test-service`. */
  CORDEE_VIES_URL: z.url({ protocol: /^https?$/ }).default('https://ec.europa.eu/taxation_customs/vies/rest-api'),
  CORDEE_RATE_DEFAULT: perMinute.default(600),
  CORDEE_RATE_TRACK: perMinute.default(6000),
  CORDEE_RATE_AUTH: perMinute.default(10),
  /** How long /readyz says no before the port closes, so that a load balancer looks elsewhere. */
  CORDEE_DRAIN_MS: z.coerce.number().int().min(0).max(120_000).default(0),
  CORDEE_WORKER: flag.default(true),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

/** Who seals documents, and who stamps the time on them. */
export interface SealConfig {
  /** null: a key of our own. */
  readonly signer: { readonly url: string; readonly secret: string; readonly certificateFile: string } | null;
  readonly timestampUrl: string | null;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** null: the embedded server in `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly databaseConnections: number;
  /** Absolute. */
  readonly dataFolder: string;
  /** Without a slash at its end; null: made of host and port once listening. */
  readonly baseUrl: string | null;
  readonly secret: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly metricsToken: string | null;
  readonly outboundHosts: readonly string[];
  /** null: the European Central Bank's own address. */
  readonly ratesUrl: string | null;
  readonly timestampUrl: string | null;
  readonly seal: SealConfig;
  /** null: Stripe's own address. */
  readonly stripeUrl: string | null;
  /** Without a slash at its end. */
  readonly viesUrl: string;
  readonly smtpUrl: string | null;
  /** null: `cordee@` and the host of the base URL. */
  readonly mailFrom: string | null;
  readonly isProduction: boolean;
  /** Requests a minute; 0 lifts the limit. */
  readonly rates: { readonly default: number; readonly track: number; readonly auth: number };
  readonly drainMs: number;
  readonly worker: boolean;
  readonly logLevel: string;
}

/** The environment holds something that cannot be used; names the variables. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly sentence: Bilingual;

  constructor(variables: readonly string[]) {
    const list = variables.join(', ');
    const sentence = {
      en: `Correct these environment variables: ${list}.`,
      fr: `Corrigez ces variables d'environnement : ${list}.`,
    };
    super(sentence.en);
    this.sentence = sentence;
  }
}

/** Empty variables count as absent. Throws ConfigError, which lists every faulty one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`));
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    databaseConnections: values.CORDEE_DATABASE_CONNECTIONS,
    dataFolder: resolve(values.CORDEE_DATA),
    baseUrl: values.CORDEE_BASE_URL?.replace(/\/+$/, '') ?? null,
    secret: values.CORDEE_SECRET,
    trustedProxies: listed(values.CORDEE_TRUSTED_PROXIES),
    metricsToken: values.CORDEE_METRICS_TOKEN ?? null,
    outboundHosts: listed(values.CORDEE_OUTBOUND_HOSTS),
    timestampUrl: values.CORDEE_TSA_URL ?? null,
    seal: { signer: sealSigner(values), timestampUrl: values.CORDEE_SEAL_TSA_URL ?? null },
    ratesUrl: values.CORDEE_RATES_URL ?? null,
    stripeUrl: values.CORDEE_STRIPE_API_URL ?? null,
    viesUrl: values.CORDEE_VIES_URL.replace(/\/+$/, ''),
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.CORDEE_MAIL_FROM ?? null,
    isProduction: values.NODE_ENV === 'production',
    rates: { default: values.CORDEE_RATE_DEFAULT, track: values.CORDEE_RATE_TRACK, auth: values.CORDEE_RATE_AUTH },
    drainMs: values.CORDEE_DRAIN_MS,
    worker: values.CORDEE_WORKER,
    logLevel: values.LOG_LEVEL,
  };
}

function sealSigner(values: z.output<typeof environment>): SealConfig['signer'] {
  const given = {
    CORDEE_SEAL_URL: values.CORDEE_SEAL_URL,
    CORDEE_SEAL_SECRET: values.CORDEE_SEAL_SECRET,
    CORDEE_SEAL_CERTIFICATE: values.CORDEE_SEAL_CERTIFICATE,
  };
  const { CORDEE_SEAL_URL: url, CORDEE_SEAL_SECRET: secret, CORDEE_SEAL_CERTIFICATE: certificateFile } = given;
  if (url === undefined && secret === undefined && certificateFile === undefined) return null;
  // Half a signer would seal with a key of our own while the operator believes otherwise.
  if (url === undefined || secret === undefined || certificateFile === undefined) {
    throw new ConfigError(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [`${name} (missing)`] : [])));
  }
  return { url, secret, certificateFile: resolve(certificateFile) };
}

function listed(text = ''): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}
