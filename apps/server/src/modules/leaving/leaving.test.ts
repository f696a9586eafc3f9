import { decodeId } from '@cordee/core/ids';
import { localDateOf, shiftDate, startOfDay } from '@cordee/core/time';
import { unzipSync } from 'fflate';
import { pino } from 'pino';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeSession, type Answer } from '../../../test/app.ts';
import { DAY, withBooks, withOwnBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { followLeavingsOf } from './verbs/follow-leavings.ts';

const today = (books: Books) => localDateOf(books.now, 'Europe/Paris');
const done = (answer: Answer): Record<string, unknown> => {
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.json();
};
const refused = (answer: Answer) => {
  const { code, fields } = answer.json() as { code: string; fields?: { rule: string }[] };
  return [answer.status, code, ...(fields ?? []).map(({ rule }) => rule)];
};
const follow = (books: Books) =>
  followLeavingsOf({ db: books.db, now: () => books.now, baseUrl: 'http://localhost' }, books.workspace.id);

interface Content {
  readonly endsOn: string;
  readonly earliest: { basis: string };
  readonly steps: { id: string; on: string | null }[];
  readonly account: { least: number; most: number | null; owedBy: string }[];
  readonly gaps: { code: string }[];
}
interface Standing {
  readonly leaving: {
    state: string;
    endsOn: string;
    steps: { id: string; done: object | null }[];
    account: object | null;
  } | null;
  readonly actions: string[];
}

/** A partner with a charter both have signed. */
async function signed(books: Books, name = 'Ana'): Promise<{ ana: BookPartner; session: string; charter: string }> {
  const ana = await books.partner(name);
  const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
  const body = { partnerId: ana.id, kind: 'introducer', prevailing: 'fr', companyPerson: 'Claire', partnerPerson: 'Zoé' };
  const { id } = done(await books.post('charters', body));
  const charter = String(id);
  done(await books.post(`charters/${charter}/sharing`, {}));
  const { hash } = done(await books.get(`charters/${charter}/versions/1`)) as unknown as { hash: string };
  for (const as of [books.key, session]) done(await books.post(`charters/${charter}/approval`, { hash }, as));
  const signature = { hash, signedOn: today(books) };
  for (const as of [books.key, session]) done(await books.post(`charters/${charter}/signature`, signature, as));
  return { ana, session, charter };
}

async function active(books: Books, { id }: BookPartner): Promise<void> {
  done(await books.post(`partners/${id}/stage`, { stage: 'active' }));
}

async function write(
  books: Books,
  path: string,
  as: string,
): Promise<{ id: string; files: Record<string, string>; raw: Buffer }> {
  const { id } = done(await books.post(path, {}, as)) as unknown as { id: string };
  const run = { attempt: 1, signal: new AbortController().signal, log: pino({ level: 'silent' }) };
  const payload = { workspaceId: books.workspace.id, archiveId: decodeId('arc', id) };
  await books.app.jobs['leaving.archive']?.perform(payload, run);
  const headers = as === books.key ? { authorization: `Bearer ${as}` } : { cookie: as };
  const file = await books.app.fastify.inject({ method: 'GET', url: `/api/v1/partner-archives/${id}/file`, headers });
  expect(file.statusCode, file.body.slice(0, 300)).toBe(200);
  const files = Object.entries(unzipSync(file.rawPayload)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]);
  return { id, files: Object.fromEntries(files) as Record<string, string>, raw: file.rawPayload };
}

