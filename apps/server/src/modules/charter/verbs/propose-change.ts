import type { CharterDetail } from '@cordee/contract/charter';
import type { CommentCharter, ProposeChange } from '@cordee/contract/charter-actions';
import { applyChange, changesSomething, placeOf, stillStands } from '@cordee/core/charter';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { madeChange } from '../annex.ts';
import { insertProposal, updateDocument, updateProposal } from '../charter-change.store.ts';
import { selectProposals, type ProposalRecord } from '../charter.store.ts';
import { actOnCharter, hashOf, mustStand, type HeldCharter } from '../hold-charter.ts';
import { conflict, fault } from '../refusals.ts';

/** Proposes a change of a shared draft. Refuses `conflict` where nothing would change. */
export function proposeChange(
  context: Context,
  id: string,
  { change: asked, text }: ProposeChange,
): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, held) => {
    const { charter, side, now } = held;
    const version = mustStand(held, 'propose');
    const change = await madeChange(tx, context.workspaceId, held, asked);
    if (!changesSomething(version.document, change)) throw conflict(changesNothing);
    const number = charter.proposals + 1;
    await insertProposal(tx, context.workspaceId, id, {
      number,
      version: version.number,
      side,
      actor: context.actor,
      at: now,
      change,
      before: placeOf(version.document, change),
      text: text ?? null,
    });
    const clause = change.part === 'clause' ? change.key : null;
    return {
      action: 'proposed',
      entry: { kind: 'proposed', version: version.number, proposal: number, clause, text: text ?? null },
    };
  });
}

/** Accepts or refuses what the other side proposed. Refuses `conflict` for one's own, a decided one, and one that is stale. */
export function decideProposal(
  context: Context,
  id: string,
  number: number,
  { accept, reason }: { readonly accept: boolean; readonly reason?: string | undefined },
): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, held) => {
    const { workspaceId } = context;
    const proposal = await mustBeOpen(tx, context, id, number, held);
    if (proposal.side === held.side) throw conflict(ownProposal);
    const version = mustStand(held, 'propose');
    if (accept) {
      if (!stillStands(version.document, proposal.change, proposal.before)) throw conflict(staleProposal);
      const document = applyChange(version.document, proposal.change);
      await updateDocument(tx, workspaceId, version, document, hashOf(document));
    } else if (reason === undefined) throw conflict(reasonNeeded);
    const state = accept ? 'accepted' : 'refused';
    await updateProposal(tx, workspaceId, id, number, { state, reason: reason ?? null });
    return { action: state, entry: { kind: state, version: version.number, proposal: number, text: reason ?? null } };
  });
}

/** Withdraws one's own proposal while it is open. */
export function withdrawProposal(context: Context, id: string, number: number): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, held) => {
    const proposal = await mustBeOpen(tx, context, id, number, held);
    if (proposal.side !== held.side) throw conflict(othersProposal);
    await updateProposal(tx, context.workspaceId, id, number, { state: 'withdrawn', reason: null });
    return { action: 'withdrawn', entry: { kind: 'withdrawn', version: proposal.version, proposal: number } };
  });
}

/** Says something about a charter, a clause or a proposal; both read it. */
export function commentCharter(
  context: Context,
  id: string,
  { text, clause: about, proposal: answered }: CommentCharter,
): Promise<Wire<CharterDetail>> {
  const [clause, proposal] = [about ?? null, answered ?? null];
  return actOnCharter(context, id, async (_, { versions, charter }) => {
    const version = versions.at(-1);
    if (version === undefined) throw new Refusal('not_found');
    if (clause !== null && !versions.some(({ document }) => document.clauses.some(({ key }) => key === clause))) {
      throw conflict(fault('clause', 'known', 'There is no such clause.', 'Cette clause n’existe pas.'));
    }
    if (proposal !== null && proposal > charter.proposals) {
      throw conflict(fault('proposal', 'known', 'There is no such proposal.', 'Cette proposition n’existe pas.'));
    }
    return { action: 'said', entry: { kind: 'said', version: version.number, clause, proposal, text } };
  });
}

async function mustBeOpen(
  tx: Tx,
  { workspaceId }: Context,
  id: string,
  number: number,
  { versions }: HeldCharter,
): Promise<ProposalRecord> {
  const proposal = (await selectProposals(tx, workspaceId, id)).find((one) => one.number === number);
  if (proposal === undefined || !versions.some((version) => version.number === proposal.version)) throw new Refusal('not_found');
  if (proposal.state !== 'open') throw conflict(isDecided);
  return proposal;
}

const changesNothing = fault('change', 'charter_changes', 'This changes nothing.', 'Cela ne change rien.');
const ownProposal = fault(
  'number',
  'charter_other_side',
  'The other side decides on what you propose; you may withdraw it.',
  'C’est à l’autre partie de décider de votre proposition ; vous pouvez la retirer.',
);
const othersProposal = fault(
  'number',
  'charter_own_side',
  'Only who proposed it withdraws it; you may refuse it.',
  'Seul son auteur la retire ; vous pouvez la refuser.',
);
const staleProposal = fault(
  'number',
  'charter_stale',
  'What it is about has changed since: it has to be proposed again.',
  'Ce dont elle parle a changé depuis : elle est à proposer de nouveau.',
);
const reasonNeeded = fault('reason', 'required', 'A refusal needs a reason.', 'Un refus demande un motif.');
const isDecided = fault('number', 'charter_decided', 'This proposal is decided.', 'Cette proposition est déjà tranchée.');
