import { expect, it } from 'vitest';
import { saleInput } from '@cordee/contract/events';
import { withBooks, type Books } from '../../../test/books.ts';
import { APPLICATION_ROLE } from '../../platform/db/index.ts';
import { workspaceKeys } from '../fact/index.ts';
import { openIntake, openRunner, saleDraft, type Intake } from './index.ts';

/** The intake of another process on the same database: it knows nothing of what this one does. */
async function withStranger(books: Books, test: (intake: Intake) => Promise<void>): Promise<void> {
  const fail = (error: unknown) => {
    throw error;
  };
  const runner = openRunner({ db: books.db, onError: fail });
  const intake = openIntake(books.db, runner, () => (books.now += 1));
  await test(intake);
  await intake.drained();
  await runner.close();
}

async function draft(books: Books, eventId: string, coupon: string, amount: number) {
  const { customerKey } = await workspaceKeys(books.db, books.workspace.id);
  const input = saleInput.parse({ eventId, customer: { externalId: `customer of ${eventId}` }, currency: 'EUR', amount, coupon });
  return saleDraft(input, { customerKey, now: books.now });
}

it('records once what is told again, and tells a conflict from it', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('o1', ana, 10_000);
    expect(await books.sale('o2', ana, 10_000)).toMatchObject({ duplicate: false, counted: true });
    expect(await books.sale('o2', ana, 10_000)).toMatchObject({ duplicate: true, commissions: [{ amount: 1000 }] });
    const conflict = await books.post('track/sale', {
      eventId: 'o1',
      customer: { externalId: 'customer of o1' },
      currency: 'EUR',
      amount: 9999,
      coupon: ana.coupon,
    });
    expect(conflict).toMatchObject({ status: 409 });
    expect(await books.sale('o3', ana, 10_000)).toMatchObject({ duplicate: false, counted: true });
    expect(await books.balance(ana)).toMatchObject({ pending: 3000 });
    expect(await books.verify()).toMatchObject({ facts: 3, differences: [] });
  }));

it('sees that a refund waited for a sale, and aims it', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('o1', ana, 10_000);
    await books.refund('r2', 'o2', { amount: 4000 });
    await books.sale('o2', ana, 10_000);
    expect(await books.balance(ana)).toMatchObject({ pending: 1000 + 600 });
    expect(await books.verify()).toMatchObject({ facts: 4, differences: [] });
  }));

it('counts under the terms as they are now, not as they were at the batch before', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('o1', ana, 10_000);
    const ben = await books.partner('Ben');
    expect(await books.sale('o2', ben, 10_000)).toMatchObject({ commissions: [{ partnerId: ben.id, amount: 1000 }] });
    expect(await books.verify()).toMatchObject({ differences: [] });
  }));

it('gives way to another process that has moved on, and the other to it', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await withStranger(books, async (stranger) => {
      for (let n = 0; n < 6; n += 1) {
        await books.sale(`ours-${n}`, ana, 10_000);
        const theirs = await stranger.submit(books.workspace.id, await draft(books, `theirs-${n}`, ana.coupon, 20_000));
        expect(theirs.outcome?.commissions).toMatchObject([{ amount: 2000n }]);
        // The same sale at both doors is one sale.
        await stranger.submit(books.workspace.id, await draft(books, `ours-${n}`, ana.coupon, 10_000));
      }
      const together = Array.from({ length: 40 }, async (_, n) => {
        if (n % 2 === 0) return books.sale(`many-${n}`, ana, 100);
        return stranger.submit(books.workspace.id, await draft(books, `many-${n}`, ana.coupon, 100));
      });
      await Promise.all(together);
    });
    expect(await books.balance(ana)).toMatchObject({ pending: 6 * 1000 + 6 * 2000 + 40 * 10 });
    expect(await books.verify()).toMatchObject({ facts: 52, differences: [], ledgerBalanced: true });
  }));

it('ties sales to their clicks by the straight way as by the careful one', () =>
  withBooks(async (books) => {
    await books.app.track({ url: books.url, role: APPLICATION_ROLE });
    const ana = await books.partner('Ana');
    const { items } = (await books.get(`enrollments?partnerId=${ana.id}`)).json() as { items: { id: string }[] };
    const { code } = await books.done('links', { enrollmentId: items[0]?.id, code: 'ana' });
    const click = async () => String((await books.done('track/click', { code }))['clickId']);
    const byClick = async (eventId: string, clickId: string) => {
      const sale = { eventId, customer: { externalId: `customer of ${eventId}` }, currency: 'EUR', amount: 10_000, clickId };
      return books.done('track/sale', sale);
    };
    // The first goes carefully: nothing stands yet.
    for (const eventId of ['o1', 'o2', 'o3']) {
      const clickId = await click();
      expect(await byClick(eventId, clickId)).toMatchObject({
        commissions: [{ partnerId: ana.id, amount: 1000 }],
        attribution: { credits: [{ via: 'click' }] },
      });
    }
    const clickIds = await Promise.all(Array.from({ length: 20 }, click));
    const many = await Promise.all(clickIds.map((clickId, n) => byClick(`many-${n}`, clickId)));
    expect(many.every(({ commissions }) => (commissions as unknown[]).length === 1)).toBe(true);
    expect(await byClick('o3', clickIds[0] ?? '').catch((error: unknown) => String(error))).toContain('409');
    const unknown = await byClick('o4', 'clk_01h45nvb5pextapf6f6a01aqw8');
    expect(unknown).toMatchObject({ commissions: [], unpaid: { reason: 'no_touchpoint' } });
    const { rows } = await paths(books);
    expect(rows).toEqual({ click_id: 23, none: 1 });
    expect(await books.verify()).toMatchObject({ facts: 24, differences: [], ledgerBalanced: true });
  }));

async function paths(books: Books): Promise<{ rows: Record<string, number> }> {
  const rows = await books.owner.query<{ path: string; times: bigint }>(
    `select body->>'path' as path, count(*) as times from fact where workspace_id = $1 group by 1`,
    [books.workspace.id],
  );
  return { rows: Object.fromEntries(rows.map(({ path, times }) => [path, Number(times)])) };
}
