import { countingRoutes } from '@cordee/contract/counting';
import { ledgerRoutes } from '@cordee/contract/ledger';
import { partnerRoutes } from '@cordee/contract/partner';
import type { ApiClient } from '../api-client.ts';

export interface Stock {
  readonly partners: number;
  readonly facts: number;
  readonly commissions: number;
  readonly isBalanced: boolean;
}

const PAGE = 200;
const PATIENCE_MS = 60_000;
const LOOK_MS = 50;

/** Waits until everything recorded is counted: webhooks are answered once they are safe, and counted right after. */
export async function allCounted(api: ApiClient): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const { items } = await api.call(countingRoutes.listFacts, { query: { limit: 1 } });
    if (items[0]?.counted !== false) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error('counting does not come to an end');
}

/** What the API says there is, page by page. */
export async function takeStock(api: ApiClient): Promise<Stock> {
  const trial = await api.call(ledgerRoutes.getTrialBalance);
  return {
    partners: await count((query) => api.call(partnerRoutes.listPartners, { query })),
    facts: await count((query) => api.call(countingRoutes.listFacts, { query })),
    commissions: await count((query) => api.call(countingRoutes.listCommissions, { query })),
    isBalanced: trial.every(({ difference }) => difference === 0),
  };
}

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

async function count(ask: (query: { limit: number; cursor?: string }) => Promise<Page>): Promise<number> {
  let total = 0;
  let cursor: string | null = null;
  do {
    const page: Page = await ask(cursor === null ? { limit: PAGE } : { limit: PAGE, cursor });
    total += page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return total;
}
