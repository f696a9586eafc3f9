import type { Instant } from '../time/index.ts';

export const envelopeStates = ['draft', 'sent', 'completed', 'refused', 'expired', 'cancelled'] as const;
export type EnvelopeState = (typeof envelopeStates)[number];

export const signerStates = [
  'waiting',
  'invited',
  'opened',
  'code_asked',
  'consented',
  'signed',
  'refused',
  'delegated',
] as const;
export type SignerState = (typeof signerStates)[number];

/** One who is to sign. Those of the same turn are asked together; a turn begins once the one before has signed. */
export interface Signer {
  readonly id: string;
  readonly turn: number;
  readonly state: SignerState;
  /** Who gave its place to this one: such a place is not given on again. */
  readonly delegatedFrom: string | null;
  /** Until when its consent holds without signing; null without consent. */
  readonly consentUntil: Instant | null;
}

/** Documents on their way through signatures. */
export interface Envelope {
  readonly state: EnvelopeState;
  readonly expiresAt: Instant;
  readonly signers: readonly Signer[];
  /** SHA-256 of each document as it stands, in hexadecimal: all that was signed so far included. */
  readonly documents: readonly string[];
}

/** What is done to an envelope, by its maker, one of its signers, or the clock. */
export type EnvelopeStep =
  | { readonly kind: 'send' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'expire' }
  | { readonly kind: 'remind'; readonly signer: string }
  | { readonly kind: 'open'; readonly signer: string }
  | { readonly kind: 'ask_code'; readonly signer: string }
  | { readonly kind: 'consent'; readonly signer: string }
  | { readonly kind: 'sign'; readonly signer: string; readonly shown: readonly string[]; readonly signed: readonly string[] }
  | { readonly kind: 'refuse'; readonly signer: string }
  | { readonly kind: 'delegate'; readonly signer: string; readonly to: string }
  /** By the maker: somebody else signs in this place, whether or not its turn has come. */
  | { readonly kind: 'replace'; readonly signer: string; readonly to: string };

export const stepFaults = [
  'not_draft',
  'nothing_to_sign',
  'nobody_to_sign',
  'not_sent',
  'over',
  'expired',
  'not_expired',
  'unknown_signer',
  'not_your_turn',
  'already_signed',
  'signer_done',
  'no_code_asked',
  'no_consent',
  'document_changed',
  'already_delegated',
] as const;
/** Why a step is not taken. */
export type StepFault = (typeof stepFaults)[number];

/** The envelope after the step, with those who are to be invited now; or why it stays as it is. */
export type Stepped = { readonly envelope: Envelope; readonly invited: readonly string[] } | { readonly fault: StepFault };

/** How long a consent may wait for its signature: who was away longer is asked again. */
export const CONSENT_MS = 30 * 60_000;

/** Turns of so many signers: one after the other, or all in the first. */
export function turnsOf(order: 'sequence' | 'parallel', count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (order === 'sequence' ? index + 1 : 1));
}

/** Takes a step at an instant. Nothing but what is answered follows from it. */
export function stepEnvelope(envelope: Envelope, step: EnvelopeStep, at: Instant): Stepped {
  switch (step.kind) {
    case 'send':
      return send(envelope, at);
    case 'cancel':
      return envelope.state === 'draft' || envelope.state === 'sent'
        ? stay({ ...envelope, state: 'cancelled' })
        : { fault: 'over' };
    case 'expire':
      if (envelope.state !== 'sent') return { fault: envelope.state === 'draft' ? 'not_sent' : 'over' };
      return at < envelope.expiresAt ? { fault: 'not_expired' } : stay({ ...envelope, state: 'expired' });
    default:
      return stepOfSigner(envelope, step, at);
  }
}

type SignerStep = Exclude<EnvelopeStep, { readonly kind: 'send' | 'cancel' | 'expire' }>;

