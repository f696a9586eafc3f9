import { annexedArticle } from '@cordee/core/charter';
import { isContribution, type Fact, type Reversal, type Terms, type Touchpoint } from '@cordee/core/counting';
import type { NamedCommission, NamedTouch, WhyInput } from '@cordee/core/explanation';
import { encodeId, transactionId } from '@cordee/core/ids';
import type { Tx } from '../../../platform/db/index.ts';
import { charterAt, type CharterOfDay } from '../../charter/index.ts';
import { loadTermsVersion, referenceOf } from '../../fact/index.ts';
import { partnerNames } from '../../partner/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { loadOutcome, type StoredCommission, type StoredOutcome } from '../counted.store.ts';
import { asSeenBy } from '../own-outcome.ts';
import { toldReviewNeed, toldReviews, type ToldReview } from '../review/told-reviews.ts';
import { clauseTextOf, loadCited, namedChanges, namedReversals, type Cited } from './load-cited.ts';
import { loadLaterReversals, loadTouches, loadVersions, type CitedVersion } from '../why.store.ts';

interface Story {
  readonly fact: Fact;
  readonly terms: Terms;
  readonly touches: readonly Touchpoint[];
  readonly outcome: StoredOutcome | null;
  /** Its own, then those later facts made of it. */
  readonly reversals: readonly Reversal[];
  readonly cited: Cited;
  readonly reviews: readonly ToldReview[];
}

/** Everything that explains a fact, as far as this partner (null: the company) may see it. */
export async function loadWhy(tx: Tx, workspaceId: string, fact: Fact, own: string | null): Promise<WhyInput> {
  const story = await loadStory(tx, workspaceId, fact, own);
  const { outcome, terms } = story;
  const commissions = outcome?.commissions ?? [];
  const versionIds = [...commissions, ...story.cited.commissions.values()].map(({ planVersionId }) => planVersionId);
  const decidedBy = outcome?.decision.planVersionId ?? null;
  const versions = await loadVersions(tx, workspaceId, decidedBy === null ? versionIds : [...versionIds, decidedBy]);
  const names = await partnerNames(tx, workspaceId, [...new Set(partnersOf(story))]);
  const earning = [...new Set(commissions.map(({ partnerId }) => partnerId))];
  const charters = await charterAt(tx, workspaceId, earning, fact.occurredAt);
  const nameOf = (partnerId: string) => names.get(partnerId) ?? encodeId('prt', partnerId);
  const program = terms.programs.get(outcome?.decision.programId ?? '')?.name;
  const plan = versions.get(decidedBy ?? '')?.planName;
  const agreement = decidedByOf(outcome, 'customer_agreement');
  const claim = decidedByOf(outcome, 'claim');
  return {
    fact: { ...fact, ...referenceOf(fact) },
    zone: terms.zone,
    decision: outcome === null ? null : withTypedTouches(outcome.decision),
    touches: story.touches.map((touch) => namedTouch(touch, terms, nameOf)),
    commissions: commissions.map((commission) => ({
      ...namedCommission(commission, versions.get(commission.planVersionId), nameOf, commissions),
      charter: annexedIn(commission, charters.get(commission.partnerId)),
    })),
    reversals: namedReversals(fact, story.reversals, story.cited, versions, nameOf),
    changes: namedChanges(story.cited, own, versions, nameOf),
    reviews: story.reviews.map(({ partnerId, ...review }) => ({ ...review, partnerName: nameOf(partnerId) })),
    ...contributionOf(fact),
    ...(fact.body.exchange === undefined ? {} : { exchange: fact.body.exchange }),
    ...(fact.body.invoice === undefined ? {} : { invoice: fact.body.invoice }),
    transactions: transactionsOf(fact, outcome),
    names: {
      ...(program === undefined ? {} : { program }),
      ...(plan === undefined ? {} : { plan }),
      ...(agreement === null ? {} : { agreement: encodeId('ctb', agreement) }),
      ...(claim === null ? {} : { claim: encodeId('clm', claim) }),
      partners: Object.fromEntries(names),
    },
  };
}

