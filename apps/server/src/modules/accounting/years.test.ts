import { das2Faults } from '@cordee/core/declaration';
import { expect, it } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { ALPES, writeCompany } from '../../../test/company.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';

const declaration = { paysSalaries: false, das2Column: 'commissions' };
const details = {
  validFrom: '2026-01-01',
  kind: 'business',
  country: 'FR',
  legalName: 'Atelier Lumière',
  siren: '732829320',
  siret: '73282932000074',
  vatStatus: 'exempt',
};
const address = { street: '3 avenue du Général de Gaulle', postCode: '69001', town: 'Lyon' };

/** Two partners paid in January 2026, one of them in dollars, and one who is not paid yet. */
async function paid(books: Books): Promise<BookPartner[]> {
  const [ana, ben, zoe] = [await books.partner('Ana'), await books.partner('Ben'), await books.partner('Zoé')];
  await books.sale('a', ana, 3_000_000);
  await books.sale('b', ben, 1_000_000, { currency: 'USD' });
  await books.sale('b2', ben, 100_000);
  books.now += 11 * DAY;
  await books.release();
  for (const [partner, currency] of [
    [ana, 'EUR'],
    [ben, 'USD'],
    [ben, 'EUR'],
  ] as const) {
    const { id } = await books.done('payouts', { partnerId: partner.id, currency });
    await books.done(`payouts/${String(id)}/confirmation`, undefined);
  }
  await books.sale('z', zoe, 9_000_000);
  return [ana, ben, zoe];
}

async function das2(books: Books, query = ''): Promise<Record<string, unknown> & { items: Record<string, unknown>[] }> {
  return (await books.get(`books/das2/2026${query}`)).json() as never;
}

function loadRates(books: Books) {
  const body = 'Date, USD, \n23 January 2026, 1.25, \n';
  return books.app.call('POST', '/api/v1/exchange-rates', { as: books.key, body, headers: { 'content-type': 'text/csv' } });
}

it('declares who was paid more than the threshold in the calendar year, once nothing is missing', () =>
  withBooks(async (books) => {
    const [ana, ben] = await paid(books);
    expect(await das2(books)).toMatchObject({ declared: 0, problem: expect.stringContaining('USD for 2026-01-26') });
    expect((await books.get('books/das2/2026?format=csv')).json()).toMatchObject({ code: 'books_rate_missing' });
    expect((await loadRates(books)).status).toBe(201);
    const found = await das2(books, '?who=all');
    expect(found).toMatchObject({
      isOver: false,
      declared: 1,
      declaredAmount: 3000,
      incomplete: 1,
      companyKnown: false,
      threshold: { amount: 240_000 },
    });
    expect(found.items.map(({ partnerId, paid: sum, isDeclared }) => [partnerId, sum, isDeclared])).toEqual([
      [ana?.id, 300_000, true],
      // 1000 USD are 800 EUR, and 100 EUR.
      [ben?.id, 90_000, false],
    ]);
    expect(found.items[0]).toMatchObject({ missing: ['kind', 'country', 'street', 'town'] });
    expect((await books.get('books/das2/2026?format=das2')).json()).toMatchObject({ code: 'books_company_missing' });
    await writeCompany(books, { ...ALPES, ape: null });
    expect((await books.get('books/das2/2026?format=das2')).json()).toMatchObject({
      code: 'books_company_missing',
      fields: [{ path: 'ape' }, { path: 'paysSalaries' }],
    });
    await writeCompany(books, ALPES);
    await books.app.call('PUT', '/api/v1/books/declaration', { as: books.key, body: declaration });
    expect((await books.get('books/das2/2026?format=das2')).json()).toMatchObject({
      code: 'das2_incomplete',
      fields: [{ path: ana?.id }],
    });
    await books.done(`partners/${ana?.id}/tax-details`, { ...details, address });
    expect(await das2(books, '?who=incomplete')).toMatchObject({ incomplete: 0, items: [] });
    const file = await books.get('books/das2/2026?format=das2');
    expect(file.headers['content-disposition']).toBe('attachment; filename="DAS2_2026_303265045.txt"');
    expect(file.text.split('\r\n')).toHaveLength(6);
    expect(das2Faults(file.text.replaceAll('\uFFFD', 'e'))).toEqual([]);
    expect(file.text.slice(674 * 2 + 24, 674 * 2 + 38)).toBe('73282932000074');
    expect(file.text.slice(674 * 2 + 307, 674 * 2 + 317)).toBe('0000003000');
    const csv = (await books.get('books/das2/2026?format=csv')).text.split('\r\n');
    expect(csv[1]).toContain(
      ',Atelier Lumière,business,FR,73282932000074,3 avenue du Général de Gaulle,69001,Lyon,3000.00,3000,yes,',
    );
    // What arrives after New Year in Paris is of the other year.
    expect(((await books.get('books/das2/2025')).json() as { items: unknown[] }).items).toEqual([]);
    const page = await das2(books, '?who=all&limit=1');
    expect(page.items).toHaveLength(1);
    expect((await das2(books, `?who=all&limit=1&cursor=${String(page['nextCursor'])}`)).items[0]).toMatchObject({
      partnerId: ben?.id,
    });
  }));

it('shows a partner its year by month and currency, as paper too, and nobody else’s', () =>
  withBooks(async (books) => {
    const [ana, ben] = await paid(books);
    await books.refund('r', 'b2', { amount: 50_000 });
    const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', ben?.uuid);
    const year = (await books.get('books/years/2026', own)).json();
    expect(year).toMatchObject({
      partnerId: ben?.id,
      partnerName: 'Ben',
      isOver: false,
      years: [2026],
      months: [
        { month: '2026-01', currency: 'EUR', earned: 5000, paid: 10_000 },
        { month: '2026-01', currency: 'USD', earned: 100_000, paid: 100_000 },
      ],
      paidInEuro: null,
    });
    await loadRates(books);
    expect((await books.get('books/years/2026', own)).json()).toMatchObject({
      paidInEuro: 90_000,
      totals: [{ currency: 'EUR', earned: 5000 }, { currency: 'USD' }],
    });
    for (const language of ['fr', 'en']) {
      const paper = await books.get('books/years/2026?format=pdf', own, { 'accept-language': language });
      expect(paper.headers['content-type']).toBe('application/pdf');
      expect(paper.text.startsWith('%PDF-1.7')).toBe(true);
    }
    expect((await books.get(`books/years/2026?partnerId=${ana?.id}`, own)).status).toBe(403);
    expect((await books.get('books/das2/2026', own)).status).toBe(403);
    expect((await books.get(`books/years/2026?partnerId=${ana?.id}`)).json()).toMatchObject({
      partnerName: 'Ana',
      paidInEuro: 300_000,
    });
    expect((await books.get('books/years/2026')).json()).toMatchObject({ code: 'invalid_request' });
    expect((await books.get(`books/years/2027?partnerId=${ana?.id}`)).json()).toMatchObject({ months: [], years: [2026] });
  }));
