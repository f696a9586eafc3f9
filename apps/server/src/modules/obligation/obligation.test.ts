import { describe, expect, it } from 'vitest';
import { makeSession, type Answer } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { localDateOf, shiftDate } from '@cordee/core/time';
import { transaction } from '../../platform/db/index.ts';
import { charterStanding } from './index.ts';
import { extendObligations, followObligationsOf } from './verbs/follow-obligations.ts';

interface Told {
  readonly id: string;
  readonly state: string;
  readonly dueOn: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly entries: readonly { readonly kind: string; readonly side: string; readonly text: string | null }[];
}

const told = (answer: Answer) => answer.json() as unknown as Told;
const items = (answer: Answer) => (answer.json() as { items: Told[] }).items;
const session = (books: Books, { uuid }: BookPartner) => makeSession(books.app, books.db, books.workspace.id, 'partner', uuid);
const day = (books: Books, later = 0) => shiftDate(localDateOf(books.now, 'Europe/Paris'), later);
const follow = (books: Books) => followObligationsOf({ db: books.db, now: () => books.now }, books.workspace.id);
const title = { fr: 'Attestation', en: 'Certificate' };

function add(books: Books, partner: BookPartner, more: object = {}) {
  return books.post('obligations', {
    partnerId: partner.id,
    by: 'partner',
    title,
    dueOn: day(books, 20),
    proof: 'document',
    ...more,
  });
}

const step = (books: Books, id: string, body: object, as = books.key) => books.post(`obligations/${id}/steps`, body, as);

describe('an obligation added by hand', () => {
  it('is handed in by its owner, refused by the other side, and its history stays', () =>
    withBooks(async (books) => {
      const [ana, bob] = [await books.partner('Ana'), await books.partner('Bob')];
      const [own, other] = [await session(books, ana), await session(books, bob)];
      const made = told(await add(books, ana));
      expect([made.state, made.title, made.steps]).toEqual(['upcoming', 'Certificate', ['handed_in', 'waived']]);
      expect((await step(books, made.id, { step: 'waived', text: 'No' }, own)).status).toBe(409);
      expect((await step(books, made.id, { step: 'handed_in', text: 'Mine' }, other)).status).toBe(404);
      expect((await step(books, made.id, { step: 'handed_in' }, own)).status).toBe(422);
      const kept = told(
        await step(books, made.id, { step: 'handed_in', text: 'Here', links: ['https://example.com/a.pdf'] }, own),
      );
      expect([kept.state, kept.steps]).toEqual(['kept', []]);
      const refused = told(await step(books, made.id, { step: 'refused', text: 'Of last year' }));
      expect([refused.state, refused.steps]).toEqual(['upcoming', ['handed_in', 'waived']]);
      expect(refused.entries.map(({ kind, side }) => `${kind} ${side}`)).toEqual([
        'created company',
        'handed_in partner',
        'refused company',
      ]);
      const timeline = await books.get(`partners/${ana.id}/timeline`);
      expect(JSON.stringify(timeline.json())).toContain('obligation.handed_in');
      expect(items(await books.get('obligations', other))).toEqual([]);
    }));

  it('comes again until it is ended; what was due before stays', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const made = told(await add(books, ana, { cadence: { every: 1, pace: 'quarter' } }));
      expect(items(await books.get('obligations')).length).toBe(8);
      books.now += 30 * DAY;
      expect((await books.app.call('DELETE', `/api/v1/obligations/${made.id}`, { as: books.key })).status).toBe(204);
      expect(items(await books.get('obligations')).map(({ state }) => state)).toEqual(['late']);
    }));

  it('is not made for the past, nor for nobody', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      expect((await add(books, ana, { dueOn: day(books, -1) })).status).toBe(422);
      expect((await add(books, { ...ana, id: 'prt_01h45nvb5pextapf6f6a01aqw7' })).status).toBe(422);
    }));
});

