import type { BalanceAnswer } from '@cordee/contract/ledger';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { partnerSums, partnerSumsAt } from '../ledger.store.ts';
import { amountsByCurrency } from '../partner-amounts.ts';
import { visiblePartner } from './visible-partner.ts';

/** A partner's balance by currency, now or as it stood. Refuses `not_found`. */
export function getBalance(
  context: Context,
  partnerId: string,
  { at, knownAt }: { readonly at?: Instant | undefined; readonly knownAt?: Instant | undefined },
): Promise<Wire<BalanceAnswer>> {
  const { workspaceId } = context;
  return read(context, async (tx) => {
    await visiblePartner(tx, context, partnerId);
    const isNow = at === undefined && knownAt === undefined;
    const sums = isNow
      ? await partnerSums(tx, workspaceId, partnerId)
      : await partnerSumsAt(tx, workspaceId, partnerId, { before: at, knownAt });
    return [...amountsByCurrency(sums)].map(([currency, amounts]) => ({ currency, ...amounts }));
  });
}
