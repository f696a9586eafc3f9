import { describe, expect, it } from 'vitest';
import { makeSession, type Answer } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { transaction } from '../../platform/db/index.ts';
import { customerIdOf, workspaceKeys } from '../fact/index.ts';
import { forgetClaimed } from './index.ts';
import { followClaimsOf } from './verbs/follow-claims.ts';

interface Entry {
  readonly kind: string;
  readonly side: string;
  readonly text: string | null;
  readonly author: string | null;
}

interface Told {
  readonly id: string;
  readonly state: string;
  readonly deadline: string | null;
  readonly overdue: boolean;
  readonly settlement: { readonly factId: string | null; readonly by: string | null; readonly missing: string | null } | null;
  readonly outcome: { readonly code: string; readonly automatic: boolean } | null;
  readonly entries: readonly Entry[];
}

const told = (answer: Answer | Record<string, unknown>) =>
  ('json' in answer ? (answer as Answer).json() : answer) as unknown as Told;
const session = (books: Books, { uuid }: BookPartner) => makeSession(books.app, books.db, books.workspace.id, 'partner', uuid);
const clean = { differences: [], ledgerBalanced: true };

async function enrollmentOf(books: Books, { id }: BookPartner): Promise<string> {
  const { items } = (await books.get(`enrollments?partnerId=${id}`)).json() as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

async function missingSale(books: Books, partner: BookPartner, more: object = {}): Promise<object> {
  const occurredAt = new Date(books.now - DAY).toISOString();
  const expected = { what: 'sale', occurredAt, eventId: 'order-7', amount: 20_000, currency: 'EUR', ...more };
  return { kind: 'missing', enrollmentId: await enrollmentOf(books, partner), expected, text: 'She ordered by telephone.' };
}

const bySale = { by: 'sale', customerExternalId: 'lake' };
const accept = { code: 'tracking_lost', reason: 'Found in the telephone orders.', settlement: bySale };
const follow = (books: Books) => followClaimsOf({ db: books.db, now: () => books.now }, books.workspace.id);
const faults = (answer: Answer) => (answer.json() as { fields: { path: string; rule: string; message: string }[] }).fields;

async function why(books: Books, factId: unknown, language = 'en'): Promise<string> {
  const answer = await books.get(`facts/${String(factId)}/why`, books.key, { 'accept-language': language });
  return (answer.json()['text'] as string[]).join('\n');
}

describe('a missing sale', () => {
  it('becomes a fact of its claim, with the commission of the plan of its day', () =>
    withBooks(async (books) => {
      const [ana, bob] = [await books.partner('Ana'), await books.partner('Bob')];
      const partner = await session(books, ana);
      // Another partner has touched this customer since: the claim decides all the same.
      books.now += 2 * DAY;
      await books.sale('order-1', bob, 5000, { customer: { externalId: 'lake' } });
      const opened = await books.post(
        'claims',
        { ...(await missingSale(books, ana)), links: ['https://example.com/a.pdf'] },
        partner,
      );
      expect(opened.status, opened.text).toBe(201);
      const claim = told(opened);
      expect(claim).toMatchObject({
        state: 'open',
        partnerName: 'Ana',
        outcome: null,
        entries: [{ kind: 'opened', side: 'partner' }],
      });
      expect((await books.post('claims', await missingSale(books, ana), partner)).json()).toMatchObject({
        code: 'already_exists',
      });
      expect((await books.get('home')).json()['needs']).toMatchObject([
        { kind: 'claims_to_answer', count: 1, examples: [{ id: claim.id, label: 'Ana' }] },
      ]);

      const accepted = await books.post(`claims/${claim.id}/acceptance`, accept);
      expect(accepted.status, accepted.text).toBe(200);
      const { settlement } = told(accepted);
      expect(told(accepted)).toMatchObject({
        state: 'accepted',
        deadline: null,
        outcome: { code: 'tracking_lost', automatic: false },
      });
      const fact = (await books.get(`facts/${String(settlement?.factId)}`)).json();
      expect(fact).toMatchObject({
        kind: 'sale',
        eventId: 'order-7',
        details: { claimId: claim.id },
        attribution: { model: 'claim' },
        commissions: [{ partnerId: ana.id, amount: 2000 }],
      });
      expect(await books.balance(ana)).toMatchObject({ pending: 2000 });
      expect(await why(books, settlement?.factId)).toContain(`Ana receives all the credit, by the accepted claim ${claim.id}.`);
      expect(await why(books, settlement?.factId, 'fr')).toContain(`au titre de la réclamation acceptée ${claim.id}.`);
      // Both read the same; who of the company answered is the company's.
      const seen = told(await books.get(`claims/${claim.id}`, partner));
      expect(seen.entries.map(({ kind, author }) => [kind, author])).toEqual([
        ['opened', null],
        ['accepted', null],
      ]);
      // The company's own telling of the same order is not a second sale, and its refund finds it.
      const again = await books.post('track/sale', {
        eventId: 'order-7',
        customer: { externalId: 'lake' },
        currency: 'EUR',
        amount: 20_000,
      });
      expect(again.json()).toMatchObject({ code: 'idempotency_conflict' });
      expect((await books.post('claims', await missingSale(books, ana), partner)).json()).toMatchObject({
        code: 'conflict',
        fields: [{ path: 'expected.eventId', rule: 'missing' }],
      });
      await books.refund('refund-7', 'order-7');
      expect(await books.balance(ana)).toMatchObject({ pending: 0 });
      expect(await books.verify()).toMatchObject(clean);
    }));

  it('is accepted once, however often that is asked', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      books.now += 2 * DAY;
      const { id } = told(await books.done('claims', await missingSale(books, ana)));
      const header = { 'idempotency-key': 'once' };
      const first = await books.post(`claims/${id}/acceptance`, accept, books.key, header);
      const second = await books.post(`claims/${id}/acceptance`, accept, books.key, header);
      expect(second.json()).toEqual(first.json());
      expect((await books.post(`claims/${id}/acceptance`, accept)).json()).toMatchObject({ code: 'conflict' });
      expect((await books.post(`claims/${id}/refusal`, { code: 'other', reason: 'No' })).json()).toMatchObject({
        code: 'conflict',
      });
      expect(await books.balance(ana)).toMatchObject({ pending: 2000 });
    }));

  it('that is recorded already, or would earn nothing, is refused with the reason and changes nothing', () =>
    withBooks(async (books) => {
      const [ana, bob] = [await books.partner('Ana'), await books.partner('Bob')];
      books.now += 2 * DAY;
      const sale = await books.sale('order-7', bob, 5000);
      const claim = told(await books.done('claims', await missingSale(books, ana)));
      const refused = await books.post(`claims/${claim.id}/acceptance`, accept);
      expect(refused.json()).toMatchObject({ code: 'claim_unsettled' });
      expect(faults(refused)[0]).toMatchObject({
        path: 'settlement.eventId',
        message: expect.stringContaining(String(sale['factId'])),
      });
      const early = { by: 'sale', eventId: 'order-8', occurredAt: '2020-01-01T00:00:00Z' };
      const nothing = await books.post(`claims/${claim.id}/acceptance`, { ...accept, settlement: early });
      expect(faults(nothing)[0]).toMatchObject({
        rule: 'earns',
        message: expect.stringContaining('would earn this partner nothing'),
      });
      const lead = await books.post(`claims/${claim.id}/acceptance`, { ...accept, settlement: { by: 'lead' } });
      expect(faults(lead)[0]).toMatchObject({ rule: 'earns' });
      const split = await books.post(`claims/${claim.id}/acceptance`, { ...accept, settlement: { by: 'commission' } });
      expect(faults(split)[0]).toMatchObject({ path: 'settlement.by', rule: 'way' });
      expect(told(await books.get(`claims/${claim.id}`))).toMatchObject({ state: 'open', settlement: null });
      expect(await books.balance(ana)).toMatchObject({ pending: 0 });
      expect(await books.verify()).toMatchObject(clean);
    }));

  it('told in part, or as a sale nobody knows the customer of', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      books.now += 2 * DAY;
      const { id } = told(await books.done('claims', await missingSale(books, ana)));
      const partly = { partly: true, code: 'no_proof', reason: 'Half of it', settlement: { by: 'sale', amount: 10_000 } };
      expect((await books.post(`claims/${id}/acceptance`, { ...partly, partly: false })).json()).toMatchObject({
        code: 'invalid_request',
        fields: [{ path: 'code' }],
      });
      expect(told(await books.done(`claims/${id}/acceptance`, partly))).toMatchObject({ state: 'partly_accepted' });
      expect(await books.balance(ana)).toMatchObject({ pending: 1000 });
      expect(await books.verify()).toMatchObject(clean);
    }));
});

