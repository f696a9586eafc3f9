import type { CharterDetail } from '@cordee/contract/charter';
import type { EndCharter } from '@cordee/contract/charter-actions';
import { earliestReplacement, faultsOf, versionOn } from '@cordee/core/charter';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { annexStanding } from '../annex.ts';
import { followVersion } from '../charter-duties.ts';
import { updateEnd, updateStanding } from '../charter-change.store.ts';
import { countOpenProposals } from '../charter.store.ts';
import { mustManageCharters } from '../charter.policy.ts';
import { actOnCharter, mustStand } from '../hold-charter.ts';
import { conflict, fault, hasChanged, notApprovable, openProposals } from '../refusals.ts';
import { keepPaper } from './agree-charter.ts';

/**
 * Announces a draft as a replacement of the version that holds, which must allow it: it holds from the day given unless the partner objects.
 * Refuses `conflict` before the notice is over, with faults, and where the annex would be another plan.
 */
export function announceCharter(
  context: Context,
  id: string,
  { revision, holdsFrom }: { readonly revision: number; readonly holdsFrom: string },
): Promise<Wire<CharterDetail>> {
  mustManageCharters(context.actor);
  return actOnCharter(context, id, async (tx, held) => {
    const { workspaceId } = context;
    const { versions, charter, today, now } = held;
    const version = mustStand(held, 'announce');
    if (version.revision !== revision) throw hasChanged('revision');
    const inForce = versionOn(versions, today, charter.endsOn);
    const replaceDays = inForce?.document.replaceDays ?? null;
    if (replaceDays === null) throw conflict(notAllowed);
    const earliest = earliestReplacement(today, replaceDays);
    if (holdsFrom < earliest) throw conflict(tooEarly(earliest));
    const errors = faultsOf(version.document).filter(({ grade }) => grade === 'error');
    if (errors.length > 0) throw notApprovable(errors);
    if (((await countOpenProposals(tx, workspaceId, [id])).get(id) ?? 0) > 0) throw conflict(openProposals);
    const standing = await annexStanding(tx, workspaceId, { ...version.document, startsOn: holdsFrom }, held);
    if (standing !== 'none' && standing !== 'runs') throw conflict(otherPlan);
    await updateStanding(tx, workspaceId, version, { state: 'announced', mode: 'replace', sharedAt: now, holdsFrom });
    await keepPaper(tx, workspaceId, { ...version, holdsFrom });
    await followVersion(tx, context, id);
    return { action: 'announced', entry: { kind: 'announced', version: version.number, text: holdsFrom } };
  });
}

/** The partner objects to an announced replacement before its first day, or the company takes it back: it never holds. */
export function objectToCharter(context: Context, id: string, reason: string): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, held) => {
    const version = mustStand(held, 'object');
    await updateStanding(tx, context.workspaceId, version, { state: 'dropped' });
    return { action: 'objected', entry: { kind: 'objected', version: version.number, text: reason } };
  });
}

/** Says from which day on a charter holds no more. Refuses `conflict` for a past day, and to move an end that was said forward. */
export function endCharter(context: Context, id: string, { endsOn, reason }: EndCharter): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, { charter, versions, today }) => {
    const last = versions.findLast(({ state }) => state === 'signed' || state === 'announced');
    if (last === undefined) throw conflict(neverHeld);
    if (endsOn < today) throw conflict(endOver);
    if (charter.endsOn !== null && (charter.endsOn <= today || endsOn < charter.endsOn)) throw conflict(endSaid(charter.endsOn));
    await updateEnd(tx, context.workspaceId, id, endsOn);
    await followVersion(tx, context, id);
    return { action: 'ended', entry: { kind: 'ended', version: last.number, text: `${endsOn} · ${reason}` } };
  });
}

const notAllowed = fault(
  'id',
  'charter_replaceable',
  'The version in force allows no replacement without agreement: share the draft instead.',
  'La version en vigueur ne permet aucun remplacement sans accord : partagez plutôt le brouillon.',
);
const tooEarly = (earliest: string) =>
  fault(
    'holdsFrom',
    'charter_notice',
    `The notice of the version in force ends on ${earliest}: choose that day or a later one.`,
    `Le préavis de la version en vigueur s’achève le ${earliest} : choisissez ce jour ou un jour ultérieur.`,
  );
const otherPlan = fault(
  'document.annex',
  'charter_annex_runs',
  'A replacement cannot change the plan: what is annexed must run on its first day. Share the draft instead.',
  'Un remplacement ne change pas le barème : l’annexe doit s’appliquer le premier jour. Partagez plutôt le brouillon.',
);
const neverHeld = fault(
  'id',
  'charter_in_force',
  'Nothing was signed that could end: drop the draft.',
  'Rien n’a été signé qui puisse prendre fin : abandonnez le brouillon.',
);
const endOver = fault(
  'endsOn',
  'future',
  'This day is over: choose today or later.',
  'Ce jour est passé : choisissez aujourd’hui ou plus tard.',
);
const endSaid = (endsOn: string) =>
  fault(
    'endsOn',
    'charter_end_later',
    `Its end was said to be ${endsOn}: it can only be moved to a later day, while it is to come.`,
    `Sa fin est annoncée au ${endsOn} : elle ne peut qu’être reportée, tant qu’elle est à venir.`,
  );
