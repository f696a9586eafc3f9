import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf } from '../../lib/api/queries.ts';
import type { Envelope } from '../../ui/signing/envelope-words.ts';

export type EnvelopeDetail = AnswerOf<'getEnvelope'>;
export type Verdict = AnswerOf<'verifyDocument'>;

const STATES = ['draft', 'sent', 'completed', 'refused', 'expired', 'cancelled'] as const satisfies readonly Envelope['state'][];
/** Drafts are the company's. */
export const statesOf: Readonly<Record<'company' | 'partner', readonly Envelope['state'][]>> = {
  company: STATES,
  partner: STATES.slice(1),
};

/** What the address of a list says; what it does not know is left out. */
export function searchOf({ open, state }: { open?: unknown; state?: unknown }) {
  return {
    open: typeof open === 'string' && open.startsWith('env_') ? open : undefined,
    state: STATES.find((known) => known === state),
  };
}

export const envelopesQuery = (partnerId: string | null, state: Envelope['state'] | undefined) =>
  pagesOf('listEnvelopes', {
    query: { limit: 50, ...(partnerId === null ? {} : { partnerId }), ...(state === undefined ? {} : { state }) },
  });
export const envelopeQuery = (id: string) => queryOf('getEnvelope', { params: { id } });

/** What a step changes elsewhere. */
export const touched = ['listEnvelopes', 'getEnvelope', 'getCharter', 'listCharters'] as const;
