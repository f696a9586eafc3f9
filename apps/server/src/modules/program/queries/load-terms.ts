import type { CodeOwner, Dated, EnrollmentTerms, PlanVersionTerms, ProgramTerms, Terms } from '@cordee/core/counting';
import type { Tx } from '../../../platform/db/index.ts';
import { loadPartnerTerms } from '../../partner/index.ts';
import { selectOwners, type CodeKind, type OwnerEntry } from '../code.store.ts';
import { selectAllEnrollments, selectPlanEntries, selectStates } from '../enrollment.store.ts';
import { selectPublished } from '../plan.store.ts';
import { readWorkspace, selectAllPrograms } from '../program.store.ts';
import { selectPlaces } from '../place.store.ts';

/**
 * Everything agreed in a workspace with its history, as counting reads it, in ten statements however many partners there
 * are. Drafts are left out; histories come in the order they were recorded, versions by effective instant.
 */
export async function loadTerms(tx: Tx, workspaceId: string): Promise<Terms> {
  const { zone, currency } = await readWorkspace(tx, workspaceId);
  const owners = await selectOwners(tx, workspaceId);
  return {
    workspaceId,
    zone,
    currency,
    programs: await loadPrograms(tx, workspaceId),
    enrollments: await loadEnrollments(tx, workspaceId),
    codes: ownersOf(owners, 'code'),
    coupons: ownersOf(owners, 'coupon'),
  };
}

async function loadPrograms(tx: Tx, workspaceId: string): Promise<ReadonlyMap<string, ProgramTerms>> {
  const programs = await selectAllPrograms(tx, workspaceId);
  const places = Map.groupBy(await selectPlaces(tx, workspaceId, null), ({ programId }) => programId);
  const published = Map.groupBy(await selectPublished(tx, workspaceId), ({ programId }) => programId);
  return new Map(
    programs.map(({ id, name }) => {
      const versions = (published.get(id) ?? []).map(({ version }): PlanVersionTerms => {
        const { createdAt: _, ...terms } = version;
        return terms;
      });
      const plans = Map.groupBy(versions, (version) => version.planId);
      const dated = (places.get(id) ?? []).map(({ from, recordedAt, value }) => ({ from, recordedAt, value }));
      return [id, { id, name, places: dated, plans }];
    }),
  );
}

async function loadEnrollments(tx: Tx, workspaceId: string): Promise<ReadonlyMap<string, EnrollmentTerms>> {
  const partners = await loadPartnerTerms(tx, workspaceId);
  const enrollments = await selectAllEnrollments(tx, workspaceId, null);
  const states = Map.groupBy(await selectStates(tx, workspaceId, null), ({ enrollmentId }) => enrollmentId);
  const plans = Map.groupBy(await selectPlanEntries(tx, workspaceId, null), ({ enrollmentId }) => enrollmentId);
  return new Map(
    enrollments.map(({ id, programId, partnerId, uplineEnrollmentId }) => [
      id,
      {
        id,
        programId,
        partnerId,
        uplineEnrollmentId,
        states: (states.get(id) ?? []).map(({ from, recordedAt, state }) => ({ from, recordedAt, value: state })),
        planIds: (plans.get(id) ?? []).map(({ from, recordedAt, planId }) => ({ from, recordedAt, value: planId })),
        partner: partners.facts.get(partnerId) ?? [],
        certificates: partners.certificates.get(partnerId) ?? [],
      },
    ]),
  );
}

function ownersOf(entries: readonly OwnerEntry[], kind: CodeKind): ReadonlyMap<string, readonly Dated<CodeOwner>[]> {
  const owners = new Map<string, Dated<CodeOwner>[]>();
  for (const entry of entries) {
    if (entry.kind !== kind) continue;
    const { from, recordedAt, enrollmentId, linkId } = entry;
    const dated = { from, recordedAt, value: { enrollmentId, linkId } };
    const list = owners.get(entry.code);
    if (list === undefined) owners.set(entry.code, [dated]);
    else list.push(dated);
  }
  return owners;
}
