import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextFor, makeSession } from '../../../../test/app.ts';
import { DAY, START, withBooks, type BookPartner, type Books } from '../../../../test/books.ts';
import { rebuildProjections } from '../verbs/rebuild-projections.ts';

const above = { review: { mode: 'above', amount: 1000 } } as const;

interface Commission {
  readonly id: string;
  readonly status: string;
  readonly amount: number;
  readonly blocks: string[];
}

async function earned(
  books: Books,
  eventId: string,
  partner: BookPartner,
  amount: number,
  more: object = {},
): Promise<Commission> {
  const sale = await books.sale(eventId, partner, amount, more);
  const [commission] = sale['commissions'] as Commission[];
  if (commission === undefined) throw new Error(`${eventId} earned nothing`);
  return commission;
}

function review(books: Books, action: string, commissions: readonly Commission[], reason?: string) {
  return books.done('commissions/reviews', {
    action,
    commissionIds: commissions.map(({ id }) => id),
    ...(reason === undefined ? {} : { reason }),
  });
}

async function stands(books: Books, { id }: Commission): Promise<Commission> {
  return (await books.get(`commissions/${id}`)).json() as unknown as Commission;
}

async function soundBooks(books: Books): Promise<void> {
  expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  expect(await rebuildProjections(contextFor(books.db, books.workspace.id))).toMatchObject({ commissions: 0 });
}

describe('a commission above the ceiling', () => {
  it('waits for approval past its hold, and is payable at the next release after it', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const small = await earned(books, 's1', ana, 10_000);
      const large = await earned(books, 's2', ana, 10_010);
      expect([small.status, large.status]).toEqual(['pending', 'in_review']);
      expect(large.blocks).toEqual(['review']);
      books.now += 11 * DAY;
      await books.release();
      expect(await books.balance(ana)).toMatchObject({ pending: 1001, payable: 1000 });
      const answer = await review(books, 'approve', [large]);
      expect(answer).toMatchObject({
        done: 1,
        outcomes: [{ commissionId: large.id, outcome: 'done', status: 'pending', because: null }],
      });
      await books.release();
      expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: 2001 });
      expect(await stands(books, large)).toMatchObject({ status: 'payable', blocks: [] });
      await soundBooks(books);
    }, above));

  it('is told so in the plan, in both languages, and in its why', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const large = await earned(books, 's1', ana, 20_000);
      const program = (await books.get(`programs/${books.programId}`)).json();
      const plan = (await books.get(`plans/${String(program['planId'])}`, books.key, { 'accept-language': 'fr' })).text;
      expect(plan).toContain('plus de 10,00 € en tout');
      await review(books, 'approve', [large]);
      const why = async (language: string) =>
        (await books.get(`commissions/${large.id}/why`, books.key, { 'accept-language': language })).json()['text'];
      expect(await why('fr')).toEqual(
        expect.arrayContaining([
          'Le barème soumet à validation ce qui dépasse 10,00 € par événement ; celui-ci fait acquérir 20,00 € à ce partenaire.',
          expect.stringMatching(/^Commission n° 1, Ana \(20,00 €\) : validée le 15 janvier 2026/),
        ]),
      );
      expect(await why('en')).toEqual(expect.arrayContaining([expect.stringMatching(/approved on 15 January 2026/)]));
    }, above));
});