describe('other claims', () => {
  it('a held commission is let go and approved; one that was refused stays so, and the claim names what makes up for it', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const partner = await session(books, ana);
      const commission = (await books.sale('order-1', ana, 10_000))['commissions'] as { id: string }[];
      const commissionId = commission[0]?.id;
      await books.done('commissions/reviews', { action: 'hold', commissionIds: [commissionId], reason: 'Odd' });
      const body = {
        kind: 'rejected',
        enrollmentId: await enrollmentOf(books, ana),
        commissionId,
        text: 'It is a real customer.',
      };
      const claim = told(await books.post('claims', body, partner));
      const settlement = { by: 'commission' };
      const done = told(
        await books.done(`claims/${claim.id}/acceptance`, { code: 'wrongly_rejected', reason: 'Right', settlement }),
      );
      expect(done).toMatchObject({ state: 'accepted', settlement: { by: 'commission', factId: expect.stringMatching(/^fct_/) } });
      expect((await books.get(`commissions/${String(commissionId)}`)).json()).toMatchObject({ status: 'pending', blocks: [] });

      await books.done('commissions/reviews', { action: 'refuse', commissionIds: [commissionId], reason: 'Own order' });
      const again = told(await books.post('claims', body, partner));
      const back = await books.post(`claims/${again.id}/acceptance`, { code: 'wrongly_rejected', reason: 'Right', settlement });
      expect(faults(back)[0]).toMatchObject({ rule: 'reversed' });
      const made = await books.sale('order-1-again', ana, 10_000);
      const byFact = { by: 'fact', factId: made['factId'] };
      const named = await books.done(`claims/${again.id}/acceptance`, {
        code: 'wrongly_rejected',
        reason: 'Told anew',
        settlement: byFact,
      });
      expect(told(named)).toMatchObject({ state: 'accepted', settlement: { by: 'fact', factId: made['factId'] } });
      expect(await books.verify()).toMatchObject(clean);
    }));

  it('what was missing of a sale is recorded behind it, for the same customer', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const sale = await books.sale('order-1', ana, 10_000);
      const body = {
        kind: 'wrong',
        enrollmentId: await enrollmentOf(books, ana),
        factId: sale['factId'],
        text: 'It was 150 euros.',
      };
      const claim = told(await books.done('claims', body));
      const without = await books.post(`claims/${claim.id}/acceptance`, {
        code: 'wrong_figures',
        reason: 'Right',
        settlement: { by: 'sale' },
      });
      expect(faults(without)[0]).toMatchObject({ path: 'settlement.amount' });
      const settlement = { by: 'sale', amount: 5000 };
      const done = told(
        await books.done(`claims/${claim.id}/acceptance`, { code: 'wrong_figures', reason: 'Right', settlement }),
      );
      expect((await books.get(`facts/${String(done.settlement?.factId)}`)).json()).toMatchObject({
        eventId: claim.id,
        amount: 5000,
        customerExternalId: 'customer of order-1',
      });
      expect(await books.balance(ana)).toMatchObject({ pending: 1500 });
      expect(await books.verify()).toMatchObject(clean);
    }));

  it('a split is agreed for what the customer brings from then on', () =>
    withBooks(async (books) => {
      const [ana, bob] = [await books.partner('Ana'), await books.partner('Bob')];
      const sale = await books.sale('order-1', ana, 10_000);
      const [one, two] = [await enrollmentOf(books, ana), await enrollmentOf(books, bob)];
      const body = { kind: 'split', enrollmentId: one, factId: sale['factId'], text: 'We did half each.' };
      const claim = told(await books.done('claims', body));
      const shares = [one, two].map((enrollmentId) => ({ enrollmentId, share: '50%' }));
      const odd = { by: 'split', shares: shares.map((part) => ({ ...part, share: '30%' })) };
      const wrong = await books.post(`claims/${claim.id}/acceptance`, { code: 'split_agreed', reason: 'Yes', settlement: odd });
      expect(wrong.json()).toMatchObject({ code: 'invalid_request', fields: [{ rule: 'whole' }] });
      const settlement = { by: 'split', shares };
      const done = told(await books.done(`claims/${claim.id}/acceptance`, { code: 'split_agreed', reason: 'Yes', settlement }));
      expect(done).toMatchObject({
        state: 'accepted',
        settlement: { by: 'split', contributionId: expect.stringMatching(/^ctb_/) },
      });
      books.now += DAY;
      const next = await books.sale('order-2', ana, 10_000, { customer: { externalId: 'customer of order-1' } });
      expect((next['commissions'] as { amount: number }[]).map(({ amount }) => amount)).toEqual([500, 500]);
      expect(await books.verify()).toMatchObject(clean);
    }));
});

