import { expect, it } from 'vitest';
import { makeSession, makeWorkspace, type Answer } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';

interface Told {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly factId: string | null;
  readonly endFactId: string | null;
  readonly conflicts: readonly { readonly code: string; readonly blocks: boolean; readonly partnerId: string | null }[];
  readonly parties: readonly { readonly partnerId: string; readonly share: string }[];
}

const told = (answer: Answer | Record<string, unknown>) =>
  ('json' in answer ? (answer as Answer).json() : answer) as unknown as Told;
const session = (books: Books, { uuid }: BookPartner) => makeSession(books.app, books.db, books.workspace.id, 'partner', uuid);
const clean = { differences: [], ledgerBalanced: true };

async function enrollmentOf(books: Books, { id }: BookPartner): Promise<string> {
  const { items } = (await books.get(`enrollments?partnerId=${id}`)).json() as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

async function dealOf(books: Books, partner: BookPartner, more: object = {}): Promise<object> {
  return { kind: 'deal', enrollmentId: await enrollmentOf(books, partner), customer: { name: 'Refuge du Lac' }, ...more };
}

const sold = (customer: string, eventId: string, more: object = {}) => ({
  eventId,
  customer: { externalId: customer },
  currency: 'EUR',
  lines: [{ id: '1', productId: 'boots', net: 10_000 }],
  ...more,
});

async function why(books: Books, factId: unknown, language = 'en'): Promise<string> {
  const answer = await books.get(`facts/${String(factId)}/why`, books.key, { 'accept-language': language });
  return (answer.json()['text'] as string[]).join('\n');
}

it('credits a registered deal from its declaration to the refund of its sale', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const partner = await session(books, ana);
    const declared = await books.post(
      'contributions',
      await dealOf(books, ana, { expectedAmount: 500_000, currency: 'EUR' }),
      partner,
    );
    expect(declared.status, declared.text).toBe(201);
    const deal = told(declared);
    expect(deal).toMatchObject({ state: 'waiting', factId: null, conflicts: [], declaredBy: 'partner' });

    books.now += DAY;
    const early = await books.done('track/sale', sold('lake', 'early'));
    expect(early['commissions']).toEqual([]);
    expect((await books.post(`contributions/${deal.id}/confirmation`, {})).json()).toMatchObject({
      code: 'invalid_request',
      fields: [{ path: 'customerExternalId' }],
    });
    // The customer bought in the meantime: it was registered before.
    const confirmed = told(await books.done(`contributions/${deal.id}/confirmation`, { customerExternalId: 'lake' }));
    expect(confirmed).toMatchObject({ state: 'confirmed', factId: expect.stringMatching(/^fct_/) });

    books.now += DAY;
    const sale = await books.done('track/sale', sold('lake', 'order-1'));
    expect(sale).toMatchObject({
      commissions: [{ partnerId: ana.id, amount: 1000 }],
      attribution: { credits: [{ via: 'deal' }] },
    });
    expect(await why(books, sale['factId'])).toContain(
      `Ana receives all the credit, for the registered deal ${deal.id} of 15 January`,
    );
    expect(await why(books, sale['factId'], 'fr')).toContain(`grâce à l’affaire enregistrée ${deal.id} du 15 janvier`);
    expect(await why(books, confirmed.factId)).toContain(`Confirmed: ${deal.id} (Ana).`);
    expect((await books.get(`facts/${String(confirmed.factId)}`, partner)).json()).toMatchObject({
      details: { contributionId: deal.id },
    });
    // The one journey that is known leads over the deal.
    const models = await books.get('analytics/models?from=2026-01-01&to=2026-02-01');
    expect(models.json()).toMatchObject({ sales: 1, withoutJourney: 1 });
    expect(await books.verify()).toMatchObject(clean);

    await books.refund('refund-1', 'order-1');
    expect(await books.balance(ana)).toMatchObject({ pending: 0, payable: 0 });
    expect(await books.verify()).toMatchObject(clean);
    expect(told(await books.get(`contributions/${deal.id}`)).state).toBe('confirmed');
  }));

