import * as fc from 'fast-check';
import { makeWorkspace, startApp, type Answer, type TestApp, type TestWorkspace } from '../../apps/server/test/app.ts';
import type { TestDatabase } from '../../apps/server/test/database.ts';
import { uuidOf } from '../../apps/server/test/terms.ts';
import { systemClock } from '../../apps/server/src/platform/clock/index.ts';
import type { Database } from '../../apps/server/src/platform/db/index.ts';
import { inWorkspace, ledgerOf, textOf, verified } from './books.ts';
import { furnishBy, type Company } from './company.ts';
import type { FaultReport } from './report.ts';
import { stories, type Delivery, type MoneyMove, type Told } from './stories.ts';

export interface OrderOptions {
  readonly runs: number;
}

interface Scenario {
  readonly events: readonly Told[];
  readonly deliveries: readonly Delivery[];
  readonly atOnce: number;
  readonly moves: readonly MoneyMove[];
}

/** Every event once in order, and one to five times in random order: the books must be the same. */
export async function anyOrder(database: TestDatabase, { runs }: OrderOptions): Promise<FaultReport> {
  const app = startApp(database);
  const numbers = { permutations: 0, events: 0, deliveries: 0, different: 0, releases: 0, payouts: 0 };
  const faults: string[] = [];

  async function check({ events, deliveries, atOnce, moves }: Scenario): Promise<void> {
    const inOrder = await booksOf(
      app,
      database.db,
      events.map((event) => [event]),
    );
    const batches = chunks(
      deliveries.map(({ event }) => event),
      atOnce,
    );
    const shuffled = await booksOf(app, database.db, batches);
    numbers.permutations += 1;
    numbers.events += events.length;
    numbers.deliveries += deliveries.length;
    // Paid meanwhile, under a plan whose rewards depend on what came before: other books, which verify all the same.
    await booksOf(app, database.db, batches, { moves, plan: intricate, moved: (move) => (numbers[move] += 1) });
    if (inOrder === shuffled) return;
    numbers.different += 1;
    throw new Error(`in order:\n${inOrder}\n        shuffled:\n${shuffled}`);
  }

  try {
    const outcome = await fc.check(fc.asyncProperty(stories, check), { numRuns: runs, endOnFailure: true });
    if (outcome.failed) {
      const { errorInstance, counterexample, seed, counterexamplePath } = outcome;
      const told = counterexample?.[0].deliveries.map(({ event }) => JSON.stringify(event)).join('\n        ') ?? '';
      faults.push(`${String(errorInstance)}\n        ${told}\n        seed ${seed}, path ${counterexamplePath}`);
    }
  } finally {
    await app.close();
  }
  return { name: 'any order, any number of times', numbers, faults };
}

const steps = [
  { from: 0, rate: '10%' },
  { from: 50_000, rate: '12.5%' },
  { from: 120_000, rate: '7%' },
];
const intricate = {
  holdDays: 0,
  combination: 'sum',
  rules: [
    {
      id: 'retroactive',
      on: 'sale',
      reward: { kind: 'percent', rate: '10%' },
      tiers: { measure: 'revenue', period: 'month', mode: 'retroactive', steps },
    },
    {
      id: 'marginal',
      on: 'sale',
      reward: { kind: 'percent', rate: '10%' },
      tiers: { measure: 'revenue', period: 'quarter', mode: 'marginal', steps },
    },
    { id: 'leads', on: 'lead', reward: { kind: 'fixed', amount: 250 } },
    { id: 'qualified', on: 'qualified_lead', reward: { kind: 'fixed', amount: 1000 } },
    {
      id: 'many',
      on: 'milestone',
      reward: { kind: 'fixed', amount: 5000 },
      milestone: { measure: 'revenue', period: 'month', threshold: 60_000 },
    },
  ],
  caps: [{ scope: 'partner', period: 'month', amount: 40_000 }],
};

interface Meanwhile {
  readonly moves: readonly MoneyMove[];
  readonly plan: object;
  readonly moved: (what: 'releases' | 'payouts') => void;
}