describe('terms', () => {
  const vigilance = { kind: 'document', key: 'vigilance', by: 'partner', title, cadence: { every: 1, pace: 'half_year' } };
  const review = { kind: 'review', key: 'review', by: 'both', cadence: { every: 1, pace: 'quarter' } };
  const dates = (books: Books, signed = 0) => ({
    signedOn: day(books, signed),
    startsOn: day(books),
    noticedOn: null,
    endsOn: null,
  });
  const set = (books: Books, partner: BookPartner, body: object) =>
    books.app.call('PUT', `/api/v1/partners/${partner.id}/duties`, { as: books.key, body: { source: 'charter-2026', ...body } });

  it('give obligations; an amendment says what it changes, and a preview changes nothing', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const first = await set(books, ana, { terms: [vigilance, review], dates: dates(books, 5) });
      expect([first.status, (first.json()['added'] as unknown[]).length]).toEqual([200, 12]);
      const again = await set(books, ana, { terms: [vigilance, review], dates: dates(books, 5) });
      expect(again.json()).toMatchObject({ version: 2, added: [], gone: [], moved: [] });
      const changed = { terms: [vigilance], dates: dates(books, 8) };
      const preview = await set(books, ana, { ...changed, preview: true });
      expect(items(await books.get('obligations')).length).toBe(12);
      const amended = await set(books, ana, changed);
      expect(amended.json()).toMatchObject({ gone: { length: 8 }, moved: { length: 4 } });
      expect(preview.json()['moved']).toEqual(amended.json()['moved']);
      expect(items(await books.get('obligations'))[0]?.dueOn).toBe(day(books, 8));
    }));

  it('compile further ahead as time passes, and say whether a charter is in force', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const source = 'chr_01h45nvb5pextapf6f6a01aqw7';
      await set(books, ana, { source, terms: [review], dates: dates(books) });
      const standing = (on: string) =>
        transaction(books.db, (tx) => charterStanding(tx, books.workspace.id, ana.uuid, on), { workspaceId: books.workspace.id });
      expect([await standing(day(books, -1)), await standing(day(books))]).toEqual(['not_begun', 'in_force']);
      books.now += 400 * DAY;
      await extendObligations({ db: books.db, now: () => books.now });
      expect(items(await books.get('obligations')).length).toBe(12);
      await extendObligations({ db: books.db, now: () => books.now });
      expect(items(await books.get('obligations')).length).toBe(12);
      await set(books, ana, { source, terms: [review], dates: { ...dates(books), startsOn: '2026-01-01', endsOn: day(books) } });
      expect(await standing(day(books, 1))).toBe('ended');
    }));
});

describe('the clock', () => {
  it('reminds on each day once, then says late, then missed', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const { id } = told(await add(books, ana));
      const heard: number[] = [];
      for (const days of [5, 1, 0, 11, 3, 1, 30, 1]) {
        books.now += days * DAY;
        heard.push(await follow(books));
      }
      expect(heard).toEqual([0, 1, 0, 1, 1, 1, 1, 0]);
      const seen = told(await books.get(`obligations/${id}`));
      expect(seen.entries.map(({ kind }) => kind)).toEqual(['created', 'reminder', 'reminder', 'reminder', 'late', 'missed']);
      expect([seen.state, seen.steps]).toEqual(['missed', ['handed_in', 'waived', 'missed']]);
      expect(told(await step(books, id, { step: 'handed_in', text: 'At last' })).state).toBe('kept_late');
    }));
});

describe('a calendar address', () => {
  it('is a secret shown once, of one partner, and can be withdrawn', () =>
    withBooks(async (books) => {
      const [ana, bob] = [await books.partner('Ana'), await books.partner('Bob')];
      await add(books, ana);
      await add(books, bob, { title: { fr: 'Autre', en: 'Other' } });
      const own = await session(books, ana);
      const opened = (await books.post('obligation-feeds', {}, own)).json() as { id: string; url: string };
      const path = new URL(opened.url).pathname;
      const calendar = await books.app.call('GET', path);
      expect(calendar.headers['content-type']).toContain('text/calendar');
      expect(calendar.text).toContain(`DTSTART;VALUE=DATE:${day(books, 20).replaceAll('-', '')}`);
      expect(calendar.text).not.toMatch(/Other|Autre/);
      expect(JSON.stringify((await books.get('obligation-feeds', own)).json())).not.toContain('calendars/');
      expect((await books.app.call('DELETE', `/api/v1/obligation-feeds/${opened.id}`, { as: books.key })).status).toBe(404);
      expect((await books.app.call('DELETE', `/api/v1/obligation-feeds/${opened.id}`, { as: own })).status).toBe(204);
      expect((await books.app.call('GET', path)).status).toBe(404);
    }));
});
