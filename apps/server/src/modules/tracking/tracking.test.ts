import { changeEnrollmentState, endLink, publishPlan } from '../program/index.ts';
import { decodeId, encodeId } from '@cordee/core/ids';
import { describe, expect, it, vi } from 'vitest';
import { contextFor, makeWorkspace, TEST_ORIGIN } from '../../../test/app.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { withTracking, type TrackingStage } from '../../../test/tracking.ts';
import type { Actor } from '../../platform/context.ts';
import { transaction, withWorkspace } from '../../platform/db/index.ts';
import { clickDaysStatement } from './clicks.store.ts';
import { clickSeries, destroyOldSalts, purgeClicks, resolveClicks, rollUpClicks } from './index.ts';
import { trackClick } from './verbs/track-click.ts';

const DAY_MS = 86_400_000;
const SCRIPT: Actor = { kind: 'key', keyId: 'k', scopes: ['track:client'], publishable: true };
const SERVER: Actor = { kind: 'key', keyId: 'k', scopes: ['track'], publishable: false };
const BROWSER = { address: '203.0.113.9', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0' };

function staged(test: (stage: TrackingStage, database: TestDatabase) => Promise<void>): () => Promise<void> {
  return () => freshDatabase((database) => withTracking(database, (stage) => test(stage, database)));
}

function today(offsetDays = 0): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now() + offsetDays * DAY_MS);
}

function seriesOf({ context }: TrackingStage, query: { partnerId?: string; programId?: string; actor?: Actor } = {}) {
  const { actor = context.actor, ...narrow } = query;
  return clickSeries({ ...context, actor }, { from: today(-500), to: today(1), ...narrow });
}

/** A click of the company's server at an instant of the past. */
function clickAt({ tracking, context }: TrackingStage, at: number, visitorId?: string) {
  const input = { code: 'anna', occurredAt: at, ...(visitorId === undefined ? {} : { visitorId }) };
  return trackClick(tracking.desk, { ...context, actor: SERVER }, input, BROWSER);
}

describe('links', () => {
  it(
    'made, paused and ended while the redirect runs are followed without being asked for',
    staged(async (stage) => {
      const { context, enrollmentId, get } = stage;
      await stage.addLink('fresh');
      expect((await get('/r/fresh')).location).toMatch(/^https:\/\/shop\.example\/welcome\?cordee_click=clk_/);
      await changeEnrollmentState(context, enrollmentId, { state: 'paused' });
      await vi.waitFor(async () => expect((await get('/r/fresh')).clickId).not.toBe(''));
      await changeEnrollmentState(context, enrollmentId, { state: 'active' });
      const [link] = await stage.database.owner.query<{ id: string }>(`select id from link where code = 'fresh'`);
      await endLink(context, link?.id ?? '', TEST_ORIGIN);
      await vi.waitFor(async () => expect((await get('/r/fresh')).clickId).toBe(''), { timeout: 10_000 });
    }),
  );

  it(
    'a lost notification is made up for by the version',
    staged(async ({ database, workspaceId, tracking, get }) => {
      await database.owner.query(`update link set code = 'renamed' where code = 'anna'`);
      await database.owner.query('update fact_head set terms_version = terms_version + 1 where workspace_id = $1', [workspaceId]);
      await tracking.refreshLinks();
      const before = await get('/r/anna');
      expect([before.status, before.clickId]).toEqual([302, '']);
      expect((await get('/r/renamed')).clickId).not.toBe('');
    }),
  );
});

