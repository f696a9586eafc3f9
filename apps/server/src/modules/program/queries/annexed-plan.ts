import { namePartners } from '@cordee/contract/plan-document';
import { type Clause, renderPlan } from '@cordee/core/plan';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { type EnrollmentRecord, findEnrollment, selectPlanEntries } from '../enrollment.store.ts';
import { selectPlaces } from '../place.store.ts';
import { findPlan, findVersion, isPublished, type PublishedRecord, selectVersions, versionHash } from '../plan.store.ts';
import { versionInForce } from '../stated-terms.ts';

/** A published version of a plan, as an agreement takes it in. */
export interface AnnexedPlan {
  readonly planId: string;
  readonly planName: string;
  readonly version: number;
  /** Of its document, in hexadecimal. */
  readonly hash: string;
  readonly clauses: { readonly fr: Clause[]; readonly en: Clause[] };
  /** Whether it runs for the enrollment at the instant asked about, would with its plan given to it, or would not even then. */
  readonly standing: 'runs' | 'other_plan' | 'other_version';
}

export interface AskedPlan {
  readonly enrollmentId: string;
  readonly planVersionId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly at: Instant;
}

/** A published version of a plan of the enrollment's program, stated for its partner; null when it is none. */
export async function annexedPlan(tx: Tx, workspaceId: string, asked: AskedPlan): Promise<AnnexedPlan | null> {
  const enrollment = await findEnrollment(tx, workspaceId, asked.enrollmentId);
  const version = await findVersion(tx, workspaceId, asked.planVersionId);
  if (enrollment?.partnerId !== asked.partnerId || version === null || !isPublished(version)) return null;
  const plan = await findPlan(tx, workspaceId, version.planId);
  if (plan?.programId !== enrollment.programId) return null;
  const clausesIn = (language: 'fr' | 'en') => {
    // What is agreed with others is between them and the company.
    const other = { en: 'another partner', fr: 'un autre partenaire' }[language];
    return renderPlan(
      namePartners(version.document, (id) => (id === asked.partnerId ? asked.partnerName : other)),
      language,
    );
  };
  const hash = await versionHash(tx, workspaceId, version.id);
  return {
    planId: plan.id,
    planName: plan.name,
    version: version.number,
    hash,
    clauses: { fr: clausesIn('fr'), en: clausesIn('en') },
    standing: await standingOf(tx, workspaceId, enrollment, version, asked.at),
  };
}

async function standingOf(
  tx: Tx,
  workspaceId: string,
  { id: enrollmentId, programId }: EnrollmentRecord,
  { id, planId }: PublishedRecord,
  at: Instant,
): Promise<AnnexedPlan['standing']> {
  const places = await selectPlaces(tx, workspaceId, [programId]);
  const entries = await selectPlanEntries(tx, workspaceId, [enrollmentId]);
  const planIds = [...places.map(({ value }) => value.planId), ...entries.flatMap((entry) => entry.planId ?? []), planId];
  const versions = await selectVersions(tx, workspaceId, [...new Set(planIds)]);
  const history = { places, entries, versions };
  if (versionInForce(history, at)?.id === id) return 'runs';
  const given = { enrollmentId, number: entries.length + 1, from: at, recordedAt: at, planId };
  return versionInForce({ ...history, entries: [...entries, given] }, at)?.id === id ? 'other_plan' : 'other_version';
}