describe('the clock', () => {
  it('stands still while the partner is to reply, reminds, and tells once that the days are over', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const partner = await session(books, ana);
      await books.done('claim-terms', { terms: { days: 5, dayKind: 'calendar', automatic: false } });
      books.now += 2 * DAY;
      const { id, deadline } = told(await books.post('claims', await missingSale(books, ana), partner));
      expect(deadline).toBe('2026-01-22T23:00:00.000Z');
      expect(told(await books.done(`claims/${id}/entries`, { text: 'Which shop?', question: true }))).toMatchObject({
        state: 'asked',
        deadline: null,
      });
      books.now += 30 * DAY;
      expect(await follow(books)).toBe(0);
      expect((await books.post(`claims/${id}/entries`, { text: 'x', question: true }, partner)).json()).toMatchObject({
        fields: [{ path: 'question' }],
      });
      const replied = told(await books.post(`claims/${id}/entries`, { text: 'Grenoble.' }, partner));
      expect(replied).toMatchObject({ state: 'open', deadline: '2026-02-21T23:00:00.000Z' });
      books.now = Date.parse('2026-02-20T09:00:00Z');
      expect(await follow(books)).toBe(1);
      expect(await follow(books)).toBe(0);
      books.now = Date.parse('2026-02-21T23:00:00Z');
      expect(await follow(books)).toBe(1);
      expect(await follow(books)).toBe(0);
      const late = told(await books.get(`claims/${id}`));
      expect(late).toMatchObject({ state: 'open', overdue: true });
      expect(late.entries.map(({ kind }) => kind)).toEqual(['opened', 'question', 'reply', 'reminded', 'overdue']);
      expect((await books.get('claims?state=overdue')).json()).toMatchObject({ items: [{ id }] });
      // Without acceptance by silence the company may still refuse.
      expect(told(await books.done(`claims/${id}/refusal`, { code: 'not_found', reason: 'No' }))).toMatchObject({
        state: 'refused',
      });
      const statistics = (await books.get('claim-statistics')).json();
      expect(statistics).toMatchObject({ opened: 1, decided: 1, refused: 1, late: 1, refusalPercent: 100, open: 0 });
      expect(statistics['daysToAnswer']).toBeGreaterThan(4);
      expect(statistics['daysToAnswer']).toBeLessThan(7);
    }));

  it('accepts by silence where the terms say so, once, and says what it could not record', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const partner = await session(books, ana);
      const terms = { days: 3, dayKind: 'business', automatic: true };
      await books.done('claim-terms', { programId: books.programId, terms });
      books.now += 2 * DAY;
      const whole = told(await books.post('claims', await missingSale(books, ana), partner));
      const unknown = told(
        await books.post(
          'claims',
          await missingSale(books, ana, { eventId: 'order-8', amount: undefined, currency: undefined }),
          partner,
        ),
      );
      // Opened on Saturday 17 January: Monday to Wednesday count.
      expect(whole.deadline).toBe('2026-01-21T23:00:00.000Z');
      // The terms that come later are not its own.
      await books.done('claim-terms', { programId: books.programId, terms: { ...terms, automatic: false } });
      books.now = Date.parse('2026-01-21T23:00:00Z');
      expect((await books.post(`claims/${whole.id}/refusal`, { code: 'other', reason: 'No' })).json()).toMatchObject({
        code: 'conflict',
        fields: [{ rule: 'too_late' }],
      });
      const runs = await Promise.all([follow(books), follow(books)]);
      expect(runs.reduce((sum, count) => sum + count, 0)).toBe(2);
      expect(await follow(books)).toBe(0);
      expect(told(await books.get(`claims/${whole.id}`))).toMatchObject({
        state: 'accepted',
        outcome: { code: 'deadline_passed', automatic: true },
        settlement: { by: 'sale', factId: expect.stringMatching(/^fct_/) },
      });
      expect(await books.balance(ana)).toMatchObject({ pending: 2000 });
      expect(told(await books.get(`claims/${unknown.id}`))).toMatchObject({
        state: 'accepted',
        settlement: { by: null, missing: 'Say the amount: it was not claimed.' },
      });
      expect((await books.get('claims?state=to_settle')).json()).toMatchObject({ items: [{ id: unknown.id }] });
      const settlement = { by: 'sale', amount: 1000, currency: 'EUR' };
      expect(told(await books.done(`claims/${unknown.id}/settlement`, { settlement }))).toMatchObject({
        settlement: { by: 'sale', missing: null },
      });
      expect((await books.post(`claims/${unknown.id}/settlement`, { settlement })).json()).toMatchObject({ code: 'conflict' });
      expect(await books.balance(ana)).toMatchObject({ pending: 2100 });
      expect(await books.verify()).toMatchObject(clean);
    }));
});

