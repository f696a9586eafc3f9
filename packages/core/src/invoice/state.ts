import type { Instant } from '../time/index.ts';

/** A document that the company makes out begins as `issued`; one that a partner sends begins as `submitted`. */
export const invoiceStates = [
  'issued',
  'delivered',
  'accepted',
  'tacitly_accepted',
  'contested',
  'credited',
  'submitted',
  'refused',
] as const;
export type InvoiceState = (typeof invoiceStates)[number];

export const invoiceSteps = ['deliver', 'accept', 'accept_tacitly', 'contest', 'credit', 'refuse'] as const;
export type InvoiceStep = (typeof invoiceSteps)[number];

const after: Readonly<Record<InvoiceStep, { readonly from: readonly InvoiceState[]; readonly to: InvoiceState }>> = {
  deliver: { from: ['issued'], to: 'delivered' },
  accept: { from: ['issued', 'delivered', 'contested', 'submitted'], to: 'accepted' },
  accept_tacitly: { from: ['delivered'], to: 'tacitly_accepted' },
  contest: { from: ['issued', 'delivered'], to: 'contested' },
  credit: { from: ['issued', 'delivered', 'accepted', 'tacitly_accepted', 'contested'], to: 'credited' },
  refuse: { from: ['submitted'], to: 'refused' },
};

export interface InvoiceStanding {
  readonly state: InvoiceState;
  /** When the days to contest are over; null while nobody was given it. */
  readonly contestUntil: Instant | null;
}

/** What a document is after a step; null when the step cannot follow: another state, or the days to contest are over, or not over yet. */
export function invoiceAfter({ state, contestUntil }: InvoiceStanding, step: InvoiceStep, now: Instant): InvoiceState | null {
  const { from, to } = after[step];
  if (!from.includes(state)) return null;
  const isOver = contestUntil !== null && contestUntil <= now;
  if (step === 'contest' && isOver) return null;
  return step === 'accept_tacitly' && !isOver ? null : to;
}
