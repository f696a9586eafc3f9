import type { FactAnswer, ListFacts } from '@cordee/contract/counting';
import type { Context } from '../../../platform/context.ts';
import { decodeNumbers, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner, ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { customerIdOf, workspaceKeys } from '../../fact/index.ts';
import { factToContract } from '../answers/fact-answer.ts';
import { selectFacts } from '../fact-list.store.ts';

/** A page of facts, newest first; a partner finds what credits it. A partner may not search by customer: that would unmask one. */
export async function listFacts(
  context: Context,
  query: ListFacts,
): Promise<{ items: Wire<FactAnswer>[]; nextCursor: string | null }> {
  const { workspaceId, actor, language } = context;
  const own = ownPartner(actor);
  const partnerId = narrowedPartner(actor, query.partnerId);
  if (own !== null && query.customerExternalId !== undefined) throw new Refusal('forbidden');
  const [before] = decodeNumbers(query.cursor, 1);
  const { customerKey } = await workspaceKeys(context.db, workspaceId);
  return read(context, async (tx) => {
    const rows = await selectFacts(tx, workspaceId, {
      kind: query.kind,
      partnerId,
      customerId: query.customerExternalId === undefined ? undefined : customerIdOf(customerKey, query.customerExternalId),
      from: query.from,
      to: query.to,
      unpaid: query.unpaid,
      before: before ?? null,
      limit: query.limit + 1,
    });
    return pageOfRows(
      rows,
      query.limit,
      (fact) => factToContract(fact, { language, own }),
      (fact) => [String(fact.seq)],
    );
  });
}
