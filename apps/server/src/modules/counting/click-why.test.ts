import { decodeId } from '@cordee/core/ids';
import type { PlanDocument } from '@cordee/core/plan';
import { expect, test } from 'vitest';
import { contextFor, makeSession } from '../../../test/app.ts';
import { DAY, withOwnBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { APPLICATION_ROLE } from '../../platform/db/index.ts';
import { createKey } from '../identity/index.ts';
import { rollUpClicks } from '../tracking/index.ts';
import { followClickUses, recordPaidClicks } from './index.ts';

/** Books whose clicks are recorded too. */
function withClicks(run: (books: Books) => Promise<void>, plan: Partial<PlanDocument> = {}): Promise<void> {
  return withOwnBooks(async (books) => {
    await books.app.track({ url: books.url, role: APPLICATION_ROLE });
    await run(books);
  }, plan);
}

async function link(books: Books, partner: BookPartner, code: string): Promise<string> {
  const enrollments = await books.get(`enrollments?partnerId=${partner.id}`);
  const [enrollment] = enrollments.json()['items'] as { id: string }[];
  const made = await books.done('links', { enrollmentId: enrollment?.id, code });
  return String(made['id']);
}

interface Clicked {
  readonly clickId: string;
  readonly visitorId: string;
}

async function click(books: Books, code: string, visitorId?: string): Promise<Clicked> {
  books.now += 60_000;
  return (await books.done('track/click', { code, ...(visitorId === undefined ? {} : { visitorId }) })) as unknown as Clicked;
}

async function why(books: Books, { clickId }: Clicked, as?: string, language = 'en') {
  const answer = await books.get(`clicks/${clickId}/why`, as, { 'accept-language': language });
  expect(answer.status, answer.text).toBe(200);
  return answer.json() as unknown as { factId: string | null; uses: string[]; text: string[] };
}

test('an ordinary click says what came of it and why it paid nothing; the one a later click beat says so too', () =>
  withClicks(async (books) => {
    const ana = await books.partner('Ana');
    const ben = await books.partner('Ben');
    await link(books, ana, 'ana');
    await link(books, ben, 'ben');
    const first = await click(books, 'ana');
    expect((await why(books, first)).text).toEqual([
      expect.stringMatching(/^Click of 15 January 2026 at \d\d:\d\d on the link “ana” \(Ana, program “Amis de la maison”\)\.$/),
      'It was told by the company’s server.',
      'It is neither a robot’s nor a repeat: it counts as a touchpoint.',
      'At that moment the partner’s (Ana) enrollment was active.',
      'No lead or sale came with this click so far.',
      'The plan provides nothing for this kind of fact.',
      'A rule on this kind of fact could have paid it.',
    ]);
    const repeat = await click(books, 'ana', first.visitorId);
    const repeated = await why(books, repeat, undefined, 'fr');
    expect(repeated.text[2]).toMatch(
      new RegExp(`^Il répète le clic ${first.clickId} du 15 janvier 2026 à .*, l’autre compte\\.$`),
    );
    expect(repeated.text).toContain('Le même visiteur avait déjà cliqué sur ce lien peu avant.');
    const last = await click(books, 'ben', first.visitorId);
    const sale = { eventId: 'o1', customer: { externalId: 'c' }, currency: 'EUR', amount: 10_000, visitorId: first.visitorId };
    const { factId } = await books.done('track/sale', sale);
    // What the run has noted and what it has not looked at yet say the same.
    for (const noted of [false, true]) {
      if (noted) await followClickUses(books.db);
      const beaten = await why(books, first);
      expect(beaten.uses).toEqual([factId]);
      expect(beaten.text.join('\n')).toMatch(
        /Sale “o1” of .*: this click does not count there, because a later touchpoint wins\./,
      );
      expect((await why(books, last)).text.join('\n')).toMatch(/Sale “o1” of .*: all the credit went to this click\./);
    }
    expect(await books.owner.query(`select fact_seq from click_use order by 1`)).toHaveLength(3);
    // Ana's own user learns that she was beaten, and not by which sale.
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const seen = await why(books, first, session);
    expect(seen.uses).toEqual([]);
    expect(seen.text.join('\n')).toMatch(/Sale of .*: this click does not count there/);
    expect((await books.get(`clicks/${last.clickId}/why`, session)).status).toBe(404);
    expect((await books.verify()).differences).toEqual([]);
  }));

test('a robot, a paused partner and an ended link are told; what was purged is not found', () =>
  withClicks(async (books) => {
    const ana = await books.partner('Ana');
    const id = await link(books, ana, 'ana');
    const page = { name: 'page', publishable: true, origins: ['https://shop.example'], scopes: [] };
    const { secret } = await createKey(contextFor(books.db, books.workspace.id), page);
    const robot = await books.app.call('POST', '/api/v1/track/click', {
      as: secret ?? '',
      body: { code: 'ana' },
      headers: { 'user-agent': 'Googlebot/2.1', origin: 'https://shop.example' },
    });
    expect(robot.json(), robot.text).toMatchObject({ flag: 'bot' });
    const told = await why(books, robot.json() as unknown as Clicked);
    expect(told.text[2]).toMatch(/^A robot made it \(.+\): it is kept, and counts for nothing\.$/);
    expect(told.text).toContain('This click was made by a robot.');
    const enrollments = await books.get(`enrollments?partnerId=${ana.id}`);
    const [enrollment] = enrollments.json()['items'] as { id: string }[];
    await books.done(`enrollments/${enrollment?.id}/state`, { state: 'paused' });
    const paused = await click(books, 'ana');
    await books.done(`links/${id}/end`, {});
    const sentences = (await why(books, paused)).text;
    expect(sentences).toContain('At that moment the partner’s (Ana) enrollment was paused: a click from then earns nothing.');
    expect(sentences.join('\n')).toMatch(/The link “ana” ended on 15 January 2026/);
    await books.owner.query('delete from click');
    expect((await books.get(`clicks/${paused.clickId}/why`)).status).toBe(404);
  }));

test('where the program pays for clicks, the click leads to its fact and commission', () =>
  withClicks(
    async (books) => {
      const ana = await books.partner('Ana');
      await link(books, ana, 'ana');
      const made = await click(books, 'ana');
      expect((await why(books, made)).text.at(-1)).toContain('not yet counted');
      await rollUpClicks(books.db, books.now);
      for (const workspaceId of await recordPaidClicks(books.db, books.now)) await books.app.runner.catchUp(workspaceId);
      const { factId, text } = await why(books, made);
      expect(factId).toMatch(/^fct_/);
      expect(text).toContain('Commission no. 1, Ana: €0.20.');
    },
    { rules: [{ id: 'clicks', on: 'click', reward: { kind: 'fixed', amount: 20 } }] },
  ));

test('clicks are listed by partner, link, flag and period, page by page', () =>
  withClicks(async (books) => {
    const ana = await books.partner('Ana');
    const ben = await books.partner('Ben');
    const anas = await link(books, ana, 'ana');
    await link(books, ben, 'ben');
    const made: Clicked[] = [];
    for (let index = 0; index < 5; index += 1) made.push(await click(books, 'ana'));
    const repeat = await click(books, 'ana', made[0]?.visitorId);
    await click(books, 'ben');
    const list = async (query: string, as?: string) => {
      const answer = await books.get(`clicks?${query}`, as);
      expect(answer.status, answer.text).toBe(200);
      return answer.json() as unknown as { items: { id: string; flag: string | null }[]; nextCursor: string | null };
    };
    expect((await list('')).items).toHaveLength(7);
    expect((await list(`partnerId=${ana.id}`)).items).toHaveLength(6);
    expect((await list(`linkId=${anas}&flag=repeat`)).items.map(({ id }) => id)).toEqual([repeat.clickId]);
    expect((await list(`linkId=${anas}&flag=none`)).items).toHaveLength(5);
    const pages: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await list(`partnerId=${ana.id}&limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`);
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual([repeat.clickId, ...made.map(({ clickId }) => clickId).reverse()]);
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid);
    expect((await list('', session)).items).toHaveLength(1);
    expect((await books.get(`clicks?partnerId=${ana.id}`, session)).status).toBe(403);
    const before = new Date(books.now - DAY).toISOString();
    expect((await list(`to=${before}`)).items).toEqual([]);
    const long = await books.get(`clicks?from=${new Date(books.now - 100 * DAY).toISOString()}&to=${before}`);
    expect([long.status, (long.json()['fields'] as object[])[0]]).toMatchObject([422, { rule: 'period' }]);
    expect(decodeId('clk', pages[0] ?? '')).not.toBeNull();
  }));
