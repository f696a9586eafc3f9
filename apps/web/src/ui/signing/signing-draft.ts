import { formatInstant, localDateOf, shiftDate, startOfDay, type Instant } from '@cordee/core/time';
import type { Language } from '@cordee/contract/language';
import type { InputOf } from '../../lib/api/call.ts';

type SigningSide = 'company' | 'partner';

export interface SignerDraft {
  /** Of its line on the screen. */
  readonly key: number;
  readonly name: string;
  readonly email: string;
  readonly side: SigningSide;
  readonly language: Language;
}

/** Who signs, in which order and until when, as it is being typed. */
export interface SigningDraft {
  readonly signers: readonly SignerDraft[];
  readonly order: 'sequence' | 'parallel';
  /** The last day on which one can sign; a local date. */
  readonly until: string;
  /** To the signers; may stay empty. */
  readonly message: string;
}

const usualDays = 14;

/** Two weeks, and one line a side where nobody is known. */
export function newSigning(known: readonly Omit<SignerDraft, 'key'>[], now: Instant, zone: string): SigningDraft {
  const nobody = { name: '', email: '', language: 'fr' } as const;
  const sides = (['company', 'partner'] as const).flatMap((side) => {
    const own = known.filter((one) => one.side === side);
    return own.length > 0 ? own : [{ ...nobody, side }];
  });
  const signers = sides.map((signer, index) => ({ ...signer, key: index + 1 }));
  return { signers, order: 'sequence', until: shiftDate(localDateOf(now, zone), usualDays), message: '' };
}

/** As it is sent: the last day ends at its midnight, in the zone of the company. */
export function signingBody(
  { signers, order, until, message }: SigningDraft,
  zone: string,
): Pick<InputOf<'createEnvelope'>['body'], 'signers' | 'order' | 'expiresAt' | 'message'> {
  return {
    order,
    message: message.trim() === '' ? null : message.trim(),
    expiresAt: formatInstant(startOfDay(shiftDate(until, 1), zone)),
    signers: signers.map(({ key: _key, name, email, ...rest }) => ({ ...rest, name: name.trim(), email: email.trim() })),
  };
}

/** Whether everything is there that sending needs; what of it is wrong the server says. */
export function isComplete({ signers, until }: SigningDraft): boolean {
  return until !== '' && signers.length > 0 && signers.every(({ name, email }) => name.trim() !== '' && email.trim() !== '');
}

/** The line at `index` moved by one place, or as it was at an end. */
export function moved<Item>(items: readonly Item[], index: number, by: 1 | -1): readonly Item[] {
  const other = index + by;
  if (other < 0 || other >= items.length) return items;
  return items.map((item, place) => (place === index ? items[other] : place === other ? items[index] : item)) as Item[];
}
