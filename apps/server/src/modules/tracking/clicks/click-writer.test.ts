import { Client } from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts';
import { withTracking, type TrackingStage } from '../../../../test/tracking.ts';
import { ensureMonth, SETTLING_LOCK } from './click-copy.store.ts';

/** Keeps every writer waiting in the middle of its transaction until `release`. */
async function holdWriters(url: string): Promise<{ release(): Promise<void> }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`select pg_advisory_lock(${SETTLING_LOCK})`);
  return { release: () => client.end() };
}

async function waitingWriters(database: TestDatabase): Promise<number[]> {
  const rows = await database.owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%copy click_%'`,
  );
  return rows.map(({ pid }) => pid);
}

async function storedIds({ database, workspaceId }: TrackingStage): Promise<string[]> {
  const rows = await database.owner.query<{ id: string }>('select id from click where workspace_id = $1', [workspaceId]);
  return rows.map(({ id }) => id);
}

describe('the click writer', () => {
  it('answers once the click is durable, not before', () =>
    freshDatabase((database) =>
      withTracking(database, async (stage) => {
        const held = await holdWriters(database.url);
        let answered = false;
        const asked = stage.get('/r/anna?sub=blog').then((answer) => {
          answered = true;
          return answer;
        });
        await vi.waitFor(async () => expect(await waitingWriters(database)).toHaveLength(1));
        expect(answered).toBe(false);
        await held.release();
        const answer = await asked;
        expect(answer.status).toBe(302);
        const [row] = await database.owner.query<Record<string, unknown>>('select *, at = to_timestamp(0) as never from click');
        expect(row).toMatchObject({
          workspace_id: stage.workspaceId,
          id: answer.clickId,
          program_id: stage.programId,
          enrollment_id: stage.enrollmentId,
          partner_id: stage.partnerId,
          sub_id: 'blog',
          flag: null,
          agent: 'chrome linux',
          referrer_host: null,
          parameter: null,
          path: 'cookie',
        });
        expect(row?.['address_hash']).toHaveLength(16);
        expect(Number.parseInt(answer.clickId.replace('-', '').slice(0, 12), 16)).toBe(row?.['at']);
      }),
    ));

  it('acknowledges nothing when its connection is killed, and the click may be sent again', () =>
    freshDatabase((database) =>
      withTracking(database, async (stage) => {
        const visitor = { 'x-forwarded-for': '203.0.113.5' };
        const held = await holdWriters(database.url);
        const asked = stage.get('/r/anna', visitor);
        const [pid] = await vi.waitFor(async () => {
          const waiting = await waitingWriters(database);
          expect(waiting).toHaveLength(1);
          return waiting;
        });
        await database.owner.query('select pg_terminate_backend($1)', [pid]);
        const lost = await asked;
        expect([lost.status, lost.headers['retry-after']]).toEqual([503, '1']);
        await held.release();
        expect(await storedIds(stage)).toEqual([]);
        const again = await stage.get('/r/anna', visitor);
        expect(again.status).toBe(302);
        const rows = await database.owner.query('select id, flag from click');
        expect(rows).toEqual([{ id: again.clickId, flag: null }]);
        expect(stage.faults).toHaveLength(1);
      }),
    ));

  it('stores the good rows of a batch that has a bad one', () =>
    freshDatabase((database) =>
      withTracking(database, async (stage) => {
        const [partition] = await database.owner.query<{ name: string }>(
          `select 'click_' || to_char(now() at time zone 'UTC', 'YYYYMM') as name`,
        );
        await database.owner.query(
          `alter table ${partition?.name} add constraint no_poison check (sub_id is distinct from 'poison')`,
        );
        const held = await holdWriters(database.url);
        const first = stage.get('/r/anna?sub=first');
        await vi.waitFor(async () => expect(await waitingWriters(database)).toHaveLength(1));
        const others = ['a', 'poison', 'b'].map((subId) => stage.get(`/r/anna?sub=${subId}`));
        await vi.waitFor(() => expect(stage.tracking.waiting()).toBe(4));
        await held.release();
        const answers = await Promise.all([first, ...others]);
        expect(answers.map(({ status }) => status)).toEqual([302, 302, 503, 302]);
        const kept = answers.filter(({ status }) => status === 302).map(({ clickId }) => clickId);
        expect((await storedIds(stage)).toSorted()).toEqual(kept.toSorted());
      }),
    ));

  it('refuses with 503 once its queue is full, and takes clicks again afterwards', () =>
    freshDatabase((database) =>
      withTracking(
        database,
        async (stage) => {
          const held = await holdWriters(database.url);
          const waiting = [stage.get('/r/anna'), stage.get('/r/anna')];
          await vi.waitFor(() => expect(stage.tracking.waiting()).toBe(2));
          const refused = await stage.get('/r/anna');
          expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);
          await held.release();
          expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([302, 302]);
          expect((await stage.get('/r/anna')).status).toBe(302);
          expect(await storedIds(stage)).toHaveLength(3);
        },
        { mostWaiting: 2 },
      ),
    ));

  it('answers 503 while the database is away, and recovers by itself', () =>
    freshDatabase((database) =>
      withTracking(database, async (stage) => {
        expect((await stage.get('/r/anna')).status).toBe(302);
        const [name] = await database.owner.query<{ name: string }>('select current_database() as name');
        const admin = new Client({ connectionString: database.url.replace(/\/[^/]*$/, '/postgres') });
        await admin.connect();
        await admin.query(`alter database ${name?.name} with allow_connections false`);
        await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name?.name]);
        for (const _ of [1, 2, 3]) {
          const answer = await stage.get('/r/anna');
          expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1']);
        }
        await admin.query(`alter database ${name?.name} with allow_connections true`);
        await admin.end();
        const answer = await stage.get('/r/anna');
        expect(answer.status).toBe(302);
        expect(await storedIds(stage)).toContain(answer.clickId);
      }),
    ));

  it('keeps every click it answered under a crowd, each exactly once', () =>
    freshDatabase((database) =>
      withTracking(database, async (stage) => {
        const answers = await Promise.all(Array.from({ length: 400 }, () => stage.get('/r/anna')));
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
        expect((await storedIds(stage)).toSorted()).toEqual(answers.map(({ clickId }) => clickId).toSorted());
        const cookies = answers.map(({ headers }) => String(headers['set-cookie']));
        expect(new Set(cookies).size).toBe(400);
      }),
    ));

  it('makes a month once, however many sessions ask for it at the same instant', () =>
    freshDatabase(async ({ db, owner }) => {
      const months = Array.from(
        { length: 24 },
        (_none, index) => `20${31 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      );
      for (const month of months) {
        await Promise.all(Array.from({ length: 8 }, () => ensureMonth(db, month)));
      }
      const rows = await owner.query<{ count: bigint }>(
        `select count(*) from pg_inherits where inhparent = 'click'::regclass and inhrelid::regclass::text >= 'click_203101'`,
      );
      expect(Number(rows[0]?.count)).toBe(months.length);
    }));
});
