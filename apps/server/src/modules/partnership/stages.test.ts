import { expect, test } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { DAY, withBooks, type Books } from '../../../test/books.ts';

interface Partnership {
  readonly stage: string | null;
  readonly moves: { to: string; isFree: boolean; gates: { code: string; state: string; text: string }[] }[];
  readonly waivers: { gate: string; state: string; reason: string | null; by: string | null }[];
}

const read = async (books: Books, id: string, as?: string) =>
  (await books.get(`partners/${id}/partnership`, as)).json() as unknown as Partnership;
const gatesTo = ({ moves }: Partnership, to: string) =>
  Object.fromEntries((moves.find((move) => move.to === to)?.gates ?? []).map(({ code, state }) => [code, state]));
const move = (books: Books, id: string, to: string, waivers: object[] = [], as?: string) =>
  books.post(`partners/${id}/partnership/moves`, { to, waivers }, as);

test('gates are what the modules know, and a move asks for each that is shut', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    await books.sale('s1', anna, 10_000);
    await books.done(`partners/${anna.id}/stage`, { stage: 'leaving', reason: 'closes its shop' });
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', anna.uuid);
    expect(gatesTo(await read(books, anna.id), 'ended')).toEqual({
      enrollments_ended: 'open',
      balance_zero: 'open',
      access_revoked: 'open',
    });
    const refused = await move(books, anna.id, 'ended');
    expect(refused.status).toBe(409);
    expect(refused.json()).toMatchObject({
      code: 'gates_shut',
      fields: [{ path: 'waivers.enrollments_ended' }, { path: 'waivers.balance_zero' }, { path: 'waivers.access_revoked' }],
    });
    const reason = 'agreed by telephone';
    const some = await move(books, anna.id, 'ended', [{ gate: 'balance_zero', reason }]);
    expect((some.json() as { fields: object[] }).fields).toHaveLength(2);
    expect((await move(books, anna.id, 'ended', [{ gate: 'charter_signed', reason }])).json()).toMatchObject({
      code: 'conflict',
    });
    expect((await move(books, anna.id, 'renewing')).json()).toMatchObject({ code: 'conflict' });
    const all = ['enrollments_ended', 'balance_zero', 'access_revoked'].map((gate) => ({ gate, reason }));
    expect((await move(books, anna.id, 'ended', all, session)).status).toBe(403);
    expect((await move(books, anna.id, 'ended', [{ gate: 'balance_zero', reason: ' ' }])).status).toBe(422);
    const moved = await move(books, anna.id, 'ended', all);
    expect(moved.status, moved.text).toBe(200);
    expect(await read(books, anna.id)).toMatchObject({
      stage: 'ended',
      waivers: [
        { gate: 'access_revoked', state: 'open', reason },
        { gate: 'balance_zero', state: 'open', reason },
        { gate: 'enrollments_ended', state: 'open', reason },
        // No exit plan is asked of anybody yet, so that leaving by hand passed over nothing.
      ],
    });
  }));

test('who may waive: owners and managers; finance, viewers and partners may not', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    for (const role of ['finance', 'viewer', 'partner'] as const) {
      const session = await makeSession(books.app, books.db, books.workspace.id, role, anna.uuid);
      expect((await move(books, anna.id, 'under_review', [], session)).status).toBe(403);
    }
    const manager = await makeSession(books.app, books.db, books.workspace.id, 'manager');
    expect((await move(books, anna.id, 'under_review', [], manager)).status).toBe(200);
  }));

test('a stage set by hand, one or many, keeps what it passed over', () =>
  withBooks(async (books) => {
    const [anna, ben] = [await books.partner('Anna'), await books.partner('Ben')];
    await books.done(`partners/${anna.id}/stage`, { stage: 'onboarding' });
    await books.done('partners/bulk', { action: 'stage', partnerIds: [anna.id, ben.id], stage: 'active', reason: 'brought in' });
    const kept = (await read(books, anna.id)).waivers;
    expect(kept).toMatchObject([
      { gate: 'tax_details', state: 'open', reason: 'brought in' },
      { gate: 'move', state: 'no_move', reason: null },
    ]);
    // Ben stood there already.
    expect((await read(books, ben.id)).waivers).toEqual([]);
  }));

