import type { PlanDocument } from '@cordee/core/plan';
import type { Instant } from '@cordee/core/time';
import { afterAll } from 'vitest';
import { maturityDraft, verifyWorkspace, type Verification } from '../src/modules/counting/index.ts';
import type { Database } from '../src/platform/db/index.ts';
import { contextFor, makeWorkspace, startApp, type Answer, type AppOptions, type TestApp, type TestWorkspace } from './app.ts';
import type { TestDatabase } from './database.ts';
import { crowdedDatabase, freshDatabase } from './database.ts';
import { simplePlan, uuidOf } from './terms.ts';

export const DAY = 86_400_000;
/** 15 January 2026, 10:00 in Paris. */
export const START = Date.UTC(2026, 0, 15, 9);

export interface BookPartner {
  readonly id: string;
  readonly uuid: string;
  readonly coupon: string;
}

export interface Balance {
  readonly currency: string;
  readonly pending: number;
  readonly payable: number;
  readonly inPayout: number;
  readonly paid: number;
}

/** A company with a program whose partners are credited by coupon, over HTTP, on a clock of its own. */
export interface Books {
  readonly app: TestApp;
  readonly db: Database;
  /** Past the application's rights, to alter what nobody may. */
  readonly owner: Database;
  readonly url: string;
  readonly workspace: TestWorkspace;
  readonly key: string;
  readonly programId: string;
  /** Moves when told. */
  now: Instant;
  partner(name: string): Promise<BookPartner>;
  get(path: string, as?: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, as?: string, headers?: Record<string, string>): Promise<Answer>;
  /** Fails unless it is answered with success. */
  done(path: string, body: unknown): Promise<Record<string, unknown>>;
  sale(eventId: string, partner: BookPartner, amount: number, more?: object): Promise<Record<string, unknown>>;
  refund(eventId: string, saleEventId: string, more?: object): Promise<Record<string, unknown>>;
  /** Ends all holds due by the clock, as the hourly job does. */
  release(): Promise<void>;
  balance(partner: BookPartner, query?: string): Promise<Balance>;
  verify(): Promise<Verification>;
}

/** A database with the application over it, and the books whose clock it goes by. */
interface Stage {
  readonly database: TestDatabase;
  readonly app: TestApp;
  books: Books | null;
}

let shared: Promise<Stage> | undefined;

/**
 * Opens books for `test`, in a workspace of their own beside those of other tests: past the API, look at this workspace only.
 * Commissions are a tenth, held for ten days unless the plan says otherwise.
 */
export async function withBooks(
  test: (books: Books) => Promise<void>,
  plan: Partial<PlanDocument> = {},
  program: object = {},
): Promise<void> {
  shared ??= crowdedDatabase().then((database) => setStage(database));
  await test(await openOn(await shared, { ...simplePlan, holdDays: 10, ...plan }, program));
}

// Before the database is closed: hooks run in the opposite order.
afterAll(async () => {
  const stage = await shared;
  shared = undefined;
  await stage?.app.close();
});

/** As `withBooks`, on a database and an application of their own: for tests of the whole database, of its rights or its end. */
export function withOwnBooks(
  test: (books: Books) => Promise<void>,
  plan: Partial<PlanDocument> = {},
  program: object = {},
  options: AppOptions = {},
): Promise<void> {
  return freshDatabase(async (database) => {
    const books = await openBooks(database, { ...simplePlan, holdDays: 10, ...plan }, program, options);
    try {
      await test(books);
    } finally {
      await books.app.close();
    }
  });
}

/** Books over an application made for them; close it. */
export function openBooks(
  database: TestDatabase,
  plan: PlanDocument,
  settings: object,
  options: AppOptions = {},
): Promise<Books> {
  return openOn(setStage(database, options), plan, settings);
}

function setStage(database: TestDatabase, options: AppOptions = {}): Stage {
  // Each reading a millisecond later: what is recorded keeps its order. Workspaces are made on the system's clock.
  const clock = () => (stage.books === null ? START : (stage.books.now += 1));
  const stage: Stage = { database, app: startApp(database, { ...options, clock }), books: null };
  return stage;
}

async function openOn(stage: Stage, plan: PlanDocument, settings: object): Promise<Books> {
  const { database, app } = stage;
  const { db } = database;
  const workspace = await makeWorkspace(db);
  await setBack(database.owner, workspace.id);
  const key = workspace.keys.secretKey;
  const books: Books = {
    app,
    db,
    owner: database.owner,
    url: database.url,
    workspace,
    key,
    programId: '',
    now: START,
    get: (path, as = key, headers = {}) => app.call('GET', `/api/v1/${path}`, { as, headers }),
    post: (path, body, as = key, headers = {}) => app.call('POST', `/api/v1/${path}`, { as, body, headers }),
    async done(path, body) {
      const answer = await books.post(path, body);
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
      return answer.json();
    },
    async partner(name) {
      const { id } = await books.done('partners', { name, kind: 'affiliate' });
      const enrollment = await books.done('enrollments', { programId: books.programId, partnerId: id });
      const { code } = await books.done('coupons', { enrollmentId: enrollment['id'], code: `${name.replaceAll(' ', '-')}-10` });
      return { id: String(id), uuid: uuidOf('prt', String(id)), coupon: String(code) };
    },
    sale: (eventId, { coupon }, amount, more = {}) =>
      books.done('track/sale', {
        eventId,
        customer: { externalId: `customer of ${eventId}` },
        currency: 'EUR',
        amount,
        coupon,
        ...more,
      }),
    refund: (eventId, saleEventId, more = {}) => books.done('track/refund', { eventId, saleEventId, reason: 'refund', ...more }),
    async release() {
      await app.intake.submit(workspace.id, maturityDraft(books.now, books.now));
    },
    async balance({ id }, query = '') {
      const answer = await books.get(`partners/${id}/balance${query}`);
      const list: unknown = answer.json();
      return (list as Balance[])[0] ?? { currency: 'EUR', pending: 0, payable: 0, inPayout: 0, paid: 0 };
    },
    verify: () => verifyWorkspace(contextFor(db, workspace.id)),
  };
  stage.books = books;
  const made = await books.done('programs', {
    name: 'Amis de la maison',
    destinationUrl: 'https://shop.example/',
    plan,
    ...settings,
  });
  await books.done(`plans/${String(made['planId'])}/publication`, {});
  return Object.assign(books, { programId: String(made['id']) });
}

/** Lets the order of facts begin on the clock of the test, not on the system's. */
async function setBack(owner: Database, workspaceId: string): Promise<void> {
  await owner.query('update fact_head set recorded_at = $2 where workspace_id = $1', [workspaceId, new Date(START)]);
}
