import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorkspace, startApp, type TestApp, type TestWorkspace } from '../../apps/server/test/app.ts';
import { freshDatabase, type TestDatabase } from '../../apps/server/test/database.ts';
import { makeFixtures } from '../../apps/server/test/route-fixtures.ts';
import { simplePlan } from '../../apps/server/test/terms.ts';
import { APPLICATION_ROLE } from '../../apps/server/src/platform/db/index.ts';
import { changedTables, fingerprinter, type Fingerprint } from './fingerprint.ts';

let app: TestApp;
let workspace: TestWorkspace;
let known: Record<string, string>;
/** A plan with one version in force, one announced for 2099, and a draft. */
let announced: string;
let fingerprint: () => Promise<Fingerprint>;
let finish: () => void;
let ended: Promise<void>;

beforeAll(async () => {
  const ready = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  finish = over.resolve;
  ended = freshDatabase(async (database) => {
    await prepare(database);
    ready.resolve();
    await over.promise;
    await app.close();
  });
  await Promise.race([ready.promise, ended]);
});

afterAll(async () => {
  finish();
  await ended;
});

async function prepare(database: TestDatabase): Promise<void> {
  app = startApp(database);
  await app.track({ url: database.url, role: APPLICATION_ROLE });
  workspace = await makeWorkspace(database.db);
  known = await makeFixtures(app, database.db, workspace);
  announced = await planWithAnnouncement();
  const sold = await app.call('POST', '/api/v1/track/sale', {
    as: workspace.keys.secretKey,
    body: { ...sale, eventId: 'by line', amount: undefined, lines: [{ id: '1', net: 500 }] },
  });
  if (sold.status !== 200 || sold.json()['counted'] !== true) throw new Error(`the sale to be refunded: ${sold.text}`);
  fingerprint = await fingerprinter(database.owner);
}

