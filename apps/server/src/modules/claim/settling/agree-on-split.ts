import type { Settlement } from '@cordee/contract/claim-body';
import { decodeId, encodeId, parseFactId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { joinedTo } from '../../../platform/joined-to.ts';
import { confirmContribution, declareContribution } from '../../contribution/index.ts';
import type { ClaimRecord, Settled } from '../claim.store.ts';
import { factOfPartner } from '../claim-target.store.ts';
import { unsettled } from '../refusals.ts';

/**
 * Agrees on parts for what the customer brings from now on, as a contribution that is declared and confirmed at once. What was counted is
 * not counted again. Refuses `claim_unsettled` while nobody has said which customer it is, and what those verbs refuse.
 */
export async function agreeOnSplit(
  tx: Tx,
  context: Context,
  claim: ClaimRecord,
  said: Extract<Settlement, { by: 'split' }>,
): Promise<Settled> {
  const externalId = said.customerExternalId ?? (await customerOf(tx, context, claim));
  if (externalId === null) throw customerUnknown();
  const joined = joinedTo(tx, context);
  const { shares, validUntil } = said;
  const declared = await declareContribution(joined, {
    kind: 'agreement',
    customer: { externalId },
    shares,
    description: encodeId('clm', claim.id),
    ...(validUntil === undefined ? {} : { validUntil }),
  });
  const contributionId = decodeId('ctb', declared.id) ?? '';
  const confirmed = await confirmContribution(joined, contributionId, { despiteConflicts: true });
  await withWorkspace(tx, context.workspaceId);
  const fact = parseFactId(confirmed.factId ?? '');
  return {
    by: 'split',
    fact: fact === null ? null : { seq: fact.seq, recordedAt: fact.at },
    contributionId,
    unsettled: null,
  };
}

async function customerOf(tx: Tx, { workspaceId }: Context, { fact, partnerId, expected }: ClaimRecord): Promise<string | null> {
  const contested =
    fact === null ? null : await factOfPartner(tx, workspaceId, { seq: fact.seq, at: fact.recordedAt }, partnerId);
  return contested?.customerExternalId ?? expected?.externalId ?? null;
}

const customerUnknown = () =>
  unsettled('settlement.customerExternalId', 'required', {
    en: 'Say which customer it is: your own id of it, as sales name it.',
    fr: 'Dites de quel client il s’agit : votre propre identifiant, tel que les ventes le nomment.',
  });