describe('who may', () => {
  it('a partner reads and contests its own only; it withdraws what it opened, the company what the company opened', () =>
    withBooks(async (books) => {
      const [ana, bob] = [await books.partner('Ana'), await books.partner('Bob')];
      const [one, two] = [await session(books, ana), await session(books, bob)];
      books.now += 2 * DAY;
      const claim = told(await books.post('claims', await missingSale(books, ana), one));
      expect((await books.get(`claims/${claim.id}`, two)).status).toBe(404);
      expect((await books.post(`claims/${claim.id}/entries`, { text: 'x' }, two)).status).toBe(404);
      expect((await books.post('claims', await missingSale(books, ana), two)).json()).toMatchObject({
        code: 'unknown_reference',
      });
      expect((await books.get('claims', two)).json()).toMatchObject({ items: [] });
      const sale = await books.sale('order-1', ana, 10_000);
      const others = { kind: 'wrong', enrollmentId: await enrollmentOf(books, bob), factId: sale['factId'], text: 'Mine' };
      expect((await books.post('claims', others, two)).json()).toMatchObject({
        code: 'unknown_reference',
        fields: [{ path: 'factId' }],
      });
      expect((await books.post(`claims/${claim.id}/acceptance`, accept, one)).status).toBe(403);
      expect((await books.post(`claims/${claim.id}/withdrawal`, {})).status).toBe(403);
      expect(told(await books.post(`claims/${claim.id}/withdrawal`, {}, one))).toMatchObject({ state: 'withdrawn' });
      expect((await books.post(`claims/${claim.id}/entries`, { text: 'x' }, one)).json()).toMatchObject({ code: 'conflict' });
      const own = told(await books.done('claims', await missingSale(books, ana)));
      expect(told(await books.done(`claims/${own.id}/withdrawal`, { reason: 'By mistake' }))).toMatchObject({
        state: 'withdrawn',
      });
    }));

  it('statistics are shown to partners when the company agrees', () =>
    withBooks(async (books) => {
      const partner = await session(books, await books.partner('Ana'));
      expect((await books.get('claim-statistics', partner)).status).toBe(403);
      const setting = { as: books.key, body: { showsStatistics: true } };
      expect((await books.app.call('PUT', '/api/v1/claim-settings', setting)).json()).toMatchObject({ showsStatistics: true });
      expect((await books.get('claim-statistics', partner)).json()).toMatchObject({
        decided: 0,
        refusalPercent: null,
        daysToAnswer: null,
      });
      expect((await books.get('claim-terms', partner)).json()).toMatchObject({
        workspace: { days: 10, dayKind: 'business', automatic: false, since: null },
      });
    }));

  it('days to pay run from when a commission was payable to when its payout arrived', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      await books.sale('order-1', ana, 10_000);
      // Held for ten days, then paid four days later.
      books.now += 10 * DAY;
      await books.release();
      books.now += 4 * DAY;
      const payout = await books.done('payouts', { partnerId: ana.id, currency: 'EUR' });
      expect((await books.get('claim-statistics')).json()).toMatchObject({ commissionsPaid: 0, daysToPay: null });
      await books.done(`payouts/${String(payout['id'])}/confirmation`, {});
      const { commissionsPaid, daysToPay } = (await books.get('claim-statistics')).json();
      expect(commissionsPaid).toBe(1);
      // The hold ends at midnight of 25 January; the payout arrives on the 29th at ten.
      expect(daysToPay).toBe(4.4);
    }));

  it('erasing a customer clears it from its claims with what was written, also where the company said whom it was about', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      books.now += 2 * DAY;
      const customer = { name: 'Jeanne Roche', email: 'jeanne@roche.example' };
      const { id } = told(await books.done('claims', await missingSale(books, ana, { customer })));
      await books.done(`claims/${id}/acceptance`, accept);
      const { customerKey } = await workspaceKeys(books.db, books.workspace.id);
      const workspaceId = books.workspace.id;
      await transaction(books.db, (tx) => forgetClaimed(tx, workspaceId, customerIdOf(customerKey, 'lake')), { workspaceId });
      const after = (await books.get(`claims/${id}`)).json();
      expect(after).toMatchObject({
        state: 'accepted',
        outcome: { reason: '–' },
        expected: { customer: { externalId: null, name: null, email: null } },
      });
      expect((after as unknown as Told).entries.map(({ kind, text }) => [kind, text])).toEqual([
        ['opened', null],
        ['accepted', null],
      ]);
      expect(await books.verify()).toMatchObject(clean);
    }));
});