async function booksOf(
  app: TestApp,
  db: Database,
  batches: readonly (readonly Told[])[],
  { moves, plan, moved }: Meanwhile = { moves: [], plan: {}, moved: () => undefined },
): Promise<string> {
  const workspace = await makeWorkspace(db, 'Order');
  const company = await furnishInProcess(app, workspace, plan);
  const start = systemClock();
  for (const [index, batch] of batches.entries()) {
    await moveMoney(app, company, moves[index] ?? 'none', moved);
    const answers = await Promise.all(batch.map((told) => deliver(app, company, start, told)));
    for (const answer of answers) {
      // A refund of what a cancellation took already is refused, which changes nothing.
      if (answer.status !== 200 && !answer.text.includes('refund_exceeds_line'))
        throw new Error(`${answer.status} ${answer.text}`);
    }
  }
  const names = company.partners.map(({ id }, index) => [uuidOf('prt', id), `partner ${index}`] as const);
  const ledger = await ledgerOf(db, workspace.id);
  const commissions = await commissionsOf(db, workspace.id);
  const { differences } = await verified(db, workspace.id);
  if (differences.length > 0) throw new Error(`verify: ${textOf(differences)}`);
  let text = [...ledger, ...commissions].join('\n');
  for (const [id, name] of names) text = text.replaceAll(id, name);
  return text
    .split('\n')
    .filter((line) => !line.endsWith(' 0'))
    .toSorted()
    .join('\n');
}

/** Refusals are right answers here: there may be nothing to pay, or nothing under way. */
async function moveMoney(app: TestApp, { key, partners }: Company, move: MoneyMove, moved: Meanwhile['moved']): Promise<void> {
  if (move === 'none') return;
  const post = (path: string, body?: unknown) =>
    app.call('POST', `/api/v1/${path}`, { as: key, ...(body === undefined ? {} : { body }) });
  if (move === 'release') {
    const answer = await post('releases');
    mustAnswer(answer);
    if (answer.status === 200 && answer.text.includes('partnerId')) moved('releases');
    return;
  }
  if (move === 'start') {
    const answer = await post('payouts', { partnerId: partners[0]?.id, currency: 'EUR' });
    mustAnswer(answer);
    if (answer.status === 201) moved('payouts');
    return;
  }
  const list = await app.call('GET', '/api/v1/payouts', { as: key });
  const [first] = list.json()['items'] as { id: string }[];
  if (first === undefined) return;
  mustAnswer(
    await (move === 'confirm'
      ? post(`payouts/${first.id}/confirmation`)
      : post(`payouts/${first.id}/rejection`, { reason: 'closed' })),
  );
}

function mustAnswer({ status, text }: Answer): void {
  if (status >= 500) throw new Error(`${status} ${text}`);
}

function deliver(app: TestApp, company: Company, start: number, { kind, at, partner, body }: Told): Promise<Answer> {
  const occurredAt = new Date(start + 1000 * at).toISOString();
  const coupon = partner === undefined ? {} : { coupon: company.partners[partner]?.coupon };
  return app.call('POST', `/api/v1/track/${kind}`, { as: company.key, body: { ...body, ...coupon, occurredAt } });
}

async function commissionsOf(db: Database, workspaceId: string): Promise<string[]> {
  const rows = await inWorkspace(db, workspaceId, (tx) =>
    tx.query<{
      partner_id: string;
      external_id: string;
      line_id: string | null;
      amount: bigint;
      reversed: bigint;
      status: string;
    }>(
      `select c.partner_id, case when f.kind = 'lead_qualified' then f.kind else f.external_id end as external_id, c.line_id, c.amount, c.reversed, c.status
         from commission c join fact f on f.workspace_id = c.workspace_id and f.seq = c.fact_seq where c.workspace_id = $1`,
      [workspaceId],
    ),
  );
  return rows.map(
    (row) =>
      `commission ${row.partner_id} ${row.external_id} ${row.line_id ?? ''}: ${row.amount} - ${row.reversed} ${row.status}`,
  );
}

function furnishInProcess(app: TestApp, { keys }: TestWorkspace, plan: object): Promise<Company> {
  const post = async (path: string, body: unknown) => {
    const answer = await app.call('POST', `/api/v1/${path}`, { as: keys.secretKey, body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.json();
  };
  return furnishBy(post, keys.workspaceId, keys.secretKey, 2, plan);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