async function planWithAnnouncement(): Promise<string> {
  const make = async (path: string, body: unknown) => {
    const answer = await app.call('POST', `/api/v1/${path}`, { as: workspace.keys.secretKey, body });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`);
    return answer.json();
  };
  const planId = String((await make('programs', { ...program, plan: simplePlan }))['planId']);
  await make(`plans/${planId}/publication`, {});
  await make(`plans/${planId}/versions`, { document: simplePlan });
  await make(`plans/${planId}/publication`, { effectiveAt: '2099-01-01T00:00:00Z' });
  await make(`plans/${planId}/versions`, { document: simplePlan });
  return planId;
}

const sale = { eventId: 'bad', customer: { externalId: 'c' }, currency: 'EUR', amount: 100 };
const rule = { id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } };
const program = { name: 'Bad', destinationUrl: 'https://shop.example/' };

interface Bad {
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly code: string;
  /** Path and rule of the fault. */
  readonly field: readonly [string, string];
  readonly type?: string;
}

const raw = (body: string) => ({ body, type: 'application/json' });
const tiers = (steps: readonly unknown[]) => ({
  ...program,
  plan: { ...simplePlan, rules: [{ ...rule, tiers: { measure: 'revenue', period: 'month', mode: 'marginal', steps } }] },
});

const table: Readonly<Record<string, () => Bad>> = {
  'malformed JSON': () => ({
    ...raw('{"eventId": "a",'),
    path: 'track/sale',
    status: 400,
    code: 'malformed_json',
    field: ['', 'json'],
  }),
  'an unknown currency': () => ({
    path: 'track/sale',
    body: { ...sale, currency: 'EURO' },
    status: 422,
    code: 'invalid_request',
    field: ['currency', 'currency'],
  }),
  'a negative amount': () => ({
    path: 'track/sale',
    body: { ...sale, amount: -1 },
    status: 422,
    code: 'invalid_request',
    field: ['amount', 'minimum'],
  }),
  'a fractional amount': () => ({
    path: 'track/sale',
    body: { ...sale, amount: 10.5 },
    status: 422,
    code: 'invalid_request',
    field: ['amount', 'integer'],
  }),
  'an amount beyond 2^53': () => ({
    ...raw(JSON.stringify(sale).replace('100', '9007199254740993')),
    path: 'track/sale',
    status: 422,
    code: 'invalid_request',
    field: ['amount', 'safe_integer'],
  }),
  'lines that add up beyond 2^53': () => ({
    path: 'track/sale',
    body: { ...sale, amount: undefined, lines: ['1', '2'].map((id) => ({ id, net: Number.MAX_SAFE_INTEGER })) },
    status: 422,
    code: 'invalid_request',
    field: ['lines', 'safe_total'],
  }),
  'a line with a negative net': () => ({
    path: 'track/sale',
    body: { ...sale, amount: undefined, lines: [{ id: '1', net: -5 }] },
    status: 422,
    code: 'invalid_request',
    field: ['lines[0].net', 'minimum'],
  }),
  'more refunded than was sold': () => ({
    path: 'track/refund',
    body: { eventId: 'bad', saleEventId: 'fixture', reason: 'refund', amount: 10_001 },
    status: 422,
    code: 'refund_exceeds_line',
    field: ['amount', 'at_most_remaining'],
  }),
  'a line refunded beyond its net': () => ({
    path: 'track/refund',
    body: { eventId: 'bad', saleEventId: 'by line', reason: 'refund', lines: [{ id: '1', net: 501 }] },
    status: 422,
    code: 'refund_exceeds_line',
    field: ['lines[0].net', 'at_most_remaining'],
  }),
  'a line the sale does not have': () => ({
    path: 'track/refund',
    body: { eventId: 'bad', saleEventId: 'by line', reason: 'refund', lines: [{ id: '9', net: 1 }] },
    status: 422,
    code: 'refund_exceeds_line',
    field: ['lines[0].id', 'known_line'],
  }),
  'an unknown code': () => ({
    path: 'track/click',
    body: { code: 'nobody-has-this' },
    status: 422,
    code: 'unknown_reference',
    field: ['code', 'known_code'],
  }),
  'a clock far in the future': () => ({
    path: 'track/sale',
    body: { ...sale, occurredAt: '2200-01-01T00:00:00Z' },
    status: 422,
    code: 'clock_in_future',
    field: ['occurredAt', 'not_in_future'],
  }),
  'a click far in the future': () => ({
    path: 'track/click',
    body: { code: 'fixture', occurredAt: '2200-01-01T00:00:00Z' },
    status: 422,
    code: 'clock_in_future',
    field: ['occurredAt', 'not_in_future'],
  }),
  'a plan whose steps overlap': () => ({
    path: 'programs',
    body: tiers([
      { from: 0, rate: '10%' },
      { from: 1000, rate: '12%' },
      { from: 1000, rate: '15%' },
    ]),
    status: 422,
    code: 'plan_invalid',
    field: ['plan.rules[0].tiers.steps[2].from', 'tiers_overlap'],
  }),
  'two rules of one name': () => ({
    path: 'programs',
    body: { ...program, plan: { ...simplePlan, rules: [rule, rule] } },
    status: 422,
    code: 'plan_invalid',
    field: ['plan.rules[1].id', 'duplicate_rule_id'],
  }),
  'a partner brought in by itself': () => ({
    path: 'enrollments',
    body: { programId: known['prg'], partnerId: known['prt'], uplineEnrollmentId: known['enr'] },
    status: 422,
    code: 'upline_cycle',
    field: ['uplineEnrollmentId', 'upline'],
  }),
  'versions in force at once': () => ({
    path: `plans/${announced}/publication`,
    body: { effectiveAt: '2090-01-01T00:00:00Z' },
    status: 409,
    code: 'conflict',
    field: ['effectiveAt', 'after_announced'],
  }),
  'a version without its notice': () => ({
    path: `plans/${announced}/publication`,
    body: { effectiveAt: '2000-01-01T00:00:00Z' },
    status: 422,
    code: 'notice_too_short',
    field: ['effectiveAt', 'notice'],
  }),
  'a CSV with a wrong column': () => ({
    path: 'imports?kind=sales',
    body: 'order;when;who\n1;2026-01-01;a\n',
    type: 'text/csv',
    status: 422,
    code: 'import_columns',
    field: ['mapping.customerId', 'required_column'],
  }),
};

test.each(Object.keys(table))('%s: what is wrong, by which rule, and how it would be right; nothing is written', async (name) => {
  const bad = table[name]?.();
  if (bad === undefined) throw new Error(name);
  const told: Record<string, { message: string; title: string }> = {};
  const changed = await refusedInBothLanguages(bad, told);
  expect(told['fr']?.title).not.toBe(told['en']?.title);
  expect(told['fr']?.message).not.toBe(told['en']?.message);
  expect(changed).toEqual([]);
});

/** Sends it in both languages and checks what is told; the tables that changed meanwhile. */
async function refusedInBothLanguages(
  bad: ReturnType<(typeof table)[string]>,
  told: Record<string, { message: string; title: string }>,
): Promise<string[]> {
  const before = await fingerprint();
  for (const language of ['fr', 'en']) {
    const headers = { 'accept-language': language, ...(bad.type === undefined ? {} : { 'content-type': bad.type }) };
    const answer = await app.call('POST', `/api/v1/${bad.path}`, { as: workspace.keys.secretKey, body: bad.body, headers });
    expect(answer.status, answer.text).toBe(bad.status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const { code, title, detail, fields } = answer.json();
    expect(code).toBe(bad.code);
    expect(String(detail)).not.toBe('');
    const [field] = (fields as { path: string; rule: string; message: string; example?: unknown }[]).filter(
      (one) => one.path === bad.field[0],
    );
    expect(field, answer.text).toMatchObject({ path: bad.field[0], rule: bad.field[1], example: expect.anything() });
    told[language] = { message: String(field?.message), title: String(title) };
  }
  return changedTables(before, await fingerprint());
}
