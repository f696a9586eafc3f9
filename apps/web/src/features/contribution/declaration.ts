import type { Language } from '@cordee/contract/language';
import { parseAmount } from '@cordee/core/money';
import { formatInstant, isLocalDate, shiftDate, startOfDay } from '@cordee/core/time';
import type { InputOf } from '../../lib/api/call.ts';
import { filled } from '../../ui/form/use-contract-form.ts';
import type { OwnKind } from './contribution.queries.ts';

/** What the form holds, of all kinds: changing the kind loses nothing. */
export interface Declaration extends Record<string, unknown> {
  enrollmentId: string;
  customerName: string;
  customerEmail: string;
  products: string;
  expectedAmount: string;
  currency: string;
  validUntil: string;
  introducedTo: string;
  leadName: string;
  consent: boolean;
  consentHow: string;
  nature: string;
  quantity: string | number;
  unit: string;
  description: string;
  evidenceUrl: string;
}

type Body = InputOf<'declareContribution'>['body'];

export function emptyDeclaration(enrollmentId: string, currency: string): Declaration {
  const texts = { products: '', expectedAmount: '', validUntil: '', introducedTo: '', leadName: '', consentHow: '' };
  const others = { nature: 'content', quantity: '', unit: '', description: '', evidenceUrl: '' };
  return { enrollmentId, customerName: '', customerEmail: '', currency, consent: false, ...texts, ...others };
}

/** What is sent for what was typed, of the kind chosen. What cannot be read is sent as typed, so that the contract says so. */
export function bodyOf(kind: OwnKind, typed: Declaration, reading: { readonly language: Language; readonly zone: string }): Body {
  const common = {
    kind,
    enrollmentId: typed.enrollmentId,
    customer: filled({ name: typed.customerName, email: typed.customerEmail }),
    ...filled({ description: typed.description, evidenceUrl: typed.evidenceUrl }),
  };
  // The contract's schema checks it before it is sent.
  return { ...common, ...ownFields(kind, typed, reading) } as Body;
}

function ownFields(kind: OwnKind, typed: Declaration, { language, zone }: { language: Language; zone: string }): object {
  if (kind === 'introduction') return filled({ introducedTo: typed.introducedTo });
  if (kind === 'contribution') return { nature: typed.nature, ...filled({ quantity: typed.quantity, unit: typed.unit }) };
  if (kind === 'lead') {
    return { ...filled({ name: typed.leadName }), consent: { given: typed.consent, ...filled({ how: typed.consentHow }) } };
  }
  const products = typed.products
    .split(',')
    .map((product) => product.trim())
    .filter((product) => product !== '');
  const amount = typed.expectedAmount.trim();
  const minor = amount === '' ? null : parseAmount(amount, typed.currency, language === 'fr' ? 'comma' : 'auto');
  return {
    ...(products.length === 0 ? {} : { products }),
    ...(amount === '' ? {} : { expectedAmount: minor === null ? amount : Number(minor), currency: typed.currency }),
    // Its last day is whole.
    ...(isLocalDate(typed.validUntil) ? { validUntil: formatInstant(startOfDay(shiftDate(typed.validUntil, 1), zone)) } : {}),
  };
}

const FIELDS: Readonly<Record<string, string>> = {
  customer: 'customerName',
  'customer.name': 'customerName',
  'customer.email': 'customerEmail',
  name: 'leadName',
  consent: 'consent',
  'consent.given': 'consent',
  'consent.how': 'consentHow',
};

/** The field of the form that a fault of the body belongs to. */
export function fieldOf(path: string): string {
  return FIELDS[path] ?? path.split('.')[0] ?? path;
}
