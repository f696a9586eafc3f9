import type { CreatePayoutBatch, PayoutBatchAnswer } from '@cordee/contract/payout-batch';
import { encodeId, sequenceUuid } from '@cordee/core/ids';
import { isTargetDay, LARGEST_TRANSFER } from '@cordee/core/payment';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey, companyAccount } from '../../bank/index.ts';
import { type Place, recordExclusively } from '../../counting/index.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { loadConnection } from '../transfers/connection.store.ts';
import { payoutFact } from '../payout-fact.ts';
import { mustMoveMoney } from '../payout.policy.ts';
import { batchToContract } from './batch-answer.ts';
import { insertLines, type NewLine } from './batch-lines.store.ts';
import { insertBatch, type NewBatch } from './batch.store.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { mustFindBatch, todayIn } from './find-batch.ts';
import { dayIsOver, noCompanyAccount, noTargetDay, notConnected, notPayable } from './refusals.ts';

/**
 * Takes the whole payable balance in one currency of all who can be paid by a rail, or of those named, into a batch, less what is kept
 * back for a debt, exactly:
 * nothing is recorded or counted between the look at the balances and the postings. Refuses `unknown_reference` for unknown partners,
 * `nothing_payable` when nobody can be paid, `conflict` with one field for each named partner that cannot, for a day on which
 * banks do not settle, without an account or a connection to pay from, and `unavailable` while a large import is being counted.
 */
export function createBatch(context: Context, sealer: Sealer, input: CreatePayoutBatch): Promise<Wire<PayoutBatchAnswer>> {
  mustMoveMoney(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const id = newUuid(context.now());
    if (input.executionDate < (await todayIn(tx, context))) throw dayIsOver();
    await mustKnowPartners(tx, workspaceId, input.partnerIds ?? []);
    const accountId = await payingAccount(tx, workspaceId, input);
    await recordExclusively(tx, workspaceId, context.now(), async (first) => {
      const candidates = await findCandidates(tx, workspaceId, input, sealer, first.recordedAt);
      const chosen = choose(candidates, input);
      const lines = chosen.map((candidate, index) => lineOf(candidate, first, index));
      const batch: NewBatch = {
        id,
        executionDate: input.executionDate,
        rail: input.rail,
        currency: input.currency,
        accountId,
        remittance: input.remittance,
        lines: lines.length,
        amount: lines.reduce((sum, { amount }) => sum + amount, 0n),
        createdAt: first.recordedAt,
        createdBy: actorKey(context.actor),
        fileVersion: input.version,
      };
      await insertBatch(tx, workspaceId, batch);
      await insertLines(tx, workspaceId, batch, lines);
      const facts = lines.map((line) => payoutFact({ ...line, currency: input.currency }, 'payout_started', first.recordedAt));
      for (const { debt, keptBack } of chosen) {
        if (debt === null || keptBack === 0n) continue;
        facts.push(await debt.keepBack(tx, context, keptBack, { ...first, seq: first.seq + BigInt(facts.length) }));
      }
      return facts;
    });
    const result = batchToContract(await mustFindBatch(tx, workspaceId, id));
    return { result, audit: { action: 'payout_batch.created', subject: encodeId('bat', id), after: result } };
  });
}

/** The account the money leaves, where a bank pays. */
async function payingAccount(tx: Tx, workspaceId: string, { rail, executionDate }: CreatePayoutBatch): Promise<string | null> {
  if (rail === 'stripe' && (await loadConnection(tx, workspaceId)) === null) throw notConnected();
  if (rail !== 'sepa') return null;
  if (!isTargetDay(executionDate)) throw noTargetDay(executionDate);
  const from = await companyAccount(tx, workspaceId);
  if (from === null) throw noCompanyAccount();
  return from.id;
}

/** Of the named ones everybody must be payable; else all are who can be paid. */
function choose(candidates: readonly Candidate[], { rail, partnerIds: named }: CreatePayoutBatch): Candidate[] {
  const most = rail === 'sepa' ? LARGEST_TRANSFER : BigInt(Number.MAX_SAFE_INTEGER);
  const payable = candidates.filter(({ reasons, amount }) => reasons.length === 0 && amount <= most);
  if (named === undefined) {
    if (payable.length === 0) throw new Refusal('nothing_payable');
    return payable;
  }
  const wanted = new Set(named);
  const known = new Map(candidates.map((candidate) => [candidate.partnerId, candidate]));
  const chosen = payable.filter(({ partnerId }) => wanted.has(partnerId));
  if (chosen.length < wanted.size)
    throw notPayable([...wanted].map((partnerId) => ({ partnerId, candidate: known.get(partnerId) })));
  return chosen;
}

function lineOf({ partnerId, amount, account }: Candidate, first: Place, index: number): NewLine {
  const startedSeq = first.seq + BigInt(index);
  return { id: sequenceUuid(first.recordedAt, 0, startedSeq), partnerId, amount, startedSeq, accountId: account?.id ?? null };
}
