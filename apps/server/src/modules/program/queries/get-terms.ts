import type { PartnerTerms } from '@cordee/contract/partner-terms';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { findPartner } from '../../partner/index.ts';
import { toContract } from '../enrollment-answer.ts';
import { selectEnrollmentsOf, selectPlanEntries, selectStates } from '../enrollment.store.ts';
import { linkHosts } from '../link-hosts.ts';
import { selectPlansById, selectVersions } from '../plan.store.ts';
import { selectPlaces } from '../place.store.ts';
import { visiblePartner } from '../program.policy.ts';
import { findProgram, readWorkspace, type ProgramRecord } from '../program.store.ts';
import { statedTerms, type TermsHistory } from '../stated-terms.ts';

/** What a partner agreed to and what of it will change, in sentences. Refuses `not_found`, also for another partner's user. */
export function getTerms(context: Context, partnerId: string): Promise<PartnerTerms[]> {
  const own = visiblePartner(context.actor);
  if (own !== null && own !== partnerId) throw new Refusal('not_found');
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const partner = await findPartner(tx, workspaceId, partnerId);
    if (partner === null) throw new Refusal('not_found');
    const workspace = await readWorkspace(tx, workspaceId);
    const enrollments = (await selectEnrollmentsOf(tx, workspaceId, [partnerId])).toReversed();
    const ids = enrollments.map(({ id }) => id);
    const states = await selectStates(tx, workspaceId, ids);
    const entries = await selectPlanEntries(tx, workspaceId, ids);
    const programs = await programsOf(
      tx,
      workspaceId,
      enrollments.map(({ programId }) => programId),
    );
    const places = await selectPlaces(tx, workspaceId, [...programs.keys()]);
    const planIds = places.map(({ value }) => value.planId);
    for (const { planId } of entries) if (planId !== null) planIds.push(planId);
    const versions = await selectVersions(tx, workspaceId, [...new Set(planIds)]);
    const plans = await selectPlansById(tx, workspaceId, [...new Set(planIds)]);
    const now = context.now();
    return enrollments.map((enrollment): PartnerTerms => {
      const program = programs.get(enrollment.programId);
      if (program === undefined) throw new Error(`the program of enrollment ${enrollment.id} is missing`);
      const ofEnrollment = <Entry extends { readonly enrollmentId: string }>(all: readonly Entry[]) =>
        all.filter(({ enrollmentId }) => enrollmentId === enrollment.id);
      const placesOf = places.filter(({ programId }) => programId === program.id);
      const history: TermsHistory = { places: placesOf, entries: ofEnrollment(entries), versions, plans };
      return {
        enrollment: toContract(enrollment, ofEnrollment(states), history.entries, now),
        program: programToPartner(program, workspace.trackingHosts),
        ...statedTerms(history, { id: partnerId, name: partner.name, language: context.language }, now),
      };
    });
  });
}

async function programsOf(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, ProgramRecord>> {
  const programs = new Map<string, ProgramRecord>();
  for (const id of new Set(ids)) {
    const program = await findProgram(tx, workspaceId, id);
    if (program !== null) programs.set(id, program);
  }
  return programs;
}

function programToPartner(program: ProgramRecord, trackingHosts: readonly string[]): PartnerTerms['program'] {
  return {
    id: encodeId('prg', program.id),
    name: program.name,
    destinationUrl: program.destinationUrl,
    hosts: linkHosts(program.destinationUrl, trackingHosts),
    cookie: program.cookie,
    cookieDays: program.cookieDays,
    maskCustomers: program.maskCustomers,
  };
}
