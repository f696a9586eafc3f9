import { expect, it } from 'vitest';
import { withBooks, type Books } from '../../../test/books.ts';
import { extendObligations } from './verbs/follow-obligations.ts';

interface Calendar {
  readonly holds: string;
  readonly isOwn: boolean;
  readonly warning: string | null;
  readonly places: { side: string; country: string | null; source: string | null; counts: boolean }[];
  readonly holidays: { on: string; name: string }[];
}

const put = async (books: Books, path: string, body: object, headers: Record<string, string> = {}) =>
  books.app.call('PUT', `/api/v1/${path}`, { as: books.key, body, headers });
const calendar = async (books: Books, path: string) => (await books.get(path)).json() as unknown as Calendar;

// 14 July is a holiday in France, 21 July in Belgium; each the day before a business day that is promised.
const dates = { signedOn: '2026-07-13', startsOn: '2026-07-20', noticedOn: null, endsOn: null };
const title = { fr: 'Attestation', en: 'Certificate' };
const nextDay = { count: 1, unit: 'business_day' };
const terms = [
  { kind: 'document', key: 'certificate', by: 'partner', title, fromSignature: nextDay, cadence: null },
  { kind: 'training', key: 'training', by: 'partner', within: nextDay, cadence: null },
];

async function due(books: Books, partnerId: string): Promise<string[]> {
  const { items } = (await books.get(`obligations?partnerId=${partnerId}`)).json() as { items: { dueOn: string }[] };
  return items.map(({ dueOn }) => dueOn);
}

async function belgian(books: Books): Promise<string> {
  books.now = Date.UTC(2026, 6, 1);
  const { id } = await books.done('partners', { name: 'Brussel', kind: 'reseller', country: 'BE' });
  return String(id);
}

it('days follow the company’s country until somebody says otherwise; for one partner its duties move at once', () =>
  withBooks(async (books) => {
    const id = await belgian(books);
    const own = `partners/${id}/holiday-calendar`;
    expect(await calendar(books, own)).toMatchObject({ holds: 'company', isOwn: false, warning: null });
    await put(books, `partners/${id}/duties`, { source: 'charter', dates, terms });
    expect(await due(books, id)).toEqual(['2026-07-15', '2026-07-21']);
    const both = await put(books, own, { holds: 'both' });
    expect(both.status, both.text).toBe(200);
    expect(await due(books, id)).toEqual(['2026-07-15', '2026-07-22']);
    expect((await put(books, own, { holds: 'partner' })).json()).toMatchObject({ isOwn: true });
    expect(await due(books, id)).toEqual(['2026-07-14', '2026-07-22']);
    expect((await put(books, own, { holds: null })).json()).toMatchObject({ holds: 'company', isOwn: false });
    expect(await due(books, id)).toEqual(['2026-07-15', '2026-07-21']);
  }));

it('what holds for all is followed in the night; what was given a country of its own stays', () =>
  withBooks(async (books) => {
    const id = await belgian(books);
    await put(books, `partners/${id}/duties`, { source: 'charter', dates, terms });
    await put(books, `partners/${id}/duties`, { source: 'fixed', dates, terms, country: 'FR' });
    expect((await put(books, 'holiday-calendar', { holds: 'partner' })).status).toBe(200);
    await extendObligations({ db: books.db, now: () => books.now });
    expect(await due(books, id)).toEqual(['2026-07-14', '2026-07-15', '2026-07-21', '2026-07-22']);
  }));

it('a country without a calendar is said loudly, and counted without French holidays', () =>
  withBooks(async (books) => {
    books.now = Date.UTC(2026, 6, 1);
    const { id } = await books.done('partners', { name: 'Station', kind: 'reseller', country: 'AQ' });
    const own = `partners/${String(id)}/holiday-calendar`;
    const told = (await put(books, own, { holds: 'partner' }, { 'accept-language': 'fr' })).json() as unknown as Calendar;
    expect(told.warning).toMatch(/^Nous n’avons pas de calendrier des jours fériés pour : Antarctique/);
    expect(told.holidays).toEqual([]);
    await put(books, `partners/${String(id)}/duties`, { source: 'charter', dates, terms });
    expect(await due(books, String(id))).toEqual(['2026-07-14', '2026-07-21']);
    expect((await put(books, own, { holds: 'company', companyRegion: 'by' })).json()).toMatchObject({
      code: 'invalid_request',
      fields: [{ path: 'companyRegion' }],
    });
  }));
