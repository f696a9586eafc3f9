import type { EnterDestination } from '@cordee/contract/payout-rail';
import { maskedIban } from '@cordee/core/payment';
import type { WiseRecipient } from '@cordee/core/rail';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { AccountRecord } from './bank.store.ts';

/** Where a partner is paid, whole. */
export type Destination =
  | { readonly rail: 'sepa'; readonly iban: string }
  | ({ readonly rail: 'wise' } & Omit<WiseRecipient, 'holder'>)
  | { readonly rail: 'paypal'; readonly recipient: string }
  | { readonly rail: 'stripe'; readonly accountId: string };

/** Where an account leads. */
export function destinationOf({ rail, iban }: AccountRecord, sealer: Sealer): Destination {
  const text = sealer.open(iban);
  if (rail === 'wise') return { rail, ...(JSON.parse(text) as Omit<WiseRecipient, 'holder'>) };
  if (rail === 'paypal') return { rail, recipient: text };
  return rail === 'stripe' ? { rail, accountId: text } : { rail, iban: text };
}

/** What was entered, in the shape it is kept. */
export function enteredDestination(input: EnterDestination): Destination {
  if (input.rail === 'wise') {
    const { rail, email = null, receiverType, details } = input;
    const given = Object.entries(details).flatMap(([column, value]) => (value === undefined ? [] : [[column, value] as const]));
    return { rail, email, receiverType, details: Object.fromEntries(given) };
  }
  if (input.rail === 'paypal') return { rail: 'paypal', recipient: input.recipient };
  return { rail: 'stripe', accountId: input.accountId };
}

/** What is sealed. */
export function destinationText(to: Destination): string {
  if (to.rail === 'wise') return JSON.stringify({ email: to.email, receiverType: to.receiverType, details: to.details });
  if (to.rail === 'paypal') return to.recipient;
  return to.rail === 'stripe' ? to.accountId : to.iban;
}

/** What may be shown to somebody who need not know it. */
export function destinationHint(to: Destination): string {
  if (to.rail === 'sepa') return maskedIban(to.iban);
  if (to.rail === 'stripe') return `acct_••••${to.accountId.slice(-4)}`;
  if (to.rail === 'paypal') return maskedRecipient(to.recipient);
  const { IBAN, ...others } = to.details;
  if (IBAN !== undefined) return maskedIban(IBAN);
  const [first = ''] = [others['accountNumber'], others['clabe'], others['recipientId'], ...Object.values(others)].filter(
    Boolean,
  );
  return `•••• ${first.slice(-4)}`;
}

/** What two partners that are paid at the same place have in common: an IBAN is the same by whichever rail. */
export function sameness(to: Destination): string {
  if (to.rail === 'paypal') return `paypal ${to.recipient.toLowerCase()}`;
  if (to.rail === 'stripe') return `stripe ${to.accountId}`;
  if (to.rail === 'sepa') return to.iban;
  const { IBAN } = to.details;
  if (IBAN !== undefined) return IBAN;
  return JSON.stringify(Object.entries(to.details).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function maskedRecipient(recipient: string): string {
  const at = recipient.lastIndexOf('@');
  return at === -1 ? `•••• ${recipient.slice(-4)}` : `${recipient.slice(0, 1)}•••${recipient.slice(at)}`;
}