describe('a hold', () => {
  it('takes a released commission back to pending until it is let go, with its reason in the why', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const commission = await earned(books, 's1', ana, 10_000);
      books.now += 11 * DAY;
      await books.release();
      const [outcome] = (await review(books, 'hold', [commission], 'same address as the customer'))['outcomes'] as {
        factId: string;
      }[];
      expect(await stands(books, commission)).toMatchObject({ status: 'held', blocks: ['hold'] });
      await books.release();
      expect(await books.balance(ana)).toMatchObject({ pending: 1000, payable: 0 });
      const fact = (await books.get(`facts/${outcome?.factId ?? ''}`)).json();
      expect(fact).toMatchObject({
        kind: 'commission_held',
        details: { reason: 'same address as the customer', commissionIds: [commission.id] },
      });
      const { text } = (await books.get(`facts/${outcome?.factId ?? ''}/why`)).json() as unknown as { text: string[] };
      expect(text.join('\n')).toMatch(/held on 26 January 2026 at .*; reason: “same address as the customer”/);
      expect(await review(books, 'unhold', [commission])).toMatchObject({ done: 1 });
      await books.release();
      expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: 1000 });
      await soundBooks(books);
    }));

  it('is independent of a dispute: each ends by itself', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const commission = await earned(books, 's1', ana, 10_000);
      await review(books, 'hold', [commission], 'to be checked');
      await books.done('track/refund', { eventId: 'd1', saleEventId: 's1', reason: 'dispute_opened' });
      expect(await stands(books, commission)).toMatchObject({ status: 'suspended', blocks: ['hold', 'dispute'] });
      await books.done('track/refund', { eventId: 'd2', saleEventId: 's1', reason: 'dispute_won' });
      expect(await stands(books, commission)).toMatchObject({ status: 'held', blocks: ['hold'] });
      await soundBooks(books);
    }));

  it('comes too late for what is in a payout or paid; a refusal does not', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const commission = await earned(books, 's1', ana, 10_000);
      books.now += 11 * DAY;
      await books.release();
      const payout = await books.done('payouts', { partnerId: ana.id, currency: 'EUR' });
      const late = (status: string) => ({
        done: 0,
        outcomes: [{ outcome: 'impossible', status, factId: null, because: { code: status } }],
      });
      expect(await review(books, 'hold', [commission], 'late')).toMatchObject(late('in_payout'));
      await books.done(`payouts/${String(payout['id'])}/confirmation`, {});
      expect(await review(books, 'hold', [commission], 'late')).toMatchObject(late('paid'));
      expect(await review(books, 'refuse', [commission], 'own purchase')).toMatchObject({
        done: 1,
        outcomes: [{ status: 'refused' }],
      });
      expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: -1000, paid: 1000 });
      await soundBooks(books);
    }));
});

describe('many at once', () => {
  it('each has an outcome of its own, and none keeps the others back', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const waiting = await earned(books, 's1', ana, 20_000);
      const small = await earned(books, 's2', ana, 1000);
      const gone = await earned(books, 's3', ana, 30_000);
      await books.refund('r3', 's3');
      const unknown = { ...waiting, id: 'com_01j0000000e0080000000000ff' };
      const answer = await review(books, 'approve', [waiting, small, gone, unknown]);
      expect(answer).toMatchObject({
        done: 1,
        outcomes: [
          { outcome: 'done', status: 'pending' },
          { outcome: 'unchanged', status: 'pending' },
          { outcome: 'impossible', status: 'reversed', because: { code: 'reversed' } },
          { outcome: 'impossible', status: null, because: { code: 'not_found' } },
        ],
      });
      expect(await review(books, 'approve', [waiting])).toMatchObject({ done: 0, outcomes: [{ outcome: 'unchanged' }] });
      const audit = (await books.get('audit')).json()['items'] as { action: string }[];
      expect(audit.filter(({ action }) => action === 'commission.reviewed')).toMatchObject([
        { subject: waiting.id, after: { action: 'approve', reason: null, commissions: [waiting.id] } },
      ]);
      expect(await earned(books, 's1', ana, 20_000)).toEqual(waiting);
    }, above));

  it('a repeated request is answered as the first was, and records nothing more', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const commission = await earned(books, 's1', ana, 20_000);
      const body = { action: 'refuse', commissionIds: [commission.id], reason: 'own purchase' };
      const headers = { 'idempotency-key': 'once' };
      const first = await books.post('commissions/reviews', body, books.key, headers);
      const again = await books.post('commissions/reviews', body, books.key, headers);
      expect(again.json()).toEqual(first.json());
      expect((await books.post('commissions/reviews', { ...body, reason: 'another' }, books.key, headers)).status).toBe(409);
      const facts = (await books.get('facts?kind=commission_refused')).json()['items'];
      expect(facts).toHaveLength(1);
    }));

  it('the lines of one order are one fact', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const lines = [1, 2, 3].map((id) => ({ id: String(id), quantity: 1, net: 10_000 }));
      const sale = await books.done('track/sale', {
        eventId: 's1',
        customer: { externalId: 'k' },
        currency: 'EUR',
        lines,
        coupon: ana.coupon,
      });
      const commissions = sale['commissions'] as Commission[];
      expect(commissions.map(({ status }) => status)).toEqual(['in_review', 'in_review', 'in_review']);
      const { outcomes } = (await review(books, 'refuse', commissions.slice(1), 'own purchase')) as unknown as {
        outcomes: { factId: string }[];
      };
      expect(new Set(outcomes.map(({ factId }) => factId)).size).toBe(1);
      expect(await books.balance(ana)).toMatchObject({ pending: 1000 });
      await soundBooks(books);
    }, above));
});