it('counts no more once it is withdrawn or its validity is over', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const customer = { externalId: 'lake' };
    const validUntil = new Date(books.now + 300 * DAY).toISOString();
    const deal = told(await books.done('contributions', await dealOf(books, ana, { customer, validUntil, products: ['boots'] })));
    await books.done(`contributions/${deal.id}/confirmation`, {});
    books.now += 200 * DAY;
    // Past the window of the plan, within the validity of the deal.
    expect(await books.done('track/sale', sold('lake', 'order-1'))).toMatchObject({ commissions: [{ amount: 1000 }] });
    const other = sold('lake', 'order-2', { lines: [{ id: '1', productId: 'tents', net: 5000 }] });
    expect(await books.done('track/sale', other)).toMatchObject({ attribution: { rejected: [{ reason: 'other_products' }] } });

    books.now += DAY;
    const withdrawn = told(await books.done(`contributions/${deal.id}/withdrawal`, { reason: 'Sold by the company itself' }));
    expect(withdrawn).toMatchObject({ state: 'withdrawn', endFactId: expect.stringMatching(/^fct_/) });
    expect(await books.done('track/sale', sold('lake', 'order-3'))).toMatchObject({
      commissions: [],
      attribution: { rejected: [{ reason: 'no_longer_valid' }] },
    });
    const late = sold('lake', 'order-0', { occurredAt: new Date(books.now - DAY).toISOString() });
    expect(await books.done('track/sale', late)).toMatchObject({ commissions: [{ amount: 1000 }] });
    expect((await books.post(`contributions/${deal.id}/withdrawal`, {})).status).toBe(409);
    expect(await books.verify()).toMatchObject(clean);

    const short = { customer: { externalId: 'peak' }, validUntil: new Date(books.now + DAY).toISOString() };
    const waiting = told(await books.done('contributions', await dealOf(books, ana, short)));
    books.now += 2 * DAY;
    expect(told(await books.get(`contributions/${waiting.id}`)).state).toBe('expired');
    expect((await books.post(`contributions/${waiting.id}/confirmation`, {})).json()).toMatchObject({ code: 'conflict' });
    expect((await books.get('contributions?state=expired')).json()).toMatchObject({ items: [{ id: waiting.id }] });
    expect((await books.get('contributions?state=waiting')).json()).toMatchObject({ items: [] });
  }));

