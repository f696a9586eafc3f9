import { namePartners, planOnWire } from '@cordee/contract/plan-document';
import type { Plan, PlanSummary, PlanVersion } from '@cordee/contract/plan';
import { encodeId } from '@cordee/core/ids';
import { renderPlan } from '@cordee/core/plan';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { partnerNames } from '../partner/index.ts';
import { partnersIn } from './plan-partners.ts';
import { isPublished, type PlanRecord, type VersionRecord } from './plan.store.ts';

export function planToSummary(
  defaultPlanId: string,
  plan: PlanRecord,
  versions: readonly VersionRecord[],
  now: Instant,
): PlanSummary {
  return { ...baseOf(defaultPlanId, plan), versions: versions.map((version) => summaryOf(version, versions, now)) };
}

/** A plan with the clauses of all its versions; partners are called by name in them. */
export async function planToContract(
  tx: Tx,
  workspaceId: string,
  defaultPlanId: string,
  plan: PlanRecord,
  versions: readonly VersionRecord[],
  now: Instant,
): Promise<Plan> {
  const names = await namesIn(tx, workspaceId, versions);
  return { ...baseOf(defaultPlanId, plan), versions: versions.map((version) => versionOf(version, versions, names, now)) };
}

/** One version of a plan; `versions` are all of that plan. */
export async function versionToContract(
  tx: Tx,
  workspaceId: string,
  version: VersionRecord,
  versions: readonly VersionRecord[],
  now: Instant,
): Promise<PlanVersion> {
  return versionOf(version, versions, await namesIn(tx, workspaceId, [version]), now);
}

function namesIn(tx: Tx, workspaceId: string, versions: readonly VersionRecord[]): Promise<ReadonlyMap<string, string>> {
  return partnerNames(tx, workspaceId, [
    ...new Set(versions.flatMap(({ document }) => partnersIn(document).map(({ partnerId }) => partnerId))),
  ]);
}

function baseOf(defaultPlanId: string, plan: PlanRecord) {
  return {
    id: encodeId('pln', plan.id),
    programId: encodeId('prg', plan.programId),
    name: plan.name,
    default: defaultPlanId === plan.id,
    createdAt: formatInstant(plan.createdAt),
  };
}

function versionOf(
  version: VersionRecord,
  versions: readonly VersionRecord[],
  names: ReadonlyMap<string, string>,
  now: Instant,
): PlanVersion {
  const named = namePartners(version.document, (id) => `${names.get(id) ?? '?'} (${encodeId('prt', id)})`);
  return {
    ...summaryOf(version, versions, now),
    planId: encodeId('pln', version.planId),
    document: planOnWire(version.document),
    clauses: { fr: renderPlan(named, 'fr'), en: renderPlan(named, 'en') },
  };
}

function summaryOf(version: VersionRecord, versions: readonly VersionRecord[], now: Instant) {
  return {
    id: encodeId('plv', version.id),
    number: version.number,
    state: stateOf(version, versions, now),
    createdAt: formatInstant(version.createdAt),
    revision: version.revision,
    publishedAt: version.publishedAt === null ? null : formatInstant(version.publishedAt),
    effectiveAt: version.effectiveAt === null ? null : formatInstant(version.effectiveAt),
  };
}

function stateOf(version: VersionRecord, versions: readonly VersionRecord[], now: Instant): PlanVersion['state'] {
  if (!isPublished(version)) return 'draft';
  const begun = versions.filter(isPublished).filter(({ effectiveAt, publishedAt }) => effectiveAt <= Math.max(now, publishedAt));
  if (!begun.includes(version)) return 'announced';
  return begun.every(({ effectiveAt }) => effectiveAt <= version.effectiveAt) ? 'in_force' : 'replaced';
}
