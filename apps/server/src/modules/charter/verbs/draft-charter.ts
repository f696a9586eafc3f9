import type { CharterDetail } from '@cordee/contract/charter';
import type { EditCharter } from '@cordee/contract/charter-actions';
import { applyChange, versionOn } from '@cordee/core/charter';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { madeChange } from '../annex.ts';
import { insertVersion, updateDocument, updateEnd, updateProposal, updateStanding } from '../charter-change.store.ts';
import { selectProposals } from '../charter.store.ts';
import { actOnCharter, hashOf, mustStand } from '../hold-charter.ts';
import { conflict, fault, hasChanged } from '../refusals.ts';
import { mustNotBeOut } from '../signing.ts';

/** Changes a draft that nobody else has seen. Refuses `conflict` for a shared one, and when it was written since it was read. */
export function editCharter(context: Context, id: string, { revision, changes }: EditCharter): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, held) => {
    const version = mustStand(held, 'edit');
    if (version.revision !== revision) throw hasChanged('revision');
    let { document } = version;
    for (const asked of changes) {
      document = applyChange(document, await madeChange(tx, context.workspaceId, held, asked));
    }
    await updateDocument(tx, context.workspaceId, version, document, hashOf(document));
    return { action: 'edited', entry: { kind: 'edited', version: version.number } };
  });
}

/** Shows a draft to the other side: from now on both change it by proposals. */
export function shareCharter(context: Context, id: string): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, held) => {
    const version = mustStand(held, 'share');
    await updateStanding(tx, context.workspaceId, version, { state: 'shared', sharedAt: held.now });
    return { action: 'shared', entry: { kind: 'shared', version: version.number } };
  });
}

/** Begins another version with the one that holds. Refuses `conflict` when none does, or another draft is under way. */
export function amendCharter(context: Context, id: string): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, { charter, versions, side, now, today }) => {
    const base = versionOn(versions, today, charter.endsOn) ?? versions.findLast(({ state }) => state === 'signed');
    if (base === undefined || base === null || !charter.isOpen) throw conflict(nothingHolds);
    // One that the other side has not shown yet is in the way too; its author learns of it here.
    const isUnderWay = charter.versions > Math.max(...versions.map(({ number }) => number));
    const draft = versions.find(
      ({ state, holdsFrom }) =>
        state === 'own' || state === 'shared' || state === 'approved' || (state === 'announced' && (holdsFrom ?? '') > today),
    );
    if (isUnderWay || draft !== undefined) throw conflict(underWay);
    const number = charter.versions + 1;
    // Its first day is said anew: that of the former version is over.
    const document = { ...base.document, startsOn: null };
    const hash = hashOf(document);
    await insertVersion(tx, context.workspaceId, { charterId: id, number, side, document, hash, openedAt: now });
    return { action: 'amended', entry: { kind: 'amended', version: number } };
  });
}

/** Gives up a draft. Refuses `conflict` once it is signed or announced, when it is another's, and while it is out to be signed. */
export function dropCharterDraft(context: Context, id: string): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, held) => {
    const { workspaceId } = context;
    const version = mustStand(held, 'drop');
    await mustNotBeOut(tx, workspaceId, id);
    await updateStanding(tx, workspaceId, version, { state: 'dropped' });
    for (const { number, state, version: of } of await selectProposals(tx, workspaceId, id)) {
      if (state === 'open' && of === version.number) {
        await updateProposal(tx, workspaceId, id, number, { state: 'withdrawn', reason: null });
      }
    }
    if (held.versions.every(({ number, state }) => number === version.number || state === 'dropped')) {
      await updateEnd(tx, workspaceId, id, null);
    }
    return { action: 'dropped', entry: { kind: 'dropped', version: version.number } };
  });
}

const nothingHolds = fault(
  'id',
  'charter_in_force',
  'No version holds that could be amended.',
  'Aucune version en vigueur à modifier.',
);

const underWay = fault(
  'id',
  'charter_one_draft',
  'A new version is under way: bring that one to its end first.',
  'Une nouvelle version est en cours : menez-la d’abord à son terme.',
);