describe('clicks that did not pass through the redirect', () => {
  it(
    'come from the page with the visitor’s own agent and network',
    staged(async ({ tracking, context, database }) => {
      const input = {
        code: 'ANNA',
        url: 'https://shop.example/?via=ANNA&sub=blog#x',
        referrer: 'https://news.example/a',
        parameter: 'via',
      };
      const answer = await trackClick(tracking.desk, { ...context, actor: SCRIPT }, input, BROWSER);
      expect(answer.destination).toBe(`https://shop.example/welcome?cordee_click=${answer.clickId}`);
      const rows = await database.owner.query(
        'select id, visitor_id, sub_id, agent, referrer_host, parameter, path, flag from click',
      );
      expect(rows).toEqual([
        {
          id: decodeId('clk', answer.clickId),
          visitor_id: answer.visitorId,
          sub_id: 'blog',
          agent: 'firefox windows',
          referrer_host: 'news.example',
          parameter: 'via',
          path: 'script',
          flag: null,
        },
      ]);
      const again = await trackClick(
        tracking.desk,
        { ...context, actor: SCRIPT },
        { ...input, visitorId: answer.visitorId },
        BROWSER,
      );
      expect(again).toMatchObject({ flag: 'repeat', visitorId: answer.visitorId });
      const robot = await trackClick(tracking.desk, { ...context, actor: SCRIPT }, input, {
        ...BROWSER,
        userAgent: 'Googlebot/2.1',
      });
      expect(robot.flag).toBe('bot');
    }),
  );

  it(
    'come from the server, from months nobody prepared too, without its address or agent',
    staged(async (stage) => {
      const at = Date.now() - 100 * DAY_MS;
      const answer = await clickAt(stage, at);
      const rows = await stage.database.owner.query('select id, at, address_hash, agent, path from click');
      expect(rows).toEqual([{ id: decodeId('clk', answer.clickId), at, address_hash: null, agent: null, path: 'api' }]);
    }),
  );

  it(
    'are refused for unknown and ended codes, instants a page gives, the future and the distant past, and other keys',
    staged(async (stage) => {
      const { tracking, context, workspaceId, database } = stage;
      const send = (actor: Actor, input: { code: string; occurredAt?: number }) =>
        trackClick(tracking.desk, { ...context, actor }, input, BROWSER);
      const now = Date.now();
      await expect(send(SERVER, { code: 'nobody' })).rejects.toMatchObject({ code: 'unknown_reference' });
      await expect(send(SERVER, { code: '' })).rejects.toMatchObject({ code: 'unknown_reference' });
      await expect(send(SCRIPT, { code: 'anna', occurredAt: now })).rejects.toMatchObject({ code: 'invalid_request' });
      await expect(send(SERVER, { code: 'anna', occurredAt: now + 3_600_000 })).rejects.toMatchObject({
        code: 'clock_in_future',
      });
      await expect(send(SERVER, { code: 'anna', occurredAt: now - 500 * DAY_MS })).rejects.toMatchObject({
        code: 'invalid_request',
      });
      const reader: Actor = { kind: 'key', keyId: 'k', scopes: ['read'], publishable: false };
      await expect(send(reader, { code: 'anna' })).rejects.toMatchObject({ code: 'forbidden' });
      const other = await makeWorkspace(database.db, 'Other');
      await tracking.refreshLinks();
      const foreign = contextFor(database.db, other.id, { actor: SERVER });
      await expect(trackClick(tracking.desk, foreign, { code: 'anna' }, BROWSER)).rejects.toMatchObject({
        code: 'unknown_reference',
      });
      expect(await database.owner.query('select from click where workspace_id = $1', [workspaceId])).toHaveLength(0);
    }),
  );
});

describe('resolving clicks', () => {
  it(
    'finds them by id and by visitor, in their workspace only',
    staged(async (stage) => {
      const { database, workspaceId, enrollmentId } = stage;
      const [old, recent] = [Date.now() - 90 * DAY_MS, Date.now() - DAY_MS];
      const first = await clickAt(stage, old);
      const second = await clickAt(stage, recent, first.visitorId);
      const id = decodeId('clk', first.clickId) ?? '';
      const resolve = (workspace: string, until?: number) =>
        transaction(database.db, async (tx) => {
          await withWorkspace(tx, workspace);
          return resolveClicks(tx, workspace, {
            clickIds: [id, id, '01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-474b-bcce-b302099a8057'],
            visitorIds: [first.visitorId],
            ...(until === undefined ? {} : { until }),
          });
        });
      const found = await resolve(workspaceId);
      expect([...found.byClick.keys()]).toEqual([id]);
      expect(found.byClick.get(id)).toEqual([{ id, at: old, enrollmentId, linkId: expect.any(String) }]);
      expect(found.byVisitor.get(first.visitorId)?.map((touch) => touch.id)).toEqual([decodeId('clk', second.clickId), id]);
      expect((await resolve(workspaceId, recent - 1)).byVisitor.get(first.visitorId)).toHaveLength(1);
      const other = await makeWorkspace(database.db, 'Other');
      const foreign = await resolve(other.id);
      expect([foreign.byClick.size, foreign.byVisitor.size]).toEqual([0, 0]);
    }),
  );

  it(
    'says what was flagged, and takes the latest fifty of a visitor',
    staged(async (stage) => {
      const { tracking, context, database, workspaceId } = stage;
      const { visitorId } = await clickAt(stage, Date.now());
      await Promise.all(
        Array.from({ length: 60 }, () =>
          trackClick(tracking.desk, { ...context, actor: SERVER }, { code: 'anna', visitorId }, BROWSER),
        ),
      );
      const found = await transaction(database.db, async (tx) => {
        await withWorkspace(tx, workspaceId);
        return resolveClicks(tx, workspaceId, { clickIds: [], visitorIds: [visitorId] });
      });
      const touches = found.byVisitor.get(visitorId) ?? [];
      expect(touches).toHaveLength(50);
      expect(touches.filter(({ flag }) => flag === 'repeat').length).toBeGreaterThan(48);
    }),
  );
});

