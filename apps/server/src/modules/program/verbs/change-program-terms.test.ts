import { expect, it } from 'vitest';
import { DAY, withBooks, type Books } from '../../../../test/books.ts';
import { simplePlan } from '../../../../test/terms.ts';
import { rebuildProjections } from '../../counting/index.ts';
import { contextFor } from '../../../../test/app.ts';

const clean = { differences: [], ledgerBalanced: true };
const fifth = {
  ...simplePlan,
  holdDays: 10,
  noticeDays: 0,
  rules: [{ id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '20%' } }],
};
const iso = (at: number) => new Date(at).toISOString();

interface Sale {
  readonly commissions: readonly { readonly programId: string; readonly amount: number }[];
}

async function secondProgram(books: Books): Promise<{ id: string; coupon: string }> {
  const made = await books.done('programs', {
    name: 'Other',
    destinationUrl: 'https://shop.example/',
    plan: fifth,
    precedence: 50,
  });
  await books.done(`plans/${String(made['planId'])}/publication`, {});
  const partner = await books.done('partners', { name: 'Ben', kind: 'affiliate' });
  const enrollment = await books.done('enrollments', { programId: made['id'], partnerId: partner['id'] });
  const link = await books.done('links', { enrollmentId: enrollment['id'], code: 'ben' });
  return { id: String(made['id']), coupon: String(link['code']) };
}

it('offers conversions by the precedence in force when they happened, as known when they were told', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const other = await secondProgram(books);
    const takenBy = async (eventId: string, more: object = {}) => {
      const sale = (await books.sale(eventId, ana, 1000, { code: other.coupon, ...more })) as unknown as Sale;
      return sale.commissions.map(({ programId }) => (programId === other.id ? 'other' : 'first'));
    };
    expect(await takenBy('s1')).toEqual(['other']);
    const from = books.now + 10 * DAY;
    const changed = await books.done(`programs/${other.id}/terms`, { precedence: 200, from: iso(from) });
    expect(changed).toMatchObject({ precedence: 50, terms: [{ precedence: 50 }, { precedence: 200, from: iso(from) }] });
    expect(await takenBy('s2')).toEqual(['other']);
    books.now = from + DAY;
    expect(await takenBy('s3')).toEqual(['first']);
    expect(await takenBy('s4', { occurredAt: iso(from - 1) })).toEqual(['other']);
    expect((await books.get(`programs/${other.id}`)).json()).toMatchObject({ precedence: 200 });
    expect(await books.verify()).toMatchObject(clean);
    await rebuildProjections(contextFor(books.db, books.workspace.id));
    expect(await books.verify()).toMatchObject(clean);
  }));

it('pays by the default plan in force, after its notice, and leaves what was earned', () =>
  withBooks(
    async (books) => {
      const ana = await books.partner('Ana');
      const path = `programs/${books.programId}`;
      const plan = await books.done(`${path}/plans`, { name: 'Twenty', document: fifth });
      const planId = String(plan['id']);
      const early = await books.post(`${path}/terms`, { planId, from: iso(books.now + 40 * DAY) });
      expect(early.json()).toMatchObject({ code: 'conflict', fields: [{ path: 'planId', rule: 'in_force' }] });
      await books.done(`plans/${planId}/publication`, {});
      const hurried = await books.post(`${path}/terms`, { planId, from: iso(books.now + DAY) });
      expect(hurried.json()).toMatchObject({ code: 'notice_too_short', fields: [{ path: 'from' }] });

      await books.sale('s1', ana, 1000);
      const changed = (await books.done(`${path}/terms`, { planId })) as { planId: string; terms: { from: string }[] };
      const from = Date.parse(changed.terms.at(-1)?.from ?? '');
      expect(changed.planId).not.toBe(planId);
      expect(from).toBeGreaterThanOrEqual(books.now + 29 * DAY);
      books.now = from - DAY;
      await books.sale('s2', ana, 1000);
      expect(await books.balance(ana)).toMatchObject({ pending: 200 });
      books.now = from + DAY;
      await books.sale('s3', ana, 1000);
      await books.sale('s4', ana, 1000, { occurredAt: iso(from - 1) });
      expect(await books.balance(ana)).toMatchObject({ pending: 500 });
      await books.refund('r1', 's1');
      await books.refund('r3', 's3');
      expect(await books.balance(ana)).toMatchObject({ pending: 200 });
      expect((await books.get(`plans/${planId}`)).json()).toMatchObject({ default: true });
      expect(await books.verify()).toMatchObject(clean);
    },
    { noticeDays: 30 },
  ));

it('refuses the past, what begins before an announced change, and plans of others', () =>
  withBooks(async (books) => {
    const other = await secondProgram(books);
    const path = `programs/${other.id}/terms`;
    const past = await books.post(path, { precedence: 1, from: iso(books.now - DAY) });
    expect(past.json()).toMatchObject({ code: 'conflict', fields: [{ path: 'from', rule: 'not_past' }] });
    await books.done(path, { precedence: 1, from: iso(books.now + 10 * DAY) });
    const before = await books.post(path, { precedence: 2, from: iso(books.now + 5 * DAY) });
    expect(before.json()).toMatchObject({ code: 'conflict', fields: [{ rule: 'after_last' }] });
    const first = (await books.get(`programs/${books.programId}`)).json();
    const foreign = await books.post(path, { planId: first['planId'] });
    expect(foreign.json()).toMatchObject({ code: 'unknown_reference', fields: [{ path: 'planId' }] });
    expect((await books.post(path, {})).json()).toMatchObject({ code: 'invalid_request' });
    expect((await books.get('audit')).text).toContain('program.terms_changed');
  }));