async function loadStory(tx: Tx, workspaceId: string, fact: Fact, own: string | null): Promise<Story> {
  const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
  const all = await loadTouches(tx, workspaceId, fact, terms);
  const isOwn = (touch: Touchpoint) => own === null || terms.enrollments.get(touch.enrollmentId)?.partnerId === own;
  const touches = all.filter(isOwn);
  const stored = await loadOutcome(tx, workspaceId, fact.seq);
  const outcome = stored === null ? null : asSeenBy(own, stored, (id) => touches.some((touch) => touch.id === id));
  const later = (await loadLaterReversals(tx, workspaceId, fact.seq)).filter(
    ({ partnerId }) => own === null || partnerId === own,
  );
  const reversals = [...(outcome?.reversals ?? []), ...later];
  const cited = await loadCited(tx, workspaceId, fact, terms, reversals);
  return { fact, terms, touches, outcome, reversals, cited, reviews: await toldReviews(tx, workspaceId, fact, own) };
}

function partnersOf({ terms, touches, outcome, reversals, cited, reviews }: Story): string[] {
  return [
    ...touches.flatMap(({ enrollmentId }) => terms.enrollments.get(enrollmentId)?.partnerId ?? []),
    ...[
      ...(outcome?.decision.credits ?? []),
      ...(outcome?.commissions ?? []),
      ...(outcome?.transaction?.postings ?? []),
      ...reversals,
      ...cited.commissions.values(),
      ...reviews,
    ].map(({ partnerId }) => partnerId),
  ];
}

/** Touchpoints are told by the ids that the API gives them. */
function withTypedTouches(decision: StoredOutcome['decision']): StoredOutcome['decision'] {
  return {
    ...decision,
    credits: decision.credits.map((credit) => ({
      ...credit,
      touchpointId: credit.touchpointId === null ? null : encodeId('tch', credit.touchpointId),
    })),
    rejected: decision.rejected.map((rejection) => ({ ...rejection, touchpointId: encodeId('tch', rejection.touchpointId) })),
  };
}

function namedTouch(touch: Touchpoint, terms: Terms, nameOf: (partnerId: string) => string): NamedTouch {
  const enrollment = terms.enrollments.get(touch.enrollmentId);
  const program = terms.programs.get(enrollment?.programId ?? '');
  return {
    ...touch,
    id: encodeId('tch', touch.id),
    ...(isContribution(touch.via) ? { contribution: encodeId('ctb', touch.id) } : {}),
    partnerName: enrollment === undefined ? encodeId('enr', touch.enrollmentId) : nameOf(enrollment.partnerId),
    programName: program?.name ?? '',
  };
}

function namedCommission(
  commission: StoredCommission,
  version: CitedVersion | undefined,
  nameOf: (partnerId: string) => string,
  siblings: readonly StoredCommission[],
): NamedCommission {
  const review = version === undefined ? undefined : toldReviewNeed(commission, version, siblings);
  return {
    ...commission,
    partnerName: nameOf(commission.partnerId),
    planVersionNumber: version?.number ?? 0,
    ...(version === undefined ? {} : { planCurrency: version.currency }),
    ...(review === undefined ? {} : { review }),
    clauseText: clauseTextOf(commission.clause, version),
  };
}

/** Where the charter that held on that day annexes the clause a commission was earned by. */
function annexedIn(
  { planVersionId, clause }: StoredCommission,
  charter: CharterOfDay | undefined,
): NonNullable<NamedCommission['charter']> | null {
  const article = charter === undefined ? null : annexedArticle(charter.document, encodeId('plv', planVersionId), clause);
  return charter === undefined || article === null ? null : { version: charter.number, article };
}

/** The split agreed for the customer, or the claim that was accepted, where that decided. */
function decidedByOf(outcome: StoredOutcome | null, model: 'customer_agreement' | 'claim'): string | null {
  return outcome?.decision.model === model ? (outcome.decision.credits[0]?.touchpointId ?? null) : null;
}

function contributionOf({ kind, body }: Fact): Pick<WhyInput, 'contribution'> {
  if (body.contributionId === undefined || !isContribution(kind)) return {};
  return { contribution: { id: encodeId('ctb', body.contributionId), until: body.until ?? null } };
}

function transactionsOf(fact: Fact, outcome: StoredOutcome | null): WhyInput['transactions'] {
  const transaction = outcome?.transaction ?? null;
  if (transaction === null || transaction.postings.length === 0) return [];
  return [{ ...transaction, id: transactionId(fact.recordedAt, fact.seq) }];
}
