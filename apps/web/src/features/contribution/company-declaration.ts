import type { Language } from '@cordee/contract/language';
import { formatInstant, isLocalDate, shiftDate, startOfDay } from '@cordee/core/time';
import type { InputOf } from '../../lib/api/call.ts';
import { filled } from '../../ui/form/use-contract-form.ts';
import type { Kind } from './contribution.queries.ts';
import { bodyOf, emptyDeclaration, fieldOf, type Declaration } from './declaration.ts';

/** What the company says besides: which customer it is, since when, and of a split which sale. */
export interface CompanyDeclaration extends Declaration {
  customerExternalId: string;
  customerCountry: string;
  occurredOn: string;
  saleEventId: string;
}

/** A partner's part of a split, as it is typed. */
export interface SplitPart {
  readonly key: number;
  readonly partnerId: string | null;
  readonly share: string;
}

type Body = InputOf<'declareContribution'>['body'];

interface Reading {
  readonly language: Language;
  readonly zone: string;
  /** In the zone; what is declared for today stands since now. */
  readonly today: string;
}

export function emptyCompanyDeclaration(currency: string): CompanyDeclaration {
  return { ...emptyDeclaration('', currency), customerExternalId: '', customerCountry: '', occurredOn: '', saleEventId: '' };
}

/** What is sent for what was typed, of the kind chosen, for an enrollment or for the parts of a split. */
export function companyBodyOf(
  kind: Kind,
  typed: CompanyDeclaration,
  parties: {
    readonly enrollmentId: string;
    readonly shares: readonly { readonly enrollmentId: string; readonly share: string }[];
  },
  reading: Reading,
): Body {
  const { zone, today } = reading;
  const { customerExternalId, customerName, customerEmail, customerCountry, occurredOn, validUntil, saleEventId } = typed;
  const common = {
    customer: filled({
      externalId: customerExternalId.trim(),
      name: customerName,
      email: customerEmail,
      country: customerCountry,
    }),
    ...filled({ description: typed.description, evidenceUrl: typed.evidenceUrl }),
    ...(isLocalDate(occurredOn) && occurredOn !== today ? { occurredAt: formatInstant(startOfDay(occurredOn, zone)) } : {}),
    // Its last day is whole.
    ...(isLocalDate(validUntil) ? { validUntil: formatInstant(startOfDay(shiftDate(validUntil, 1), zone)) } : {}),
  };
  if (kind !== 'agreement') {
    const own = bodyOf(kind, { ...typed, enrollmentId: parties.enrollmentId }, reading);
    return { ...own, ...common };
  }
  const shares = parties.shares.map(({ enrollmentId, share }) => ({ enrollmentId, share: shareOf(share) }));
  return { kind, ...common, shares, ...filled({ saleEventId: saleEventId.trim() }) };
}

/** A part as it is sent: a bare number is a percentage, a comma is a point. */
export function shareOf(typed: string): string {
  const text = typed.replaceAll(/\s/g, '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(text) ? `${text}%` : text;
}

/** The field of the form that a fault of the body belongs to. */
export function companyFieldOf(path: string): string {
  const part = /^shares\[(\d+)\](?:\.(\w+))?$/.exec(path);
  if (part !== null) return part[2] === 'share' ? `share${part[1] ?? ''}` : `partner${part[1] ?? ''}`;
  if (path === 'customer.externalId') return 'customerExternalId';
  if (path === 'customer.country') return 'customerCountry';
  return path === 'occurredAt' ? 'occurredOn' : fieldOf(path);
}
