import type { Language } from '@cordee/contract/language';
import type { StatedTerms } from '@cordee/contract/partner-terms';
import { namePartners } from '@cordee/contract/plan-document';
import { encodeId } from '@cordee/core/ids';
import { renderPlan } from '@cordee/core/plan';
import { formatInstant, type Instant } from '@cordee/core/time';
import { entryAt } from './enrollment-answer.ts';
import type { PlanEntry } from './enrollment.store.ts';
import type { PlaceEntry } from './place.store.ts';
import { placeAt } from './program-answer.ts';
import { isPublished, type PlanRecord, type PublishedRecord, type VersionRecord } from './plan.store.ts';

/** All that says which clauses hold for one enrollment, and when. */
export interface TermsHistory {
  /** The default plan of the program over time: it holds while the enrollment has none of its own. */
  readonly places: readonly PlaceEntry[];
  readonly entries: readonly PlanEntry[];
  readonly versions: readonly VersionRecord[];
  readonly plans: ReadonlyMap<string, PlanRecord>;
}

export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
}

const ANOTHER = { en: 'another partner', fr: 'un autre partenaire' } as const;

/** The terms in force at `now`, and each announced change after it, as the partner may read them. */
export function statedTerms(
  history: TermsHistory,
  reader: Reader,
  now: Instant,
): { current: StatedTerms | null; coming: StatedTerms[] } {
  const published = history.versions.filter(isPublished);
  const current = inForce(history, published, now);
  const changes = [...history.entries, ...history.places].map(({ from }) => from);
  const instants = [...changes, ...published.map(({ effectiveAt }) => effectiveAt)];
  const later = [...new Set(instants.filter((at) => at > now))].sort((left, right) => left - right);
  const coming: StatedTerms[] = [];
  let last = current;
  for (const at of later) {
    const next = inForce(history, published, at);
    if (next === null || next.id === last?.id) continue;
    coming.push(stated(next, history, reader, at));
    last = next;
  }
  return { current: current === null ? null : stated(current, history, reader, sinceOf(history, current)), coming };
}

/** The version that holds for an enrollment at an instant, if one does. */
export function versionInForce(
  history: Pick<TermsHistory, 'places' | 'entries' | 'versions'>,
  at: Instant,
): PublishedRecord | null {
  return inForce(history, history.versions.filter(isPublished), at);
}

/** The version that holds at an instant: of the plan it then has, the one that took effect last. */
function inForce(
  history: Pick<TermsHistory, 'places' | 'entries'>,
  published: readonly PublishedRecord[],
  at: Instant,
): PublishedRecord | null {
  const planId = entryAt(history.entries, at)?.planId ?? placeAt(history.places, at).planId;
  let best: PublishedRecord | null = null;
  for (const version of published) {
    if (version.planId !== planId || version.effectiveAt > Math.max(at, version.publishedAt)) continue;
    if (best === null || version.effectiveAt >= best.effectiveAt) best = version;
  }
  return best;
}

/** A version cannot hold for an enrollment before its plan does. */
function sinceOf({ entries, places }: TermsHistory, { planId, effectiveAt }: PublishedRecord): Instant {
  const own = entries.findLast((entry) => entry.planId === planId) ?? places.findLast(({ value }) => value.planId === planId);
  return own === undefined ? effectiveAt : Math.max(effectiveAt, own.from);
}

function stated(version: PublishedRecord, { plans }: TermsHistory, reader: Reader, from: Instant): StatedTerms {
  // What is agreed with others is between them and the company.
  const document = namePartners(version.document, (id) => (id === reader.id ? reader.name : ANOTHER[reader.language]));
  return {
    planId: encodeId('pln', version.planId),
    planName: plans.get(version.planId)?.name ?? '',
    versionId: encodeId('plv', version.id),
    version: version.number,
    from: formatInstant(from),
    clauses: renderPlan(document, reader.language),
  };
}
