import type { ProgramStanding } from '@cordee/contract/program';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { countEnrollments } from './enrollment-count.store.ts';
import { isPublished, selectVersions, type PublishedRecord, type VersionRecord } from './plan.store.ts';
import { selectPlaces } from './place.store.ts';
import { placeAt, toContract } from './program-answer.ts';
import type { ProgramRecord } from './program.store.ts';

/** Programs with where they stand at `now`, in three statements however many. */
export async function programsStanding(
  tx: Tx,
  workspaceId: string,
  programs: readonly ProgramRecord[],
  now: Instant,
): Promise<ProgramStanding[]> {
  const ids = programs.map(({ id }) => id);
  const places = Map.groupBy(await selectPlaces(tx, workspaceId, ids), ({ programId }) => programId);
  const historyOf = (id: string) => places.get(id) ?? [];
  const planIds = ids.map((id) => placeAt(historyOf(id), now).planId);
  const versions = Map.groupBy(await selectVersions(tx, workspaceId, planIds), ({ planId }) => planId);
  const counts = await countEnrollments(tx, workspaceId, ids, now);
  return programs.map((program, index) => ({
    ...toContract(program, historyOf(program.id), now),
    ...standingOf(program, versions.get(planIds[index] ?? '') ?? [], now),
    partners: { active: 0, pending: 0, paused: 0, ended: 0, ...counts.get(program.id) },
  }));
}

function standingOf(program: ProgramRecord, versions: readonly VersionRecord[], now: Instant) {
  const published = versions.filter(isPublished);
  const draft = versions.find((version) => !isPublished(version));
  // What held at once when it was published is in force, whatever the two clocks say.
  const hasBegun = ({ effectiveAt, publishedAt }: PublishedRecord) => effectiveAt <= Math.max(now, publishedAt);
  const inForce = published.findLast(hasBegun);
  const announced = published.find((version) => !hasBegun(version));
  const [latest] = versions.toReversed();
  return {
    state: stateOf(program, inForce, announced),
    currency: (inForce ?? latest)?.document.currency ?? '',
    inForce: summaryOf(inForce),
    announced: summaryOf(announced),
    draft: draft?.number ?? null,
  };
}

function stateOf(
  program: ProgramRecord,
  inForce: PublishedRecord | undefined,
  announced: PublishedRecord | undefined,
): ProgramStanding['state'] {
  if (program.archivedAt !== null) return 'archived';
  if (inForce !== undefined) return 'in_force';
  return announced === undefined ? 'draft' : 'announced';
}

function summaryOf(version: PublishedRecord | undefined) {
  return version === undefined ? null : { number: version.number, effectiveAt: formatInstant(version.effectiveAt) };
}