describe('daily sums', () => {
  it(
    'take every click exactly once, however many sum while others write',
    staged(async (stage) => {
      const { database, get } = stage;
      const sum = () => rollUpClicks(database.db, Date.now(), { chunk: 7n });
      const answers: Promise<unknown>[] = [];
      for (let round = 0; round < 8; round += 1) {
        for (let click = 0; click < 25; click += 1) answers.push(get('/r/anna'));
        answers.push(sum(), sum());
        await answers.at(-1);
        const seen = await seriesOf(stage);
        expect(seen.total.clicks).toBeLessThanOrEqual((round + 1) * 25);
      }
      await Promise.all(answers);
      await sum();
      const [byLink] = await database.owner.query<Record<string, bigint>>(
        'select sum(clicks)::int8 as clicks from click_daily_link',
      );
      const [daily] = await database.owner.query<Record<string, bigint>>('select sum(clicks)::int8 as clicks from click_daily');
      const [total] = await database.owner.query<Record<string, bigint>>(
        'select sum(clicks)::int8 as clicks from click_daily_total',
      );
      expect([daily?.['clicks'], total?.['clicks'], byLink?.['clicks']]).toEqual([200n, 200n, 200n]);
      expect(await sum()).toBe(0);
    }),
  );

  it(
    'wait for a writer that is half-way instead of passing it by',
    staged(async ({ database, get }) => {
      await get('/r/anna');
      await transaction(database.owner, async (tx) => {
        await tx.query('select pg_advisory_xact_lock_shared(4871530962217790312)');
        expect(await rollUpClicks(database.db, Date.now())).toBe(0);
      });
      expect(await rollUpClicks(database.db, Date.now())).toBe(1);
    }),
  );

  it(
    'and what came since make the series, by partner and program, in the workspace’s days',
    staged(async (stage) => {
      const { database, get, partnerId, programId } = stage;
      await clickAt(stage, Date.parse(`${today(-40)}T23:30:00Z`));
      for (const _ of [1, 2]) await get('/r/anna', { 'x-forwarded-for': '203.0.113.5' });
      await get('/r/anna', { 'user-agent': 'Googlebot/2.1' });
      await rollUpClicks(database.db, Date.now());
      await get('/r/anna');
      const expected = { clicks: 3, repeats: 1, bots: 1 };
      const series = await seriesOf(stage);
      expect(series.total).toEqual(expected);
      // 23:30 in London's winter or summer is the next day in Paris.
      expect(series.days.map(({ day }) => day)).toEqual([today(-39), today()]);
      expect((await seriesOf(stage, { partnerId, programId })).total).toEqual(expected);
      expect((await seriesOf(stage, { programId: partnerId })).total).toEqual({ clicks: 0, repeats: 0, bots: 0 });
      const own: Actor = { kind: 'user', userId: 'u', role: 'partner', partnerId };
      expect((await seriesOf(stage, { actor: own })).total).toEqual(expected);
      await expect(seriesOf(stage, { actor: own, partnerId: programId })).rejects.toMatchObject({ code: 'not_found' });
      const stranger: Actor = { kind: 'user', userId: 'u', role: 'partner', partnerId: programId };
      expect((await seriesOf(stage, { actor: stranger })).days).toEqual([]);
    }),
  );

  it(
    'spare the series any raw click older than two days',
    staged(async (stage) => {
      for (const days of [35, 70, 140]) await clickAt(stage, Date.now() - days * DAY_MS);
      await rollUpClicks(stage.database.db, Date.now());
      const rawFrom = Date.now() - 2 * DAY_MS;
      const filter = { partnerId: stage.partnerId, programId: null, from: today(-365), to: today(), rawFrom };
      const { text, values } = clickDaysStatement(stage.workspaceId, filter);
      const plan = await stage.database.owner.query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off) ${text}`, values);
      const scanned = plan.flatMap((line) => (/click_\d{6}/.exec(line['QUERY PLAN']) ?? []).map(String));
      const recent = [rawFrom, Date.now(), Date.now() + 31 * DAY_MS].map(
        (at) => `click_${new Date(at).toISOString().slice(0, 7).replace('-', '')}`,
      );
      expect(scanned.length).toBeGreaterThan(0);
      for (const partition of scanned) expect(recent).toContain(partition);
    }),
  );

  it(
    'find what came since by its time alone, under row-level security too',
    staged(async (stage) => {
      await clickAt(stage, Date.now());
      await rollUpClicks(stage.database.db, Date.now());
      const rawFrom = Date.now() - 2 * DAY_MS;
      const filter = { partnerId: stage.partnerId, programId: null, from: today(-365), to: today(), rawFrom };
      const { text, values } = clickDaysStatement(stage.workspaceId, filter);
      const plan = await transaction(
        stage.database.db,
        async (tx) => {
          await tx.query('set local enable_seqscan to off');
          await tx.query('set local enable_bitmapscan to off');
          return tx.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`, values);
        },
        { workspaceId: stage.workspaceId },
      );
      const lines = plan.map((line) => line['QUERY PLAN']);
      const bounds = lines.filter((line) => /Index Cond:.*\(at >= .*\(at >= /.test(line));
      expect(bounds.length, lines.join('\n')).toBeGreaterThan(0);
      expect(lines.filter((line) => /Filter:.*\(at >= /.test(line))).toEqual([]);
    }),
  );
});

