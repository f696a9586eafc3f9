import { expect, test } from 'vitest';
import { startApp } from '../../../../test/app.ts';
import { withOwnBooks } from '../../../../test/books.ts';
import { rollUpClicks } from '../../tracking/index.ts';
import { recordPaidClicks } from './record-paid-clicks.ts';

const perClick = { rules: [{ id: 'click', on: 'click', reward: { kind: 'fixed', amount: 5 } }] } as const;

test('each click a plan pays for becomes a fact once, with its flag, and earns by its rule', () =>
  withOwnBooks(async (books) => {
    const { db, app, workspace } = books;
    const { id: partnerId } = await books.partner('Anna Dubois');
    const enrollments = (await books.get(`enrollments?partnerId=${partnerId}`)).json() as { items: { id: string }[] };
    const link = await books.done('links', { enrollmentId: enrollments.items[0]?.id });
    await app.track({ url: books.url, role: 'cordee_app' });
    const first = await books.done('track/click', { code: link['code'] });
    await books.done('track/click', { code: link['code'], visitorId: first['visitorId'] });

    await rollUpClicks(db, books.now);
    expect(await recordPaidClicks(db, books.now)).toEqual([workspace.id]);
    expect(await recordPaidClicks(db, books.now)).toEqual([]);
    await app.runner.catchUp(workspace.id);

    const facts = (await books.get('facts?kind=click')).json() as { items: { unpaid: { reason: string } | null }[] };
    expect(facts.items.map(({ unpaid }) => unpaid?.reason ?? 'paid').sort()).toEqual(['paid', 'repeat']);
    const commissions = (await books.get('commissions')).json() as { items: { amount: number; rule: string }[] };
    expect(commissions.items).toEqual([expect.objectContaining({ amount: 5, rule: 'click' })]);
    expect((await books.verify()).differences).toEqual([]);
  }, perClick as never));

test('a repeat that another process took for a first click is judged before it is paid', () =>
  withOwnBooks(async (books) => {
    const { db, owner, url, app, workspace } = books;
    const { id: partnerId } = await books.partner('Anna Dubois');
    const enrollments = (await books.get(`enrollments?partnerId=${partnerId}`)).json() as { items: { id: string }[] };
    const link = await books.done('links', { enrollmentId: enrollments.items[0]?.id });
    const other = startApp({ db, owner, url }, { clock: () => (books.now += 1) });
    try {
      for (const each of [app, other]) await each.track({ url, role: 'cordee_app' });
      const { visitorId } = await books.done('track/click', { code: link['code'] });
      const clickOnOther = async () =>
        (await other.call('POST', '/api/v1/track/click', { as: books.key, body: { code: link['code'], visitorId } })).json();
      // It has never met this visitor, and says so.
      expect(await clickOnOther()).toMatchObject({ visitorId });
      books.now += 61 * 60_000;
      expect((await clickOnOther())['flag']).toBeUndefined();
    } finally {
      await other.close();
    }
    const flags = await owner.query<{ flag: string | null }>('select flag from click where workspace_id = $1', [workspace.id]);
    expect(flags.map(({ flag }) => flag)).toEqual([null, null, null]);

    await rollUpClicks(db, books.now);
    await recordPaidClicks(db, books.now);
    await app.runner.catchUp(workspace.id);
    const facts = (await books.get('facts?kind=click')).json() as { items: { unpaid: { reason: string } | null }[] };
    expect(facts.items.map(({ unpaid }) => unpaid?.reason ?? 'paid').toReversed()).toEqual(['paid', 'repeat', 'paid']);
    expect((await books.verify()).differences).toEqual([]);
  }, perClick as never));

test('clicks of programs that pay none cost nothing', () =>
  withOwnBooks(async (books) => {
    await rollUpClicks(books.db, books.now);
    expect(await recordPaidClicks(books.db, books.now)).toEqual([]);
  }));
