import { expect, test } from 'vitest';
import { withBooks } from '../../../../test/books.ts';
import { rollUpClicks } from '../../tracking/index.ts';
import { recordPaidClicks } from './record-paid-clicks.ts';

const perClick = { rules: [{ id: 'click', on: 'click', reward: { kind: 'fixed', amount: 5 } }] } as const;

test('each click a plan pays for becomes a fact once, with its flag, and earns by its rule', () =>
  withBooks(async (books) => {
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

test('clicks of programs that pay none cost nothing', () =>
  withBooks(async (books) => {
    await rollUpClicks(books.db, books.now);
    expect(await recordPaidClicks(books.db, books.now)).toEqual([]);
  }));
