import { describe, expect, it } from 'vitest';
import { makeSession, type Answer } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { localDateOf, shiftDate, shiftMonths } from '@cordee/core/time';
import { followChartersOf } from './verbs/follow-charters.ts';

interface Due {
  readonly kind: string;
  readonly title: string;
  readonly dueOn: string;
  readonly source: string;
}

interface Clause {
  readonly key: string;
  readonly values: object;
  readonly terms: readonly object[];
}

interface Version {
  readonly hash: string;
  readonly revision: number;
  readonly document: { readonly clauses: readonly Clause[] };
  readonly obligations: { added: unknown[]; gone: unknown[]; moved: unknown[] } | null;
}

const today = (books: Books) => localDateOf(books.now, 'Europe/Paris');
const done = (answer: Answer) => {
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.json();
};
const follow = (books: Books) => followChartersOf({ db: books.db, now: () => books.now }, books.workspace.id);

async function obligations(books: Books, language = 'en'): Promise<Due[]> {
  const found: Due[] = [];
  for (let path = 'obligations?limit=100'; ;) {
    const page = done(await books.get(path, books.key, { 'accept-language': language })) as {
      items: Due[];
      nextCursor: string | null;
    };
    found.push(...page.items);
    if (page.nextCursor === null) return found;
    path = `obligations?limit=100&cursor=${page.nextCursor}`;
  }
}

const of = (all: readonly Due[], kind: string) => all.filter((one) => one.kind === kind).map(({ dueOn }) => dueOn);

/** A charter of the company's and its partner's, and what both do with it. */
async function charter(books: Books, ana: BookPartner) {
  const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
  const body = { partnerId: ana.id, kind: 'introducer', prevailing: 'fr', companyPerson: 'Ana', partnerPerson: 'Zoé' };
  const { id } = done(await books.post('charters', body));
  const company = async (rest: string, input: object = {}) => done(await books.post(`charters/${String(id)}/${rest}`, input));
  const partner = async (rest: string, input: object = {}) =>
    done(await books.post(`charters/${String(id)}/${rest}`, input, session));
  const version = async (number: number) =>
    done(await books.get(`charters/${String(id)}/versions/${number}`)) as unknown as Version;
  /** Changes the months of clauses whose terms are counted in them, as their author alone. */
  const change = async (number: number, changes: readonly object[]) =>
    company('changes', { revision: (await version(number)).revision, changes });
  const clause = async (number: number, key: string, values: object, terms: object) => {
    const found = (await version(number)).document.clauses.find((one) => one.key === key);
    if (found === undefined) throw new Error(`no clause ${key}`);
    await change(number, [{ part: 'clause', key, after: { ...found, values, terms: [{ ...found.terms[0], ...terms }] } }]);
  };
  const approve = async (number: number) => {
    const { hash } = await version(number);
    await company('approval', { hash });
    await partner('approval', { hash });
    return { hash, signedOn: today(books) };
  };
  const agree = async (number: number) => {
    await company('sharing');
    const signature = await approve(number);
    await company('signature', signature);
    await partner('signature', signature);
  };
  return { id: String(id), company, partner, version, change, clause, approve, agree };
}

describe('a charter in force', () => {
  it('owes what its clauses say, in their words, from the last signature on', () =>
    withBooks(async (books) => {
      const { id, company, partner, version, approve } = await charter(books, await books.partner('Ana'));
      const preview = (await version(1)).obligations;
      expect(preview?.added.length).toBeGreaterThan(10);
      expect(preview).toMatchObject({ version: 0, gone: [], moved: [] });
      await company('sharing');
      const signature = await approve(1);
      await company('signature', signature);
      expect(await obligations(books)).toEqual([]);
      await partner('signature', signature);
      const all = await obligations(books);
      expect(all).toHaveLength(preview?.added.length ?? 0);
      expect(new Set(all.map(({ source }) => source))).toEqual(new Set([id]));
      expect(of(all, 'document')[0]).toBe(today(books));
      const titles = new Set(all.map(({ title }) => title));
      expect(titles).toContain('Documents of vigilance');
      expect([...titles].filter((title) => title.endsWith(': hold the review'))).toHaveLength(1);
      const french = new Set((await obligations(books, 'fr')).map(({ title }) => title));
      expect([...french].filter((title) => title.endsWith('\u00a0: tenir le bilan'))).toHaveLength(1);
      expect((await version(1)).obligations).toBeNull();
      expect(await follow(books)).toBe(0);
      const [first] = (done(await books.get('obligations')) as { items: { id: string }[] }).items;
      expect(done(await books.get(`obligations/${first?.id}`))).toMatchObject({
        entries: [{ kind: 'created', side: 'partner' }],
      });
    }));

  it('owes it ahead of a first day that is to come, and nothing before it', () =>
    withBooks(async (books) => {
      const { change, agree } = await charter(books, await books.partner('Ana'));
      const startsOn = shiftDate(today(books), 40);
      await change(1, [{ part: 'startsOn', after: startsOn }]);
      await agree(1);
      const reviews = of(await obligations(books), 'review');
      expect(reviews.length).toBeGreaterThan(0);
      expect(reviews.every((day) => day > startsOn)).toBe(true);
      books.now += 40 * DAY;
      expect(await follow(books)).toBe(0);
    }));
});

