import type { FactBody, FactKind } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import { hash } from 'node:crypto';

/** A fact about to be recorded: everything but its place in the order. */
export interface FactDraft {
  readonly kind: FactKind;
  readonly source: string;
  readonly externalId: string;
  readonly occurredAt: Instant;
  readonly customer: CustomerDraft | null;
  readonly currency: string | null;
  readonly amount: bigint | null;
  /** The earlier fact this one is about, by the key its source gave it. */
  readonly target: FactKey | null;
  readonly body: FactBody;
  /** Refused when it asks for more than is left, as a person's mistake; a payment system's word is taken as far as it goes. */
  readonly strict: boolean;
  /** Clicks to look up and freeze in the body when the fact is recorded. */
  readonly clickId: string | null;
  readonly visitorId: string | null;
  /** Of what the sender sent: the same key with another input is a conflict. */
  readonly inputHash: Buffer;
}

export interface FactKey {
  readonly source: string;
  readonly externalId: string;
}

export interface CustomerDraft {
  readonly id: string;
  readonly externalId: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly country: string | null;
}

/** The company's own events share one name space per kind, whether they come by API, CSV or signed webhook. */
export function companySource(kind: FactKind): string {
  return `company/${kind}`;
}

/** First 16 bytes of the SHA-256 of the input as JSON with sorted keys: the same content in another order is the same input. */
export function inputHashOf(input: unknown): Buffer {
  return hash('sha256', stableJson(input), 'buffer').subarray(0, 16);
}

function stableJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(fields).sort()) {
    const entry = fields[key];
    if (entry === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${stableJson(entry)}`;
  }
  return `{${text}}`;
}