describe('retention', () => {
  const owner: Actor = { kind: 'user', userId: 'u', role: 'owner', partnerId: null };

  it(
    'counts without deleting unless told, keeps the sums, and leaves a trace',
    staged(async (stage) => {
      const { database, context } = stage;
      const ages = [10, 200, 201, 390];
      for (const age of ages) await clickAt(stage, Date.now() - age * DAY_MS);
      await rollUpClicks(database.db, Date.now());
      const as = { ...context, actor: owner };
      const dry = await purgeClicks(as, { olderThanDays: 100, dryRun: true });
      expect(dry).toMatchObject({ dryRun: true, clicks: 3, minimumDays: 30 });
      expect(dry.months.reduce((sum, { clicks }) => sum + clicks, 0)).toBe(3);
      const count = async () => (await database.owner.query('select from click')).length;
      expect(await count()).toBe(4);
      const done = await purgeClicks(as, { olderThanDays: 100, dryRun: false });
      expect(done.months).toEqual(dry.months);
      expect(await count()).toBe(1);
      expect((await seriesOf(stage)).total.clicks).toBe(4);
      const audit = await database.owner.query(`select subject from audit where action = 'clicks.purged'`);
      expect(audit).toEqual([{ subject: encodeId('wsp', stage.workspaceId) }]);
    }),
  );

  it(
    'keeps what is not summed yet, what a plan could still credit, and other workspaces',
    staged(async (stage) => {
      const { database, context } = stage;
      await clickAt(stage, Date.now() - 300 * DAY_MS);
      const as = { ...context, actor: owner };
      expect((await purgeClicks(as, { olderThanDays: 40, dryRun: false })).clicks).toBe(0);
      await rollUpClicks(database.db, Date.now());
      await publishPlan(context, stage.planId, {});
      const [plan] = await database.owner.query<{ attribution: { windowDays: number; windows?: Record<string, number> } }>(
        `select document -> 'attribution' as attribution from plan_version where published_at is not null`,
      );
      const { windowDays = 0, windows = {} } = plan?.attribution ?? {};
      const minimum = Math.max(windowDays, ...Object.values(windows)) + 30;
      expect(minimum).toBeGreaterThan(31);
      await expect(purgeClicks(as, { olderThanDays: minimum - 1, dryRun: true })).rejects.toMatchObject({
        code: 'invalid_request',
        fields: [{ path: 'olderThanDays', rule: 'minimum', example: minimum }],
      });
      const other = await makeWorkspace(database.db, 'Other');
      const elsewhere = contextFor(database.db, other.id, { actor: owner });
      expect((await purgeClicks(elsewhere, { olderThanDays: 31, dryRun: false })).clicks).toBe(0);
      expect((await purgeClicks(as, { olderThanDays: minimum, dryRun: false })).clicks).toBe(1);
    }),
  );

  it(
    'is for owners',
    staged(async ({ context }) => {
      const manager: Actor = { ...owner, role: 'manager' };
      await expect(purgeClicks({ ...context, actor: manager }, { olderThanDays: 400, dryRun: true })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }),
  );

  it(
    'destroys the keys of days that are over',
    staged(async ({ database }) => {
      await database.owner.query(`insert into address_salt (day, key) values ('2020-01-01', '\\x00')`);
      expect(await destroyOldSalts(database.db, Date.now())).toBe(1);
      const left = await database.owner.query<{ day: string }>('select day, length(key) as bytes from address_salt');
      expect(left).toEqual([{ day: new Date().toISOString().slice(0, 10), bytes: 32 }]);
    }),
  );
});