describe('a rehearsal', () => {
  it('says the same to both sides, changes nothing, and is kept as it was', () =>
    withBooks(async (books) => {
      const { ana, session } = await signed(books);
      await books.sale('s1', ana, 10_000);
      const path = `partners/${ana.id}/exit-rehearsal`;
      const ours = done(await books.get(path)) as unknown as Content;
      expect(ours.earliest).toMatchObject({ basis: 'notice', endsOn: '2026-04-30' });
      expect(ours.account).toMatchObject([{ currency: 'EUR', pending: 1000, least: 0, most: null, owedBy: 'open' }]);
      expect(ours.steps.find(({ id }) => id === 'run_off')?.on).toBe('2026-10-30');
      expect((done(await books.get(path, session)) as unknown as Content).endsOn).toBe(ours.endsOn);
      expect(done(await books.get(`${path}?contractKind=agent&on=2029-01-20`)) as unknown as Content).toMatchObject({
        earliest: { lawOn: '2029-04-30' },
      });
      expect((await books.get(`${path}?endsOn=2026-01-01`)).status).toBe(422);
      const dispute = { partnerId: ana.id, subject: 'other', title: 'Who brought it', asks: 'The whole.' };
      done(await books.post('disputes', dispute));
      expect(done(await books.get(path))).toMatchObject({ openDisputes: 1 });
      expect(done(await books.get(`partners/${ana.id}/leaving`)) as unknown as Standing).toMatchObject({
        leaving: null,
        actions: ['notice'],
      });

      const ben = await books.partner('Ben');
      const bens = await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid);
      expect((await books.get(path, bens)).status).toBe(404);
      const own = done(await books.post(`${path}s`, { shown: false })) as unknown as { id: string };
      const list = async (as: string) => (done(await books.get(`${path}s`, as)) as unknown as { items: object[] }).items;
      expect(await list(session)).toEqual([]);
      const show = (as: string) =>
        books.app.call('PUT', `/api/v1/exit-rehearsals/${own.id}/shown`, { as, body: { shown: true } });
      expect((await show(session)).status).toBe(404);
      done(await show(books.key));
      await books.sale('s2', ana, 10_000);
      expect(await list(session)).toMatchObject([{ id: own.id, shown: true, content: { account: [{ pending: 1000 }] } }]);
    }));

  it('without a charter invents no day, and the gate of leaving asks the plan of one', () =>
    withBooks(async (books) => {
      const ben = await books.partner('Ben');
      const told = done(await books.get(`partners/${ben.id}/exit-rehearsal`)) as unknown as Content;
      expect(told.gaps.map(({ code }) => code)).toEqual(['no_charter']);
      expect(told.steps.filter(({ on }) => on === null).length).toBeGreaterThan(3);
      const { ana } = await signed(books);
      await active(books, ana);
      const { moves } = done(await books.get(`partners/${ana.id}/partnership`)) as unknown as {
        moves: { to: string; gates: object[] }[];
      };
      expect(moves.find(({ to }) => to === 'leaving')?.gates).toMatchObject([{ code: 'exit_plan', state: 'met' }]);
    }));
});

describe('a notice', () => {
  it('is given once, not too early, answered by the other side, and taken back by both', () =>
    withBooks(async (books) => {
      const { ana, session, charter } = await signed(books);
      await active(books, ana);
      const at = `partners/${ana.id}/leaving`;
      const reason = 'We stop in this region.';
      expect(refused(await books.post(`${at}/notice`, { reason, endsOn: '2026-03-31' }))).toEqual([
        409,
        'conflict',
        'earliest_end',
      ]);
      expect(refused(await books.post(`${at}/offer`, { kind: 'withdrawal' }))).toEqual([409, 'conflict', 'no_notice']);
      const given = done(await books.post(`${at}/notice`, { reason }, session)) as unknown as Standing;
      expect(given.leaving).toMatchObject({ state: 'noticed', side: 'partner', endsOn: '2026-04-30', runOffOn: '2026-10-30' });
      expect(refused(await books.post(`${at}/notice`, { reason }))).toEqual([409, 'conflict', 'noticed']);
      expect(done(await books.get(`charters/${charter}`))).toMatchObject({ endsOn: '2026-05-01' });

      done(await books.post(`${at}/offer`, { kind: 'end', endsOn: '2026-02-28', text: 'Sooner?' }));
      expect(refused(await books.post(`${at}/answer`, { agree: true }))).toEqual([409, 'conflict', 'own_offer']);
      expect(refused(await books.post(`${at}/offer`, { kind: 'withdrawal' }, session))).toEqual([
        409,
        'conflict',
        'already_offered',
      ]);
      const agreed = done(await books.post(`${at}/answer`, { agree: true }, session)) as unknown as Standing;
      expect(agreed.leaving).toMatchObject({ endsOn: '2026-02-28', runOffOn: '2026-08-28', offer: null });
      expect(done(await books.get(`charters/${charter}`))).toMatchObject({ endsOn: '2026-03-01' });

      // A key that something else was asked with is refused before the stage moves; the same request is answered as before.
      const key = { 'idempotency-key': 'once' };
      done(await books.post('partners', { name: 'Carla', kind: 'affiliate' }, books.key, key));
      expect((await books.post(`${at}/beginning`, {}, books.key, key)).json()).toMatchObject({ code: 'idempotency_conflict' });
      expect(done(await books.get(`partners/${ana.id}/partnership`))).not.toMatchObject({ stage: 'leaving' });
      const first = { 'idempotency-key': 'first' };
      const begun = done(await books.post(`${at}/beginning`, {}, books.key, first));
      expect(done(await books.post(`${at}/beginning`, {}, books.key, first))).toEqual(begun);
      expect(done(await books.get(`partners/${ana.id}/partnership`))).toMatchObject({ stage: 'leaving' });
      done(await books.post(`${at}/offer`, { kind: 'withdrawal' }, session));
      expect(done(await books.post(`${at}/answer`, { agree: true })) as unknown as Standing).toMatchObject({
        leaving: null,
        actions: ['notice'],
      });
      expect(done(await books.get(`partners/${ana.id}/partnership`))).toMatchObject({ stage: 'active' });
      expect(done(await books.get(`charters/${charter}`))).toMatchObject({ endsOn: null });
      const viewer = await makeSession(books.app, books.db, books.workspace.id, 'viewer');
      expect((await books.post(`${at}/notice`, { reason }, viewer)).status).toBe(403);
    }));
});

