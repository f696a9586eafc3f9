import { recordDrafts, saleDraft } from '../../apps/server/src/modules/counting/index.ts';
import { workspaceKeys, type FactDraft } from '../../apps/server/src/modules/fact/index.ts';
import { transaction, withWorkspace, type Database } from '../../apps/server/src/platform/db/index.ts';
import { codeOf, saleOf, type Book } from './sales.ts';

export interface SalesRange {
  readonly book: Book;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const BATCH = 5000;

/** Records sales without counting them, as an import does. */
export async function recordSales(db: Database, workspaceId: string, { book, from, to }: SalesRange): Promise<void> {
  const { customerKey } = await workspaceKeys(db, workspaceId);
  for (let start = from; start < to; start += BATCH) {
    const now = Date.now();
    const drafts: FactDraft[] = [];
    for (let n = start; n < Math.min(to, start + BATCH); n += 1) {
      const { eventId, occurredAt, customer, country, partner, lines } = saleOf(n, book);
      const input = {
        eventId,
        occurredAt,
        customer: { externalId: customer, email: `${customer}@customers.example`, country },
        currency: 'EUR',
        lines: [...lines],
        ...(partner === null ? {} : { code: codeOf(partner) }),
      };
      drafts.push(saleDraft(input, { customerKey, now }));
    }
    const { facts } = await transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return recordDrafts(tx, workspaceId, now, drafts);
    });
    if (facts.length !== drafts.length) throw new Error(`${drafts.length - facts.length} sales were not recorded`);
  }
}
