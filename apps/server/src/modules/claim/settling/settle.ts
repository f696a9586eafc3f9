import type { Settlement, SettlementWay } from '@cordee/contract/claim-body';
import type { ClaimKind } from '@cordee/core/claim';
import { parseSequenceUuid } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { ClaimRecord, Settled } from '../claim.store.ts';
import { factOfPartner } from '../claim-target.store.ts';
import { unknownTarget, unsettled } from '../refusals.ts';
import { agreeOnSplit } from './agree-on-split.ts';
import { recordClaimed } from './record-claimed.ts';
import { releaseCommission } from './release-commission.ts';

const ways: Readonly<Record<ClaimKind, readonly SettlementWay[]>> = {
  missing: ['sale', 'lead', 'fact'],
  wrong: ['sale', 'fact'],
  rejected: ['commission', 'fact'],
  split: ['split', 'fact'],
};

/**
 * Puts a claim right by what exists for it: a fact that is counted, a review, an agreed split. Refuses `claim_unsettled`, with the
 * reason, what cannot be done so; nothing is changed then.
 */
export async function settle(tx: Tx, context: Context, claim: ClaimRecord, said: Settlement): Promise<Settled> {
  if (!ways[claim.kind].includes(said.by)) throw otherWay(claim.kind);
  switch (said.by) {
    case 'sale':
    case 'lead':
      return recordClaimed(tx, context, claim, said);
    case 'commission':
      return releaseCommission(tx, context, claim);
    case 'split':
      return agreeOnSplit(tx, context, claim, said);
    default:
      return byFact(tx, context, claim, said.factId);
  }
}

async function byFact(tx: Tx, { workspaceId }: Context, claim: ClaimRecord, factId: string): Promise<Settled> {
  const place = parseSequenceUuid(factId);
  const fact = place === null ? null : await factOfPartner(tx, workspaceId, place, claim.partnerId);
  if (fact === null) throw new Refusal('unknown_reference', [unknownTarget('settlement.factId')]);
  return { by: 'fact', fact: { seq: fact.seq, recordedAt: fact.recordedAt }, contributionId: null, unsettled: null };
}

function otherWay(kind: ClaimKind): Refusal {
  const possible = ways[kind].map((way) => `\`${way}\``).join(', ');
  return unsettled('settlement.by', 'way', {
    en: `A claim of this kind is put right by ${possible}.`,
    fr: `Une réclamation de ce type se règle par ${possible}.`,
  });
}