describe('an end', () => {
  it('closes what earns, keeps what is owed, lets people read what is theirs, and then nobody in', () =>
    withOwnBooks(async (books) => {
      const { ana, session } = await signed(books);
      await active(books, ana);
      await books.sale('before', ana, 10_000);
      const at = `partners/${ana.id}/leaving`;
      done(await books.post(`${at}/notice`, { reason: 'A new strategy.' }));
      expect(refused(await books.post(`${at}/end`, {}))).toEqual([409, 'conflict', 'not_settled']);
      done(await books.post(`${at}/beginning`, {}));
      expect(refused(await books.post(`${at}/account`, {}))).toEqual([409, 'conflict', 'before_end']);
      expect(await follow(books)).toBe(0);

      books.now = startOfDay('2026-05-02', 'Europe/Paris');
      expect(await follow(books)).toBe(1);
      expect(await follow(books)).toBe(0);
      const coupons = done(await books.get(`coupons?partnerId=${ana.id}`)) as unknown as { items: { endedAt: string | null }[] };
      expect(coupons.items.every(({ endedAt }) => endedAt !== null)).toBe(true);
      const enrollments = done(await books.get(`enrollments?partnerId=${ana.id}`)) as unknown as { items: object[] };
      expect(enrollments.items).toMatchObject([
        { state: 'active', announced: { state: 'ended', from: '2026-10-30T23:00:00.000Z' } },
      ]);
      expect(refused(await books.post(`${at}/offer`, { kind: 'withdrawal' }))).toEqual([409, 'conflict', 'end_past']);

      expect(refused(await books.post(`${at}/account`, {}))).toEqual([409, 'not_settled', 'months_closed']);
      await books.release();
      for (const month of ['01', '02', '03', '04']) done(await books.post(`periods/2026-${month}/closing`, undefined));
      const settled = done(await books.post(`${at}/account`, {})) as unknown as Standing;
      expect(settled.leaving?.account).toMatchObject({
        closedThrough: '2026-04',
        open: [],
        lines: [{ payable: 1000, least: 1000 }],
      });

      expect((await books.post(`${at}/end`, {}, session)).status).toBe(403);
      const ended = done(await books.post(`${at}/end`, {})) as unknown as Standing;
      expect(ended.leaving).toMatchObject({ state: 'ended', endedOn: '2026-05-02', readsUntil: '2026-05-02' });
      expect(refused(await books.post(`${at}/end`, {}))).toEqual([409, 'conflict', 'over']);
      expect(done(await books.get(`partners/${ana.id}/partnership`))).toMatchObject({
        stage: 'ended',
        waivers: expect.arrayContaining([expect.objectContaining({ gate: 'enrollments_ended' })]) as unknown,
      });
      expect((await books.balance(ana)).payable).toBe(1000);

      expect(refused(await books.get('commissions', session))).toEqual([403, 'access_ended']);
      expect(refused(await books.post('obligation-feeds', {}, session))).toEqual([403, 'access_ended']);
      const statements = done(await books.get('statements', session)) as unknown as { items: object[] };
      expect(statements.items.length).toBeGreaterThan(0);
      expect((done(await books.get(at, session)) as unknown as Standing).leaving?.account).not.toBeNull();
      const { files } = await write(books, `partners/${ana.id}/archives`, session);
      expect(Object.keys(files)).toEqual(expect.arrayContaining(['data/commissions.csv', 'manifest.json']));

      books.now += DAY;
      expect(await follow(books)).toBe(1);
      expect((await books.get('statements', session)).status).toBe(403);
      expect(await follow(books)).toBe(0);
      const people = await books.owner.query(`select 1 from membership where partner_id = $1`, [ana.uuid]);
      expect(people).toEqual([]);
      expect(await books.verify()).toMatchObject({ differences: [] });
    }));

  it('cut off in the middle is finished by asking again', () =>
    withBooks(async (books) => {
      const ben = await books.partner('Ben');
      await active(books, ben);
      const at = `partners/${ben.id}/leaving`;
      done(await books.post(`${at}/notice`, { reason: 'Nothing was sold.' }));
      done(await books.post(`${at}/beginning`, {}));
      books.now += DAY;
      done(await books.post(`${at}/account`, { despite: 'Nothing was ever earned.' }));
      // As after a kill between two steps: codes are over, the stage has moved, and nobody has said that it ended.
      await follow(books);
      await books.owner.query(`delete from leaving_step where step = 'enrollments'`);
      const waivers = [{ gate: 'access_revoked', reason: 'as after a kill' }];
      const moved = await books.post(`partners/${ben.id}/partnership/moves`, { to: 'ended' });
      if (moved.status !== 200) done(await books.post(`partners/${ben.id}/partnership/moves`, { to: 'ended', waivers }));
      const ended = done(await books.post(`${at}/end`, {})) as unknown as Standing;
      expect(ended.leaving?.state).toBe('ended');
      const stages = await books.owner.query(`select 1 from partner_stage where partner_id = $1 and stage = 'ended'`, [ben.uuid]);
      expect(stages).toHaveLength(1);
      // Thirty days to fetch what is theirs where no charter says how many.
      expect(ended.leaving).toMatchObject({ readsUntil: shiftDate(today(books), 30) });
      expect((done(await books.get(at)) as unknown as Standing).actions).toEqual([]);
      expect(refused(await books.post(`${at}/notice`, { reason: 'Again.' }))).toEqual([409, 'conflict', 'over']);
      // Worked with again, it may be left again, and its people come in.
      const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid);
      expect((await books.get('commissions', session)).status).toBe(403);
      done(await books.post(`partners/${ben.id}/partnership/moves`, { to: 'prospect' }));
      await follow(books);
      expect((await books.get('commissions', session)).status).toBe(200);
      expect((done(await books.get(at)) as unknown as Standing).actions).toEqual(['notice']);
    }));
});