describe('who may', () => {
  it('finance approves only; a viewer and a partner do nothing; a hold needs its reason', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const commission = await earned(books, 's1', ana, 20_000);
      const as = async (role: 'finance' | 'manager' | 'viewer', action: string, reason?: string) => {
        const session = await makeSession(books.app, books.db, books.workspace.id, role);
        return books.post('commissions/reviews', { action, commissionIds: [commission.id], reason }, session);
      };
      expect((await as('viewer', 'approve')).status).toBe(403);
      expect((await as('finance', 'hold', 'x')).status).toBe(403);
      expect((await as('finance', 'approve')).json()).toMatchObject({ done: 1 });
      const unsaid = await as('manager', 'hold');
      expect(unsaid.status).toBe(422);
      expect(unsaid.json()).toMatchObject({ code: 'invalid_request', fields: [{ path: 'reason', rule: 'review_reason' }] });
      expect((await as('manager', 'hold', 'x')).json()).toMatchObject({ done: 1 });
    }, above));

  it('a partner reads why its own commission was refused, and nothing about another one of the same sale', () =>
    withBooks(
      async (books) => {
        const [ana, ben] = [await books.partner('Ana'), await books.partner('Ben')];
        await books.sale('touch', ben, 100, { customer: { externalId: 'k' } });
        const sale = await books.sale('s1', ana, 20_000, { customer: { externalId: 'k' } });
        const commissions = sale['commissions'] as (Commission & { partnerId: string })[];
        expect(commissions).toHaveLength(2);
        const ofAna = commissions.filter(({ partnerId }) => partnerId === ana.id);
        const { outcomes } = (await review(books, 'refuse', ofAna, 'own purchase')) as unknown as {
          outcomes: { factId: string }[];
        };
        const factId = outcomes[0]?.factId ?? '';
        const [anaSession, benSession] = [
          await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid),
          await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid),
        ];
        expect((await books.get(`facts/${factId}/why`, anaSession)).text).toContain('own purchase');
        expect((await books.get(`facts/${factId}`, anaSession)).json()).toMatchObject({ details: { reason: 'own purchase' } });
        expect((await books.get(`facts/${factId}`, benSession)).status).toBe(404);
        expect((await books.get('facts', benSession)).text).not.toContain(factId);
        const saleId = String(sale['factId']);
        expect((await books.get(`facts/${saleId}/why`, benSession)).text).not.toContain('own purchase');
        expect((await books.get(`commissions/${ofAna[0]?.id ?? ''}/signals`, anaSession)).status).toBe(403);
        expect((await books.get('commissions?signals=true', anaSession)).status).toBe(403);
      },
      { attribution: { model: { kind: 'linear' }, windowDays: 30, coupon: 'touch', lifetime: 'none', selfReferral: 'reject' } },
    ));
});

describe('the queue', () => {
  it('is filtered by statuses and amount, sorted, and paged without a gap', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const amounts = [50_000, 20_000, 5000, 90_000, 20_000, 30_000];
      for (const [index, amount] of amounts.entries()) await earned(books, `s${index}`, ana, amount);
      const read = async (query: string): Promise<number[]> => {
        const found: number[] = [];
        let cursor = '';
        do {
          const page = (await books.get(`commissions?${query}&limit=2${cursor}`)).json() as unknown as {
            items: Commission[];
            nextCursor: string | null;
          };
          found.push(...page.items.map(({ amount }) => amount));
          cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
        } while (cursor !== '');
        return found;
      };
      expect(await read('status=in_review,held&sort=oldest')).toEqual([5000, 2000, 9000, 2000, 3000]);
      expect(await read('status=in_review&sort=amount')).toEqual([9000, 5000, 3000, 2000, 2000]);
      expect(await read('status=in_review&sort=amount&minAmount=2001&currency=EUR')).toEqual([9000, 5000, 3000]);
      expect(await read('status=pending')).toEqual([500]);
      expect(await read('status=in_review&sort=newest&signals=true')).toEqual([3000, 2000, 9000, 2000, 5000]);
      const wrong = await books.get('commissions?status=in_review,later');
      expect(wrong.json()).toMatchObject({ fields: [{ path: 'status', rule: 'list_of_statuses' }] });
    }, above));
});

