import { expect, test } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { withBooks, type BookPartner, type Books } from '../../../test/books.ts';

const session = (books: Books, partner: BookPartner) =>
  makeSession(books.app, books.db, books.workspace.id, 'partner', partner.uuid);
const call = (books: Books, method: string, path: string, as: string, body?: object, headers: Record<string, string> = {}) =>
  books.app.call(method, `/api/v1/${path}`, { as, headers, ...(body === undefined ? {} : { body }) });

test('each side has exactly one main contact, and is shown no more of the other than it shows', () =>
  withBooks(async (books) => {
    const [anna, ben] = [await books.partner('Anna'), await books.partner('Ben')];
    const [annas, bens] = [await session(books, anna), await session(books, ben)];
    const path = `partners/${anna.id}/partnership/people`;
    const people = async (as: string) =>
      ((await books.get(path, as)).json() as unknown as { id: string; name: string; isMain: boolean; side: string }[]).map(
        ({ side, name, isMain }) => `${side} ${name}${isMain ? ' *' : ''}`,
      );
    const claire = await books.done(path, { side: 'company', name: 'Claire', role: 'manager' });
    const paul = await books.done(path, { side: 'company', name: 'Paul', role: 'finance' });
    await books.post(path, { side: 'partner', name: 'Lea', email: 'lea@atelier.example', role: 'operations' }, annas);
    await books.post(path, { side: 'partner', name: 'Hugo', role: 'legal' }, annas);
    expect((await books.post(path, { side: 'company', name: 'Mallory', role: 'legal' }, annas)).status).toBe(403);
    expect((await books.get(path, bens)).status).toBe(404);
    expect((await books.post(path, { side: 'partner', name: 'X', role: 'legal' }, bens)).status).toBe(404);
    expect(await people(annas)).toEqual(['company Claire *', 'partner Lea *', 'partner Hugo']);
    expect(await people(books.key)).toEqual(['company Claire *', 'company Paul', 'partner Lea *']);

    const end = (id: unknown, as = books.key) => call(books, 'POST', `partnership-people/${String(id)}/end`, as);
    expect((await end(claire['id'])).json()).toMatchObject({ code: 'conflict', fields: [{ rule: 'main_contact' }] });
    await call(books, 'PATCH', `partnership-people/${String(paul['id'])}`, books.key, { isMain: true });
    expect((await end(claire['id'])).json()).toMatchObject({ isMain: false });
    expect((await end(claire['id'])).status).toBe(409);
    expect(await people(annas)).toEqual(['company Paul *', 'partner Lea *', 'partner Hugo']);

    const show = (kind: string, as: string) => call(books, 'PUT', `partners/${anna.id}/visibility/${kind}`, as, { shown: true });
    expect((await show('partner_people', books.key)).status).toBe(403);
    expect((await show('partner_people', annas)).status).toBe(200);
    expect(await people(books.key)).toEqual(['company Paul *', 'partner Lea *', 'partner Hugo']);
    const seen = (await books.get(`partners/${anna.id}/seen-by-other-side`, annas)).json();
    expect(seen).toMatchObject({ by: 'company', people: [{ name: 'Lea' }, { name: 'Hugo' }] });
    const trail = JSON.stringify(
      await books.owner.query(`select before, after from audit where workspace_id = $1 and action like 'partnership.%'`, [
        books.workspace.id,
      ]),
    );
    expect(trail).toContain('operations');
    expect(trail).not.toMatch(/Lea|atelier/u);
  }));

