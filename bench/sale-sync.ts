import { loadTest } from './load/load-test.ts';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn } from './rounds.ts';
import { withClient } from './stage/postgres.ts';
import { runWorker } from './stage/processes.ts';
import { startProduct } from './stage/servers.ts';
import { partnerCount } from './stage/sales.ts';
import { foundCompany, type Workspace } from './stage/workspace.ts';
import { summarise } from './statistics.ts';

const NAME = 'sale-sync';
const CONNECTIONS = 32;

/** A sale told by API and answered with what it earned, beside the textbook's ledger transaction. */
export const saleSync: Bench = {
  name: NAME,
  goal: 1.5,
  async run(context): Promise<Measurement[]> {
    const { seconds, rounds } = context.scale;
    const url = await context.postgres.createDatabase('sale');
    const workspace = await foundCompany(url);
    await layTextbook(url);
    const product = await startProduct(context, url);
    try {
      let answered = 0;
      const pairs = await inTurn(
        rounds,
        async (round) => {
          const result = await loadTest({ ...request(workspace, round), port: product.port, connections: CONNECTIONS, seconds });
          const { errors, statuses, requests } = result;
          if (errors > 0 || (statuses['201'] ?? 0) + (statuses['200'] ?? 0) < requests || requests === 0) {
            throw new Error(`not every sale was taken: ${JSON.stringify({ errors, statuses })}`);
          }
          answered += requests;
          return result.requestsPerSecond;
        },
        async () => (await runWorker<number>('textbook.ts', { url, seconds })).result,
      );
      await mustHavePaid(workspace, answered);
      const limit = 'textbook transaction, 8 connections';
      return [{ name: NAME, unit: 'sales/s', limit, goal: 1.5, ...summarise(pairs, 'more is better') }];
    } finally {
      await product.stop();
    }
  },
};

/** One sale after another: each with an id of its own, of one of a thousand customers, brought by one of the partners. */
function request({ secretKey }: Workspace, round: number) {
  return {
    method: 'POST',
    path: '/api/v1/track/sale',
    headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      eventId: `round-${round}-{n}`,
      customer: { externalId: 'customer-{n%1000}', country: 'FR' },
      currency: 'EUR',
      code: `bench-{n%${partnerCount}}`,
      lines: [
        { id: '1', productId: 'product-1', category: 'home', quantity: 1, net: 4990 },
        { id: '2', productId: 'product-2', category: 'book', quantity: 2, net: 1990 },
      ],
    }),
  };
}

async function layTextbook(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('create table textbook_account (id integer primary key, balance bigint not null)');
    await client.query(
      `create table textbook_posting (id bigint generated always as identity primary key, account integer not null, amount bigint not null,
         at timestamptz not null default now())`,
    );
    await client.query('create index on textbook_posting (account, at)');
    await client.query(`insert into textbook_account select id, 0 from generate_series(0, ${partnerCount}) id`);
  });
}

/** Each answered sale earned one commission a line. */
async function mustHavePaid({ url, workspaceId }: Workspace, answered: number): Promise<void> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ commissions: string }>('select count(*) as commissions from commission where workspace_id = $1', [
      workspaceId,
    ]),
  );
  const commissions = Number(rows[0]?.commissions);
  if (commissions < 2 * answered) throw new Error(`${answered} sales were answered and ${commissions} commissions written`);
}