type Command =
  | { readonly do: 'sale'; readonly who: number; readonly amount: number }
  | {
      readonly do: 'refund' | 'dispute_opened' | 'dispute_won' | 'dispute_lost';
      readonly sale: number;
      readonly amount: number | null;
    }
  | { readonly do: 'approve' | 'hold' | 'unhold' | 'refuse'; readonly sales: readonly number[] }
  | { readonly do: 'refund_failed'; readonly refund: number }
  | { readonly do: 'release'; readonly days: number }
  | { readonly do: 'payout'; readonly who: number }
  | { readonly do: 'confirmation' | 'rejection'; readonly payout: number };

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('sale' as const), who: fc.nat(1), amount: fc.integer({ min: 10, max: 40_000 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('refund' as const, 'dispute_opened' as const, 'dispute_won' as const, 'dispute_lost' as const),
      sale: fc.nat(5),
      amount: fc.option(fc.integer({ min: 1, max: 10_000 })),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('approve' as const, 'hold' as const, 'unhold' as const, 'refuse' as const),
      sales: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('refund_failed' as const), refund: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('release' as const), days: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('payout' as const), who: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('confirmation' as const, 'rejection' as const), payout: fc.nat(2) }),
  },
);

it(
  'whatever is asked in whatever order, the tables are what replaying the facts gives',
  () =>
    withBooks(async (books) => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 25 }), async (commands) => {
          run += 1;
          books.now = Math.max(books.now, START + run * DAY);
          const partners = [await books.partner(`Ana ${run}`), await books.partner(`Ben ${run}`)] as const;
          const sales: { readonly id: string; readonly commission: Commission }[] = [];
          const payouts: string[] = [];
          const refunds: { readonly id: string; readonly sale: string }[] = [];
          for (const [index, each] of commands.entries()) {
            const eventId = `${run}-${index}`;
            if (each.do === 'sale') {
              const partner = partners[each.who] ?? partners[0];
              sales.push({ id: eventId, commission: await earned(books, eventId, partner, each.amount) });
            } else if (each.do === 'release') {
              books.now += each.days * DAY;
              await books.release();
            } else if (each.do === 'refund_failed') {
              const refund = refunds[each.refund];
              const failed = { eventId, saleEventId: refund?.sale, refundEventId: refund?.id, reason: 'refund_failed' };
              if (refund !== undefined) await books.post('track/refund', failed);
            } else if (each.do === 'payout') {
              const answer = await books.post('payouts', { partnerId: (partners[each.who] ?? partners[0]).id, currency: 'EUR' });
              if (answer.status === 201) payouts.push(String(answer.json()['id']));
            } else if (each.do === 'confirmation' || each.do === 'rejection') {
              const id = payouts[each.payout];
              if (id !== undefined)
                await books.post(`payouts/${id}/${each.do}`, each.do === 'rejection' ? { reason: 'closed' } : {});
            } else if ('sales' in each) {
              const aimed = each.sales.flatMap((sale) => sales[sale]?.commission ?? []);
              if (aimed.length > 0) await review(books, each.do, aimed, 'because');
            } else if ('sale' in each) {
              const saleEventId = sales[each.sale]?.id;
              const amount = each.amount === null ? {} : { amount: each.amount };
              if (saleEventId !== undefined && each.do === 'refund') refunds.push({ id: eventId, sale: saleEventId });
              if (saleEventId !== undefined)
                await books.post('track/refund', { eventId, saleEventId, reason: each.do, ...amount });
            }
          }
          await soundBooks(books);
        }),
        { numRuns: 12, endOnFailure: true },
      );
    }, above),
  120_000,
);