describe('an archive', () => {
  it('holds what its side may read, checked file by file, and nothing of the other', () =>
    withBooks(async (books) => {
      const { ana, session } = await signed(books);
      await books.sale('s1', ana, 10_000);
      done(await books.post(`partners/${ana.id}/notes`, { text: 'COMPANY SECRET' }));
      done(await books.post(`partners/${ana.id}/own-notes`, { text: 'PARTNER SECRET' }, session));
      done(await books.post(`partners/${ana.id}/exit-rehearsals`, {}));
      const ours = await write(books, `partners/${ana.id}/archives`, books.key);
      const theirs = await write(books, `partners/${ana.id}/archives`, session);
      const all = (files: Record<string, string>) => JSON.stringify(files);
      expect(all(ours.files)).toContain('COMPANY SECRET');
      expect(all(ours.files)).not.toContain('PARTNER SECRET');
      expect(all(theirs.files)).toContain('PARTNER SECRET');
      expect(all(theirs.files)).not.toContain('COMPANY SECRET');
      expect(JSON.parse(ours.files['data/rehearsals.json'] ?? '')).toHaveLength(1);
      expect(JSON.parse(theirs.files['data/rehearsals.json'] ?? '')).toHaveLength(0);
      expect(Object.keys(theirs.files).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
      const { skipped } = JSON.parse(theirs.files['manifest.json'] ?? '') as { skipped: object[] };
      expect(skipped).toEqual([]);
      for (const line of (theirs.files['SHA256SUMS'] ?? '').trim().split('\n')) {
        const [sum, name = ''] = line.split('  ');
        expect(
          createHash('sha256')
            .update(theirs.files[name] ?? '', 'latin1')
            .digest('hex'),
          name,
        ).toBe(sum);
      }
      const told = done(await books.get(`partner-archives/${theirs.id}`, session));
      expect(told).toMatchObject({ state: 'done', sha256: createHash('sha256').update(theirs.raw).digest('hex') });
      expect((await books.get(`partner-archives/${theirs.id}`)).status).toBe(404);
      expect((await books.get(`partner-archives/${ours.id}/file`, session)).status).toBe(404);
      books.now += 31 * DAY;
      expect((await books.get(`partner-archives/${theirs.id}/file`, session)).status).toBe(404);
    }));
});
