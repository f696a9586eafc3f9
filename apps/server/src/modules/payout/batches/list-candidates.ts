import type { ListPayoutCandidates, payoutCandidate } from '@cordee/contract/payout-batch';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { partnerNames } from '../../partner/index.ts';
import { mustSeePayments } from '../payout.policy.ts';
import { findCandidates } from './candidates.ts';

type CandidateAnswer = z.input<typeof payoutCandidate>;

/** Who can be paid now by a rail in a currency, and who cannot and why; by id. */
export function listCandidates(
  context: Context,
  sealer: Sealer,
  query: ListPayoutCandidates,
): Promise<{ items: Wire<CandidateAnswer>[]; nextCursor: string | null }> {
  mustSeePayments(context.actor);
  const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const all = await findCandidates(tx, context.workspaceId, query, sealer, context.now());
    const rows = all.filter(({ partnerId }) => partnerId > after).slice(0, query.limit + 1);
    const names = await partnerNames(
      tx,
      context.workspaceId,
      rows.map(({ partnerId }) => partnerId),
    );
    const answer = ({ partnerId, amount, keptBack, debt, account, reasons }: (typeof rows)[number]) => ({
      partnerId: encodeId('prt', partnerId),
      partnerName: names.get(partnerId) ?? '',
      currency: query.currency,
      amount,
      keptBack,
      debt: debt === null ? null : { planId: debt.planId, planned: debt.planned, repaid: debt.repaid },
      account: account?.hint ?? null,
      reasons: [...reasons],
      payableFrom: reasons.includes('account_cooling') ? formatInstant(account?.usableFrom ?? 0) : null,
    });
    return pageOfRows(rows, query.limit, answer, ({ partnerId }) => [partnerId]);
  });
}