it('tells conflicts when it is declared and when it is confirmed, and lets one of two pass', () =>
  withBooks(async (books) => {
    const [ana, ben] = [await books.partner('Ana'), await books.partner('Ben')];
    const customer = { name: 'Refuge du  LAC', externalId: 'lake' };
    const first = told(await books.done('contributions', await dealOf(books, ana)));
    const second = told(await books.done('contributions', await dealOf(books, ben, { customer })));
    expect(second.conflicts).toMatchObject([{ code: 'already_registered', blocks: false, partnerId: ana.id }]);
    const own = await books.post('contributions', await dealOf(books, ana, { customer: { name: 'Réfuge du lac' } }));
    expect(own.json()).toMatchObject({ code: 'already_exists' });

    const both = await Promise.all([
      books.post(`contributions/${first.id}/confirmation`, { customerExternalId: 'lake' }),
      books.post(`contributions/${second.id}/confirmation`, {}),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const loser = both[0]?.status === 409 ? first : second;
    const refused = await books.post(`contributions/${loser.id}/confirmation`, { customerExternalId: 'lake' });
    expect(refused.json()).toMatchObject({ code: 'contribution_conflict', fields: [{ rule: 'already_registered' }] });
    const partner = await session(books, loser === first ? ana : ben);
    expect(told(await books.get(`contributions/${loser.id}`, partner)).conflicts).toMatchObject([
      { code: 'already_registered', partnerId: null, contributionId: null, blocks: true },
    ]);
    const pass = { customerExternalId: 'lake', despiteConflicts: true };
    expect(told(await books.done(`contributions/${loser.id}/confirmation`, pass)).state).toBe('confirmed');

    await books.done('track/sale', { ...sold('peak', 'order-1'), customer: { externalId: 'peak', email: 'Peak@example.com' } });
    const known = await dealOf(books, ana, { customer: { name: 'Peak', email: 'peak@example.com' } });
    const declared = told(await books.done('contributions', known));
    expect(declared.conflicts).toMatchObject([{ code: 'customer_known', blocks: true }]);
    expect((await books.post(`contributions/${declared.id}/confirmation`, { customerExternalId: 'peak' })).status).toBe(409);
    expect(await books.verify()).toMatchObject(clean);
  }));

it('shares a customer as agreed, before every other rule, and one sale otherwise', () =>
  withBooks(async (books) => {
    const [ana, ben, cleo] = [await books.partner('Ana'), await books.partner('Ben'), await books.partner('Cleo')];
    const [a, b] = [await enrollmentOf(books, ana), await enrollmentOf(books, ben)];
    const agreed = async (shares: readonly [string, string][], more: object = {}) => ({
      kind: 'agreement',
      customer: { externalId: 'lake' },
      shares: shares.map(([enrollmentId, share]) => ({ enrollmentId, share })),
      ...more,
    });
    const wrong = await books.post(
      'contributions',
      await agreed([
        [a, '60%'],
        [b, '30%'],
      ]),
    );
    expect(wrong.json()).toMatchObject({ code: 'invalid_request', fields: [{ path: 'shares', rule: 'whole' }] });
    const split = told(
      await books.done(
        'contributions',
        await agreed([
          [a, '75%'],
          [b, '1/4'],
        ]),
      ),
    );
    expect(split.parties).toMatchObject([{ share: '3/4' }, { share: '1/4' }]);
    await books.done(`contributions/${split.id}/confirmation`, {});
    const sale = await books.sale('order-1', cleo, 10_001, { customer: { externalId: 'lake' } });
    expect(sale).toMatchObject({ attribution: { model: 'customer_agreement', rejected: [{ reason: 'outside_agreement' }] } });
    expect(await books.balance(ana)).toMatchObject({ pending: 750 });
    expect(await books.balance(ben)).toMatchObject({ pending: 250 });
    expect(await why(books, sale['factId'])).toContain(`Ben receives 25% of the credit, by the agreed split ${split.id}.`);

    const one = told(
      await books.done(
        'contributions',
        await agreed(
          [
            [a, '10%'],
            [b, '90%'],
          ],
          { saleEventId: 'order-2' },
        ),
      ),
    );
    await books.done(`contributions/${one.id}/confirmation`, {});
    await books.sale('order-2', cleo, 1000, { customer: { externalId: 'lake' } });
    expect(await books.balance(ben)).toMatchObject({ pending: 340 });
    const after = await books.post(
      'contributions',
      await agreed(
        [
          [a, '50%'],
          [b, '50%'],
        ],
        { saleEventId: 'order-2' },
      ),
    );
    expect(after.json()).toMatchObject({ code: 'conflict', fields: [{ path: 'saleEventId' }] });

    const partner = await session(books, ben);
    const seen = (await books.get('contributions', partner)).json() as { items: Told[] };
    expect(seen.items.flatMap(({ parties }) => parties.map(({ partnerId }) => partnerId))).toEqual([ben.id, ben.id]);
    expect(
      (
        await books.post(
          'contributions',
          await agreed([
            [a, '50%'],
            [b, '50%'],
          ]),
          partner,
        )
      ).status,
    ).toBe(403);
    expect((await books.post(`contributions/${split.id}/withdrawal`, {}, partner)).status).toBe(403);
    await books.refund('refund-1', 'order-1');
    expect(await books.verify()).toMatchObject(clean);
  }));

it('never replaces what the company knows of a customer', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const lake = { externalId: 'lake', name: 'Refuge du Lac SARL', country: 'FR' };
    await books.done('track/lead', { eventId: 'l1', customer: lake });
    const said = { name: 'The hut', email: 'hut@lake.example', country: 'IT' };
    const deal = told(await books.done('contributions', await dealOf(books, ana, { customer: said })));
    await books.done(`contributions/${deal.id}/confirmation`, { customerExternalId: 'lake' });
    await books.done(`contributions/${deal.id}/withdrawal`, {});
    const [row] = await books.owner.query(`select name, email, country from customer where workspace_id = $1`, [
      books.workspace.id,
    ]);
    expect(row).toEqual({ name: 'Refuge du Lac SARL', email: 'hut@lake.example', country: 'FR' });
  }));

