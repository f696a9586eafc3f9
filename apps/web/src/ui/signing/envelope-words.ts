import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ItemOf } from '../../lib/api/queries.ts';

export type Envelope = ItemOf<'listEnvelopes'>;
export type EnvelopeSigner = Envelope['signers'][number];

type Words<Key extends string> = Readonly<Record<Key, MessageDescriptor>>;
type Tone = 'good' | 'wait' | 'bad' | 'calm';

export const envelopeWords: Words<Envelope['state']> = {
  draft: msg({ message: 'Not sent yet', context: 'envelope' }),
  sent: msg({ message: 'Being signed', context: 'envelope' }),
  completed: msg({ message: 'Signed by all', context: 'envelope' }),
  refused: msg({ message: 'Signature refused', context: 'envelope' }),
  expired: msg({ message: 'Time to sign over', context: 'envelope' }),
  cancelled: msg({ message: 'Sending cancelled', context: 'envelope' }),
};

export const envelopeTones: Readonly<Record<Envelope['state'], Tone>> = {
  draft: 'calm',
  sent: 'wait',
  completed: 'good',
  refused: 'bad',
  expired: 'bad',
  cancelled: 'calm',
};

export const signerWords: Words<EnvelopeSigner['state']> = {
  waiting: msg({ message: 'Waits for others to sign first', context: 'signer' }),
  invited: msg({ message: 'Link sent', context: 'signer' }),
  opened: msg({ message: 'Has opened the documents', context: 'signer' }),
  code_asked: msg({ message: 'Has asked for the code', context: 'signer' }),
  consented: msg({ message: 'Has agreed, not signed yet', context: 'signer' }),
  signed: msg({ message: 'Has signed', context: 'signer' }),
  refused: msg({ message: 'Has refused', context: 'signer' }),
  delegated: msg({ message: 'Replaced by somebody else', context: 'signer' }),
};

export const signerTones: Readonly<Record<EnvelopeSigner['state'], Tone>> = {
  waiting: 'calm',
  invited: 'wait',
  opened: 'wait',
  code_asked: 'wait',
  consented: 'wait',
  signed: 'good',
  refused: 'bad',
  delegated: 'calm',
};

export const signingSideWords: Words<EnvelopeSigner['side']> = {
  company: msg({ message: 'for the company', context: 'signer' }),
  partner: msg({ message: 'for the partner', context: 'signer' }),
};

/** Those whose turn it is and who have not signed. */
export function awaited({ state, signers }: Envelope): EnvelopeSigner[] {
  if (state !== 'sent') return [];
  return signers.filter((signer) => ['invited', 'opened', 'code_asked', 'consented'].includes(signer.state));
}

/** Whether somebody of it can still be put in another's place. */
export function isPending({ state }: EnvelopeSigner): boolean {
  return state !== 'signed' && state !== 'refused' && state !== 'delegated';
}
