import type { CharterDetail, CharterSummary } from '@cordee/contract/charter';
import { versionOn } from '@cordee/core/charter';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, localDateOf } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';
import { workspaceKeys } from '../fact/index.ts';
import { nameActors } from '../partner/index.ts';
import { entryToContract, proposalToContract, versionToSummary } from './charter-answer.ts';
import { sideOf } from './charter.policy.ts';
import {
  countOpenProposals,
  selectApprovals,
  selectCharters,
  selectEntries,
  selectProposals,
  selectVersionsOf,
  type CharterRecord,
  type VersionRecord,
} from './charter.store.ts';
import { sendingsOf, signaturesWithCopies } from './signing.ts';
import { isVisible } from './visible.ts';

/** A charter with the versions a side sees; `own`: the one partner it must be of. Refuses `not_found`. */
export async function mustFind(
  tx: Tx,
  workspaceId: string,
  id: string,
  own: string | null,
): Promise<{ charter: CharterRecord; versions: VersionRecord[] }> {
  const [charter] = await selectCharters(tx, workspaceId, { id, partnerId: own, limit: 1 });
  const all = charter === undefined ? [] : await selectVersionsOf(tx, workspaceId, [id]);
  const versions = all.filter((version) => isVisible(version, sideOf(own)));
  if (charter === undefined || versions.length === 0) throw new Refusal('not_found');
  return { charter, versions };
}

/** A charter in a line. */
export function summaryOf(
  charter: CharterRecord,
  versions: readonly VersionRecord[],
  openProposals: number,
  today: string,
): Wire<CharterSummary> {
  const inForce = versionOn(versions, today, charter.endsOn);
  const draft = versions.findLast(
    ({ state, holdsFrom }) =>
      state === 'own' || state === 'shared' || state === 'approved' || (state === 'announced' && (holdsFrom ?? '') > today),
  );
  return {
    id: encodeId('chr', charter.id),
    partnerId: encodeId('prt', charter.partnerId),
    partnerName: charter.partnerName,
    kind: charter.kind,
    state: stateOf(charter, versions, inForce !== null, today),
    inForce: inForce?.number ?? null,
    draft: draft?.number ?? null,
    openProposals,
    openedAt: formatInstant(charter.openedAt),
    endsOn: charter.endsOn,
  };
}

function stateOf(
  { isDropped, endsOn }: CharterRecord,
  versions: readonly VersionRecord[],
  holds: boolean,
  today: string,
): CharterSummary['state'] {
  if (isDropped) return 'dropped';
  if (endsOn !== null && endsOn <= today) return 'ended';
  if (holds) return 'in_force';
  return versions.some(({ state }) => state === 'approved' || state === 'signed') ? 'agreed' : 'drafting';
}

/** A charter with its versions, proposals and all that was said, as the side may read it. */
export async function detailOf(tx: Tx, context: Context, id: string, own: string | null): Promise<Wire<CharterDetail>> {
  const { workspaceId, language, db } = context;
  const { zone } = await workspaceKeys(db, workspaceId);
  const { charter, versions } = await mustFind(tx, workspaceId, id, own);
  const seen = new Set(versions.map(({ number }) => number));
  const entries = (await selectEntries(tx, workspaceId, id)).filter(({ version }) => seen.has(version));
  const proposals = await selectProposals(tx, workspaceId, id);
  const approvals = await selectApprovals(tx, workspaceId, id);
  const signatures = await signaturesWithCopies(tx, workspaceId, id);
  const open = await countOpenProposals(tx, workspaceId, [id]);
  const acted = [...entries, ...proposals, ...approvals];
  const named = await nameActors(
    tx,
    workspaceId,
    acted.map(({ actor }) => actor),
  );
  // Who of the company acts is for the company; who of the partner does is for both.
  const nameOf = (index: number) => {
    const isTheirs = own !== null && acted[index]?.side === 'company';
    return isTheirs ? null : (named[index]?.name ?? null);
  };
  const offset = entries.length + proposals.length;
  return {
    ...summaryOf(charter, versions, open.get(id) ?? 0, localDateOf(context.now(), zone)),
    versions: versions.map((version) =>
      versionToSummary(
        version,
        approvals.map((approval, index) => ({ ...approval, by: nameOf(offset + index) })),
        signatures,
      ),
    ),
    proposals: proposals.map((proposal, index) =>
      proposalToContract(
        proposal,
        versions.find(({ number }) => number === proposal.version),
        nameOf(entries.length + index),
        language,
      ),
    ),
    sendings: await sendingsOf(tx, workspaceId, id),
    entries: entries.map((entry, index) => entryToContract(entry, nameOf(index))),
  };
}

/** Whether somebody may read what belongs to a charter: whoever may read the charter. */
export async function mayReadCharter(tx: Tx, { actor, workspaceId }: Context, id: string): Promise<boolean> {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) return false;
  return (await selectCharters(tx, workspaceId, { id, partnerId: ownPartner(actor), limit: 1 })).length === 1;
}
