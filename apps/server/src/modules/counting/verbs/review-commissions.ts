import type { ReviewAnswer, ReviewCommissions } from '@cordee/contract/commission-review';
import type { Bilingual } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { write } from '../../../platform/verb.ts';
import { mayReview } from '../counting.policy.ts';
import { recordReviews, type ReviewResult } from '../review/record-reviews.ts';

/**
 * Approves, holds, lets go or refuses commissions, each by itself: the answer has an outcome for every id, and what is impossible
 * keeps none of the others back. Refuses `unavailable` while a large import is being counted.
 */
export function reviewCommissions(context: Context, input: ReviewCommissions): Promise<Wire<ReviewAnswer>> {
  const { action, reason = null } = input;
  mayReview(context.actor, action);
  const ids = [...new Set(input.commissionIds)];
  return write(context, async (tx) => {
    const decisions = ids.map((commissionId) => ({ commissionId, action, reason }));
    const results = await recordReviews(tx, context.workspaceId, context.now(), decisions);
    const outcomes = ids.map((id, index) => outcomeOf(id, results[index], context));
    const done = outcomes.filter(({ outcome }) => outcome === 'done');
    const result = { done: done.length, outcomes };
    const [first] = done;
    if (first === undefined) return { result, audit: null };
    const commissions = done.map(({ commissionId }) => commissionId);
    const subject = done.length === 1 ? first.commissionId : (first.factId ?? first.commissionId);
    return { result, audit: { action: 'commission.reviewed', subject, after: { action, reason, commissions } } };
  });
}

type Outcome = Wire<ReviewAnswer>['outcomes'][number];

function outcomeOf(id: string, result: ReviewResult | undefined, { language }: Context): Outcome {
  if (result === undefined) throw new Error('a decision got lost');
  const { verdict, status, factId } = result;
  const commissionId = encodeId('com', id);
  if (verdict === 'done' || verdict === 'unchanged') return { commissionId, outcome: verdict, status, factId, because: null };
  const because = { code: verdict, text: impossible[verdict][language] };
  return { commissionId, outcome: 'impossible', status, factId, because };
}

const impossible = {
  not_found: {
    en: 'There is no such commission: check the id and the workspace.',
    fr: "Cette commission n'existe pas : vérifiez l'identifiant et l'espace.",
  },
  in_payout: {
    en: 'It is part of a payout under way and can no longer be held; it can be refused.',
    fr: 'Elle fait partie d’un versement en cours et ne peut plus être bloquée ; elle peut être refusée.',
  },
  paid: {
    en: 'It was paid and can no longer be held; refused, it is made up by the next payout.',
    fr: 'Elle a été versée et ne peut plus être bloquée ; refusée, elle est compensée par le prochain versement.',
  },
  reversed: {
    en: 'It was taken back in full: nothing of it is left to decide about.',
    fr: 'Elle a été reprise en totalité : il n’en reste rien à décider.',
  },
} as const satisfies Record<string, Bilingual>;