function stepOfSigner(envelope: Envelope, step: SignerStep, at: Instant): Stepped {
  const signer = envelope.signers.find(({ id }) => id === step.signer);
  if (signer === undefined) return { fault: 'unknown_signer' };
  const fault = faultOf(envelope, signer, at);
  if (fault !== null && !(fault === 'not_your_turn' && step.kind === 'replace')) return { fault };
  switch (step.kind) {
    case 'remind':
      return stay(envelope);
    case 'open':
      return signer.state === 'invited' ? change(envelope, signer, { state: 'opened' }) : stay(envelope);
    case 'ask_code':
      return change(envelope, signer, { state: 'code_asked', consentUntil: null });
    case 'consent':
      if (signer.state !== 'code_asked') return { fault: 'no_code_asked' };
      return change(envelope, signer, { state: 'consented', consentUntil: at + CONSENT_MS });
    case 'sign':
      return sign(envelope, signer, step, at);
    case 'refuse':
      return stay({ ...changed(envelope, signer, { state: 'refused', consentUntil: null }), state: 'refused' });
    case 'delegate':
      return signer.delegatedFrom === null ? give(envelope, signer, step.to) : { fault: 'already_delegated' };
    case 'replace':
      return give(envelope, signer, step.to);
    default:
      return step satisfies never;
  }
}

function send(envelope: Envelope, at: Instant): Stepped {
  if (envelope.state !== 'draft') return { fault: 'not_draft' };
  if (envelope.documents.length === 0) return { fault: 'nothing_to_sign' };
  if (envelope.signers.length === 0) return { fault: 'nobody_to_sign' };
  if (at >= envelope.expiresAt) return { fault: 'expired' };
  return inviteNext({ ...envelope, state: 'sent' });
}

/** Why this signer may do nothing now; the first thing in the way is told. */
function faultOf(envelope: Envelope, { state }: Signer, at: Instant): StepFault | null {
  if (state === 'signed') return 'already_signed';
  if (envelope.state === 'draft') return 'not_sent';
  if (envelope.state === 'expired') return 'expired';
  if (envelope.state !== 'sent') return 'over';
  if (at >= envelope.expiresAt) return 'expired';
  if (state === 'waiting') return 'not_your_turn';
  return state === 'refused' || state === 'delegated' ? 'signer_done' : null;
}

function sign(
  envelope: Envelope,
  signer: Signer,
  { shown, signed }: Extract<EnvelopeStep, { readonly kind: 'sign' }>,
  at: Instant,
): Stepped {
  if (signer.state !== 'consented' || signer.consentUntil === null || at >= signer.consentUntil) return { fault: 'no_consent' };
  if (!isSame(shown, envelope.documents) || signed.length !== shown.length) return { fault: 'document_changed' };
  return inviteNext({ ...changed(envelope, signer, { state: 'signed', consentUntil: null }), documents: signed });
}

/** The place goes to somebody else, who is invited now if its turn has come. */
function give(envelope: Envelope, signer: Signer, to: string): Stepped {
  const isWaiting = signer.state === 'waiting';
  const left = changed(envelope, signer, { state: 'delegated', consentUntil: null });
  const state = isWaiting ? 'waiting' : 'invited';
  const other: Signer = { id: to, turn: signer.turn, state, delegatedFrom: signer.id, consentUntil: null };
  return { envelope: { ...left, signers: [...left.signers, other] }, invited: isWaiting ? [] : [to] };
}

/** Invites the earliest turn in which somebody has yet to sign; without one all is done. */
function inviteNext(envelope: Envelope): Stepped {
  const left = envelope.signers.filter(({ state }) => state !== 'signed' && state !== 'delegated');
  if (left.length === 0) return stay({ ...envelope, state: 'completed' });
  const turn = Math.min(...left.map((signer) => signer.turn));
  const invited = left.filter((signer) => signer.turn === turn && signer.state === 'waiting').map(({ id }) => id);
  const signers = envelope.signers.map((signer): Signer => {
    return invited.includes(signer.id) ? { ...signer, state: 'invited' } : signer;
  });
  return { envelope: { ...envelope, signers }, invited };
}

function stay(envelope: Envelope): Stepped {
  return { envelope, invited: [] };
}

function change(envelope: Envelope, signer: Signer, to: Partial<Signer>): Stepped {
  return stay(changed(envelope, signer, to));
}

function changed(envelope: Envelope, { id }: Signer, to: Partial<Signer>): Envelope {
  return { ...envelope, signers: envelope.signers.map((signer) => (signer.id === id ? { ...signer, ...to } : signer)) };
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}