test('a joint fact needs both sides, once, and stands in the timeline', () =>
  withBooks(async (books) => {
    const [anna, ben] = [await books.partner('Anna'), await books.partner('Ben')];
    const [annas, bens] = [await session(books, anna), await session(books, ben)];
    const path = `partners/${anna.id}/joint-facts`;
    const state = { kind: 'figure', text: 'Forty boots by June.', on: '2026-01-15' };
    const proposed = await books.done(path, state);
    const answer = (step: string, as: string, reason?: string) =>
      call(books, 'POST', `joint-facts/${String(proposed['id'])}/answer`, as, {
        step,
        ...(reason === undefined ? {} : { reason }),
      });
    expect(proposed).toMatchObject({ state: 'proposed', proposedBy: 'company', isYours: true });
    expect((await answer('confirm', books.key)).status).toBe(409);
    expect((await answer('confirm', bens)).status).toBe(404);
    expect((await answer('contest', annas)).status).toBe(422);
    expect((await answer('withdraw', annas)).status).toBe(409);
    const confirmed = await Promise.all([answer('confirm', annas), answer('contest', annas, 'thirty')]);
    expect(confirmed.map(({ status }) => status).toSorted((a, c) => a - c)).toEqual([200, 409]);
    expect((await answer('withdraw', books.key)).status).toBe(409);
    const timeline = (await books.get(`partners/${anna.id}/timeline?kinds=joint`)).json() as { items: object[] };
    expect(timeline.items).toMatchObject([{ kind: 'joint', jointFact: { text: 'Forty boots by June.' } }]);
    const ours = (await books.get(path, annas)).json() as { items: object[] };
    expect(ours.items).toMatchObject([{ isYours: false, proposedBy: 'company' }]);
    expect((await books.get(path, bens)).status).toBe(404);
    expect((await books.post(path, { ...state, on: '2026-02-30' })).status).toBe(422);
    const finance = await makeSession(books.app, books.db, books.workspace.id, 'finance');
    expect((await books.post(path, state, finance)).status).toBe(403);
  }));

test('a partner’s own notes are read by nobody of the company: no role, key, view, embedding, audit or row', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    const ben = await books.partner('Ben');
    const [annas, bens] = [await session(books, anna), await session(books, ben)];
    const path = `partners/${anna.id}/own-notes`;
    const secret = 'Threaten to leave for Zephyr';
    const written = await call(books, 'POST', path, annas, { text: secret });
    expect(written.status, written.text).toBe(201);
    const note = `own-notes/${String(written.json()['id'])}`;
    expect((await books.get(path, annas)).json()).toMatchObject({ items: [{ text: secret, author: 'partner' }] });

    for (const role of ['owner', 'manager', 'finance', 'viewer'] as const) {
      const staff = await makeSession(books.app, books.db, books.workspace.id, role);
      expect((await books.get(path, staff)).status).toBe(403);
      expect((await call(books, 'PATCH', note, staff, { text: 'x' })).status).toBe(403);
      if (role !== 'owner') continue;
      const view = await books.post(`partners/${anna.id}/portal-views`, {}, staff);
      const looking = { 'cordee-portal-view': String(view.json()['view']) };
      expect((await books.get(`partners/${anna.id}`, staff, looking)).status).toBe(200);
      expect((await books.get(path, staff, looking)).status).toBe(403);
    }
    const embed = await books.done(`partners/${anna.id}/embed-tokens`, { minutes: 5 });
    const headers = { authorization: `Bearer ${String(embed['token'])}` };
    const embedded = (at: string) => books.app.call('GET', `/api/v1/${at}`, { headers });
    expect((await embedded(`partners/${anna.id}`)).status).toBe(200);
    expect((await embedded(path)).status).toBe(403);
    expect((await books.get(path)).status).toBe(403);
    expect((await books.get(path, bens)).status).toBe(404);
    expect((await call(books, 'PATCH', note, bens, { text: 'x' })).status).toBe(404);

    await call(books, 'PATCH', note, annas, { text: `${secret}, or not` });
    await call(books, 'DELETE', note, annas);
    expect((await books.get(path, annas)).json()).toMatchObject({ items: [] });
    await call(books, 'POST', `${note}/restoration`, annas);
    expect((await books.get(path, annas)).json()).toMatchObject({ items: [{ text: `${secret}, or not` }] });
    const rows = await books.owner.query<{ sealed: Buffer }>(`select sealed from partner_own_note where workspace_id = $1`, [
      books.workspace.id,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.toString('latin1')).not.toContain('Zephyr');
    const trail = await books.owner.query(`select * from audit where workspace_id = $1 and action like 'own_note.%'`, [
      books.workspace.id,
    ]);
    expect(trail).toHaveLength(4);
    expect(JSON.stringify(trail)).not.toContain('Zephyr');
    const timeline = await books.get(`partners/${anna.id}/timeline`);
    expect(timeline.text).not.toMatch(/Zephyr|own_note/u);
  }));
