// The ledger transaction of the textbooks: two postings, two balances, one of them everybody's, over eight connections.
import { Client } from 'pg';
import { work } from '../stage/processes.ts';

interface Input {
  readonly url: string;
  readonly seconds: number;
}

const CONNECTIONS = 8;
const EXPENSE = 0;
const PARTNERS = 50;

async function transact(client: Client, number: number): Promise<void> {
  const partner = 1 + (number % PARTNERS);
  const amount = 500 + (number % 1000);
  await client.query('begin');
  await client.query({
    name: 'post',
    text: 'insert into textbook_posting (account, amount) values ($1, $2)',
    values: [EXPENSE, amount],
  });
  await client.query({
    name: 'post',
    text: 'insert into textbook_posting (account, amount) values ($1, $2)',
    values: [partner, -amount],
  });
  const text = 'update textbook_account set balance = balance + $2 where id = $1';
  await client.query({ name: 'move', text, values: [partner, -amount] });
  await client.query({ name: 'move', text, values: [EXPENSE, amount] });
  await client.query('commit');
}

await work(async ({ url, seconds }: Input): Promise<number> => {
  const clients = Array.from({ length: CONNECTIONS }, () => new Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  let done = 0;
  let until = performance.now() + 500;
  const run = async (client: Client) => {
    while (performance.now() < until) {
      await transact(client, done);
      done += 1;
    }
  };
  await Promise.all(clients.map(run));
  done = 0;
  const from = performance.now();
  until = from + seconds * 1000;
  await Promise.all(clients.map(run));
  const rate = done / ((performance.now() - from) / 1000);
  await Promise.all(clients.map((client) => client.end()));
  return rate;
});