describe('a new version', () => {
  it('tells what it changes, and changes it on its first day', () =>
    withBooks(async (books) => {
      const { company, version, change, clause, agree } = await charter(books, await books.partner('Ana'));
      await change(1, [{ part: 'replaceDays', after: 30 }]);
      await agree(1);
      const start = today(books);
      const before = await obligations(books);
      await company('amendment');
      expect((await version(2)).obligations).toEqual({ version: 1, added: [], gone: [], moved: [] });
      await clause(2, 'vigilance', { months: 3 }, { cadence: { every: 3, pace: 'month' } });
      const told = (await version(2)).obligations;
      expect(told?.added).toContainEqual(
        expect.objectContaining({ title: 'Documents of vigilance', dueOn: shiftMonths(start, 3) }),
      );
      expect(told?.gone).toContainEqual(expect.objectContaining({ dueOn: shiftMonths(start, 6) }));
      await company('announcement', { revision: (await version(2)).revision, holdsFrom: shiftDate(start, 30) });
      expect(await obligations(books)).toEqual(before);

      books.now += 29 * DAY;
      expect(await follow(books)).toBe(0);
      books.now += DAY;
      expect(await follow(books)).toBe(1);
      expect(await follow(books)).toBe(0);
      const days = of(await obligations(books), 'document');
      expect(days.slice(0, 3)).toEqual([start, shiftMonths(start, 3), shiftMonths(start, 6)]);
      // What nobody changed is what it was, by the days of the first version.
      const all = await obligations(books);
      expect(of(all, 'review')).toEqual(expect.arrayContaining(of(before, 'review')));
    }));
});

describe('an end', () => {
  it('ends what was to come, and leaves what was due and what lasts', () =>
    withBooks(async (books) => {
      const { company, clause, agree } = await charter(books, await books.partner('Ana'));
      await clause(1, 'confidentiality', { months: 12 }, { months: 12 });
      await agree(1);
      const start = today(books);
      const before = await obligations(books);
      expect([of(before, 'confidentiality'), of(before, 'run_off'), of(before, 'exit')]).toEqual([[], [], []]);
      const endsOn = shiftDate(start, 90);
      const last = shiftDate(endsOn, -1);
      await company('end', { endsOn, reason: 'By notice.' });
      const check = async () => {
        const all = await obligations(books);
        expect(of(all, 'confidentiality')).toEqual([shiftMonths(last, 12)]);
        expect(of(all, 'run_off').length).toBeGreaterThan(1);
        expect(of(all, 'exit')).toEqual([last, shiftDate(last, 60)]);
        expect(of(all, 'review').filter((day) => day > endsOn)).toEqual([]);
        expect(of(all, 'document')).toEqual(of(before, 'document').filter((day) => day <= endsOn));
      };
      await check();
      books.now += 95 * DAY;
      expect(await follow(books)).toBe(0);
      await check();
    }));

  it('that is put off moves what is counted from it', () =>
    withBooks(async (books) => {
      const { company, agree } = await charter(books, await books.partner('Ana'));
      await agree(1);
      const [soon, later] = [shiftDate(today(books), 30), shiftDate(today(books), 60)];
      await company('end', { endsOn: soon, reason: 'By notice.' });
      await company('end', { endsOn: later, reason: 'A month more.' });
      expect(of(await obligations(books), 'exit')).toEqual([shiftDate(later, -1), shiftDate(later, 59)]);
    }));
});

describe('the gates of a partnership', () => {
  it('ask for a charter where there is one or one is asked for, approved and then signed', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      await books.done(`partners/${ana.id}/stage`, { stage: 'negotiating', reason: 'From the start.' });
      const gates = async () => {
        const { moves } = done(await books.get(`partners/${ana.id}/partnership`)) as unknown as {
          moves: { to: string; gates: { code: string; state: string }[] }[];
        };
        const all = moves.find(({ to }) => to === 'onboarding')?.gates ?? [];
        return all.filter(({ code }) => code.startsWith('charter_')).map(({ state }) => state);
      };
      expect(await gates()).toEqual(['not_asked', 'not_asked']);
      const demand = (required: string) =>
        books.app.call('PUT', '/api/v1/charter-requirement', { as: books.key, body: { required } });
      done(await demand('everybody'));
      expect(await gates()).toEqual(['open', 'open']);
      done(await demand('nobody'));
      const { company, partner, approve } = await charter(books, ana);
      await company('sharing');
      expect(await gates()).toEqual(['open', 'open']);
      const signature = await approve(1);
      expect(await gates()).toEqual(['met', 'open']);
      await company('signature', signature);
      await partner('signature', signature);
      expect(await gates()).toEqual(['met', 'met']);
      await company('end', { endsOn: today(books), reason: 'At once.' });
      expect(await gates()).toEqual(['open', 'open']);
    }));
});
