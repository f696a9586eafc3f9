import type { Language } from '@cordee/contract/language';
import { parseAmount } from '@cordee/core/money';
import { isLocalDate, type Instant } from '@cordee/core/time';
import type { InputOf } from '../../lib/api/call.ts';
import { filled } from '../../ui/form/use-contract-form.ts';
import type { ClaimKind } from './claim.queries.ts';
import { endOfDay } from './end-of-day.ts';

/** What the form of a new claim holds, of all kinds: changing the kind loses nothing. */
export interface ClaimDraft extends Record<string, unknown> {
  enrollmentId: string;
  what: string;
  day: string;
  eventId: string;
  customerName: string;
  customerEmail: string;
  amount: string;
  currency: string;
  text: string;
  links: string;
}

export interface Reading {
  readonly language: Language;
  readonly zone: string;
  readonly now: Instant;
}

type Body = InputOf<'openClaim'>['body'];
type Target = Pick<Body, 'factId' | 'commissionId' | 'contributionId'>;

export function emptyDraft(enrollmentId: string, currency: string): ClaimDraft {
  const texts = { day: '', eventId: '', customerName: '', customerEmail: '', amount: '', text: '', links: '' };
  return { enrollmentId, what: 'sale', currency, ...texts };
}

/** The target that an address names, by the kind of its id; none for `new`. */
export function targetOf(contest: string): Target {
  if (contest.startsWith('fct_')) return { factId: contest };
  if (contest.startsWith('com_')) return { commissionId: contest };
  return contest.startsWith('ctb_') ? { contributionId: contest } : {};
}

/** What may be said of a target: of nothing in particular that it is missing, or was shared. */
export function kindsOf({ factId, commissionId, contributionId }: Target): ClaimKind[] {
  if (contributionId !== undefined) return ['rejected'];
  if (commissionId !== undefined) return ['rejected', 'wrong', 'split'];
  return factId === undefined ? ['missing', 'split'] : ['wrong', 'rejected', 'split'];
}

/** What is sent for what was typed. What cannot be read is sent as typed, so that the contract says so. */
export function bodyOf(kind: ClaimKind, target: Target, typed: ClaimDraft, reading: Reading): Body {
  const said = { kind, enrollmentId: typed.enrollmentId, ...target, text: typed.text, links: linksOf(typed.links) };
  if (Object.keys(target).length > 0) return said;
  const customer = filled({ name: typed.customerName, email: typed.customerEmail });
  const expected = {
    what: typed.what,
    occurredAt: isLocalDate(typed.day) ? endOfDay(typed.day, reading.zone, reading.now) : typed.day,
    ...filled({ eventId: typed.eventId.trim() }),
    ...(Object.keys(customer).length === 0 ? {} : { customer }),
    ...(typed.what === 'lead' ? {} : amountOf(typed.amount, typed.currency, reading.language)),
  };
  return { ...said, expected } as Body;
}

/** An amount as it was typed with its currency; nothing when nothing was typed. */
export function amountOf(typed: string, currency: string, language: Language): { amount?: number; currency?: string } {
  const text = typed.trim();
  if (text === '') return {};
  const minor = parseAmount(text, currency, language === 'fr' ? 'comma' : 'auto');
  return { amount: minor === null ? (text as never) : Number(minor), currency };
}

/** One address a line. */
export function linksOf(typed: string): string[] {
  return typed.split(/\s+/).filter((link) => link !== '');
}

const FIELDS: Readonly<Record<string, string>> = {
  expected: 'day',
  'expected.occurredAt': 'day',
  'expected.eventId': 'eventId',
  'expected.customer.name': 'customerName',
  'expected.customer.email': 'customerEmail',
  'expected.amount': 'amount',
  'expected.currency': 'currency',
};

/** The field of the form that a fault of the body belongs to. */
export function fieldOf(path: string): string {
  return FIELDS[path] ?? /^(?:links|files)/.exec(path)?.[0] ?? path;
}

/** What is told of a field that shows texts only. */
export function textOf(told: unknown): string | null {
  return typeof told === 'string' ? told : null;
}