test('a partner is told its stage only where the company shows it, in every read that has it', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', anna.uuid);
    const stages = async () => [
      (await read(books, anna.id, session)).stage,
      (await books.get(`partners/${anna.id}`, session)).json()['stage'],
      ((await books.get('partners', session)).json() as { items: { stage: string | null }[] }).items[0]?.stage,
    ];
    expect(await stages()).toEqual([null, null, null]);
    const show = (shown: boolean, as = books.key) =>
      books.app.call('PUT', `/api/v1/partners/${anna.id}/visibility/stage`, { as, body: { shown } });
    expect((await show(true, session)).status).toBe(403);
    expect((await show(true)).status).toBe(200);
    expect(await stages()).toEqual(['active', 'active', 'active']);
    expect((await read(books, anna.id, session)).waivers).toEqual([]);
    await show(false);
    expect(await stages()).toEqual([null, null, null]);
    const trail = await books.owner.query<{ after: object }>(
      `select after from audit where workspace_id = $1 and action = 'partnership.visibility_changed' order by id`,
      [books.workspace.id],
    );
    expect(trail.map(({ after }) => after)).toEqual([
      { kind: 'stage', shown: true },
      { kind: 'stage', shown: false },
    ]);
  }));

test('the why and the statistics of answers follow what was chosen for the partner', () =>
  withBooks(async (books) => {
    const [anna, ben] = [await books.partner('Anna'), await books.partner('Ben')];
    const sale = await books.sale('s1', anna, 10_000);
    const why = `facts/${String(sale['factId'])}/why`;
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', anna.uuid);
    const other = await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid);
    const show = (kind: string, shown: boolean) =>
      books.app.call('PUT', `/api/v1/partners/${anna.id}/visibility/${kind}`, { as: books.key, body: { shown } });
    const { items } = (await books.get('commissions', session)).json() as { items: { id: string }[] };
    const commissionWhy = `commissions/${items[0]?.id ?? ''}/why`;
    expect((await books.get(why, session)).status).toBe(200);
    expect((await books.get(commissionWhy, session)).status).toBe(200);
    await show('why', false);
    expect((await books.get(why, session)).status).toBe(403);
    expect((await books.get(commissionWhy, session)).status).toBe(403);
    expect((await books.get(why)).status).toBe(200);

    expect((await books.get('claim-statistics', session)).status).toBe(403);
    await show('response_statistics', true);
    expect((await books.get('claim-statistics', session)).status).toBe(200);
    expect((await books.get('claim-terms', session)).json()).toMatchObject({ showsStatistics: true });
    expect((await books.get('claim-statistics', other)).status).toBe(403);
    const seen = (await books.get(`partners/${anna.id}/seen-by-other-side`)).json();
    expect(seen).toMatchObject({ by: 'partner', stage: null, why: false, responseStatistics: true });
  }));

test('how long partnerships stay at each stage', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    books.now += 10 * DAY;
    await books.done(`partners/${anna.id}/stage`, { stage: 'renewing' });
    books.now += 4 * DAY;
    await books.done(`partners/${anna.id}/stage`, { stage: 'active' });
    const times = (await books.get('partners/stage-times')).json() as unknown as { stage: string }[];
    expect(times.filter(({ stage }) => stage === 'active' || stage === 'renewing')).toEqual([
      { stage: 'active', standing: 1, stays: 1, medianDays: 10, longestDays: 10 },
      { stage: 'renewing', standing: 0, stays: 1, medianDays: 4, longestDays: 4 },
    ]);
  }));