it('is declared by a partner for itself, decided by the company, and found by nobody else', () =>
  withBooks(async (books) => {
    const [ana, ben] = [await books.partner('Ana'), await books.partner('Ben')];
    const partner = await session(books, ana);
    const body = { customer: { email: 'lake@example.com' }, nature: 'training', quantity: 3, unit: 'hours' };
    const mine = { ...(await dealOf(books, ana, body)), kind: 'contribution' };
    const declared = told(await books.post('contributions', mine, partner, { 'idempotency-key': 'once' }));
    expect(told(await books.post('contributions', mine, partner, { 'idempotency-key': 'once' })).id).toBe(declared.id);
    const foreign = await books.post('contributions', await dealOf(books, ben), partner);
    expect(foreign.json()).toMatchObject({ code: 'unknown_reference', fields: [{ path: 'enrollmentId' }] });
    const backdated = await dealOf(books, ana, { occurredAt: new Date(books.now - DAY).toISOString() });
    expect((await books.post('contributions', backdated, partner)).json()).toMatchObject({
      fields: [{ rule: 'registered_now' }],
    });

    for (const as of [partner, await makeSession(books.app, books.db, books.workspace.id, 'finance')])
      for (const step of ['confirmation', 'refusal'])
        expect((await books.post(`contributions/${declared.id}/${step}`, { reason: 'x' }, as)).status).toBeOneOf([403, 422]);
    const other = await session(books, ben);
    expect((await books.get(`contributions/${declared.id}`, other)).status).toBe(404);
    expect((await books.post(`contributions/${declared.id}/withdrawal`, {}, other)).status).toBe(404);
    expect((await books.get('contributions', other)).json()).toMatchObject({ items: [] });
    expect((await books.get('contributions?customerExternalId=lake', partner)).status).toBe(403);
    const stranger = (await makeWorkspace(books.db, 'Other')).keys.secretKey;
    expect((await books.post(`contributions/${declared.id}/refusal`, { reason: 'x' }, stranger)).status).toBe(404);

    const refused = told(await books.done(`contributions/${declared.id}/refusal`, { reason: 'Part of the contract already' }));
    expect(refused).toMatchObject({ state: 'refused', reason: 'Part of the contract already', factId: null });
    expect((await books.post(`contributions/${declared.id}/confirmation`, { customerExternalId: 'lake' })).status).toBe(409);
    expect(told(await books.get(`contributions/${declared.id}`, partner))).toMatchObject({
      state: 'refused',
      reason: refused.reason,
    });
    const audit = JSON.stringify((await books.get('audit')).json());
    for (const action of ['contribution.declared', 'contribution.refused']) expect(audit).toContain(action);
    expect(audit).not.toContain('lake@example.com');
  }));

it('pages, and finds by kind, partner, program, state and customer', () =>
  withBooks(async (books) => {
    const [ana, ben] = [await books.partner('Ana'), await books.partner('Ben')];
    const made: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const customer = { externalId: `customer-${index}` };
      const introduction = { ...(await dealOf(books, index === 2 ? ben : ana, { customer })), kind: 'introduction' };
      made.unshift(told(await books.done('contributions', introduction)).id);
    }
    const ids = async (query: string) =>
      ((await books.get(`contributions?${query}`)).json() as { items: Told[] }).items.map(({ id }) => id);
    const first = (await books.get('contributions?limit=2')).json();
    expect([...(await ids('limit=2')), ...(await ids(`limit=2&cursor=${String(first['nextCursor'])}`))]).toEqual(made);
    expect(await ids(`partnerId=${ben.id}`)).toEqual([made[0]]);
    expect(await ids('customerExternalId=customer-1')).toEqual([made[1]]);
    expect(await ids('kind=deal')).toEqual([]);
    expect(await ids(`programId=${books.programId}&state=waiting`)).toEqual(made);
  }));

it('makes a lead of what a partner registers with consent, paid and found good as any other', () =>
  withBooks(
    async (books) => {
      const ana = await books.partner('Ana');
      const partner = await session(books, ana);
      const customer = { name: 'Marc', email: 'marc@lake.example', country: 'FR' };
      const lead = { ...(await dealOf(books, ana, { customer, name: 'demo' })), kind: 'lead' };
      for (const consent of [undefined, { given: false }])
        expect((await books.post('contributions', { ...lead, consent }, partner)).json()).toMatchObject({
          code: 'invalid_request',
        });
      const agreed = { given: true, how: 'Form at the fair' };
      const declared = await books.post('contributions', { ...lead, consent: agreed }, partner);
      expect(declared.json()).toMatchObject({ kind: 'lead', leadName: 'demo', consent: { how: 'Form at the fair' } });
      const { id } = declared.json() as { id: string };
      // Told before the lead is known: it waits for it.
      await books.done('track/qualified-lead', { eventId: 'good', leadEventId: id });
      const confirmed = await books.done(`contributions/${id}/confirmation`, { customerExternalId: 'lake' });
      expect(await why(books, confirmed['factId'])).toContain(`for the introduction ${id}`);
      expect(await books.balance(ana)).toMatchObject({ pending: 1250 });
      await books.done('track/sale', sold('lake', 'order-1'));
      expect(await books.balance(ana)).toMatchObject({ pending: 2250 });
      expect(await books.verify()).toMatchObject(clean);
    },
    {
      rules: [
        { id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } },
        { id: 'leads', on: 'lead', reward: { kind: 'fixed', amount: 250 } },
        { id: 'qualified', on: 'qualified_lead', reward: { kind: 'fixed', amount: 1000 } },
      ],
    },
  ));
