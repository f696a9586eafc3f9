import { expect, it } from 'vitest';
import { withBooks } from '../../../test/books.ts';

const drift = { answers: { contract_kind: 'introducer', negotiates: true, permanent: true } };

it('a check says what is broken first, names what is missing, in the language asked for, and that it is no advice', () =>
  withBooks(async (books) => {
    const { findings, notice } = (await books.post('guards/checks', drift)).json() as {
      findings: { code: string; state: string; source: string; missing: { text: string }[] }[];
      notice: string;
    };
    expect(findings[0]).toMatchObject({ code: 'fr_drift_agent', state: 'broken' });
    expect(notice).toContain('not legal advice');
    const imbalance = findings.find(({ code }) => code === 'fr_imbalance');
    expect(imbalance?.missing.map(({ text }) => text)[0]).toMatch(/^Does a clause give/);
  }));

it('a set of another country is checked when it is added, used by its id, and retired', () =>
  withBooks(async (books) => {
    const text = { fr: 'Jours', en: 'Days' };
    const rule = {
      code: 'be_days',
      topic: text,
      severity: 'stop',
      rule: text,
      advice: text,
      source: 'Loi du 2 août 2002',
      validFrom: '2022-02-01',
      validTo: null,
      concerns: { all: [] },
      asks: { number: 'days', max: 60 },
      days: [],
    };
    const document = { country: 'BE', currency: 'EUR', questions: [{ key: 'days', kind: 'number', text }], rules: [rule] };
    const wrong = { ...document, rules: [{ ...rule, asks: { number: 'hours', max: 60 } }] };
    const refused = await books.post('guard-sets', { name: 'Wrong', document: wrong });
    expect([refused.status, JSON.stringify(refused.json())]).toEqual([422, expect.stringContaining('document.rules[0].asks')]);
    const { id } = (await books.post('guard-sets', { name: 'Belgique', document })).json() as { id: string };
    const check = await books.post('guards/checks', { set: id, answers: { days: 61 } });
    expect(check.json()['counts']).toEqual({ broken: 1, unknown: 0, respected: 0, not_concerned: 0 });
    expect((await books.app.call('DELETE', `/api/v1/guard-sets/${id}`, { as: books.key })).status).toBe(204);
    expect((await books.post('guards/checks', { set: id, answers: {} })).status).toBe(404);
    const listed = async (query = '') =>
      ((await books.get(`guard-sets${query}`)).json() as { items: { id: string | null; retiredAt: string | null }[] }).items;
    expect((await listed()).map((one) => one.id)).toEqual([null]);
    expect((await listed('?retired=include')).find((one) => one.id === id)?.retiredAt).not.toBeNull();
    expect((await books.post(`guard-sets/${id}/restoration`, undefined)).status).toBe(200);
    expect((await books.post(`guard-sets/${id}/restoration`, undefined)).status).toBe(404);
    const whole = (await books.get(`guard-sets/document?set=${id}`)).json() as { document: unknown; history: { kind: string }[] };
    expect(whole.document).toEqual(document);
    expect(whole.history.map(({ kind }) => kind)).toEqual(['added', 'retired', 'restored']);
    const french = (await books.get('guard-sets/document')).json() as { document: { country: string }; isOfCompany: boolean };
    expect([french.document.country, french.isOfCompany]).toEqual(['FR', true]);
  }));

it('a set is tried before it is added; a country whose holidays nobody knows is said loudly', () =>
  withBooks(async (books) => {
    const text = { fr: 'Délai', en: 'Delay' };
    const after = { after: { answer: 'from' }, span: { count: 1, unit: 'business_day' } };
    const rule = {
      code: 'aq_delay',
      topic: text,
      severity: 'warn',
      rule: text,
      advice: text,
      source: 'x',
      validFrom: '2020-01-01',
      validTo: null,
      concerns: { all: [] },
      asks: { all: [] },
      days: [{ key: 'until', label: text, on: after }],
    };
    const questions = [{ key: 'from', kind: 'date', text }];
    const tried = async (country: string) =>
      (
        await books.post('guards/checks', {
          document: { country, currency: 'EUR', questions, rules: [rule] },
          answers: { from: '2026-07-13' },
        })
      ).json() as { warning: string | null; findings: { days: { on: string }[] }[] };
    const [nowhere, belgium, france] = [await tried('AQ'), await tried('BE'), await tried('FR')];
    expect([nowhere.warning, belgium.warning, france.warning]).toEqual([expect.stringContaining('Antarctica'), null, null]);
    // 14 July is a holiday in France alone.
    expect([belgium, france].map(({ findings }) => findings[0]?.days[0]?.on)).toEqual(['2026-07-14', '2026-07-15']);
    const both = {
      set: 'gst_00000000000000000000000000',
      document: { country: 'FR', currency: 'EUR', questions, rules: [rule] },
    };
    expect((await books.post('guards/checks', { ...both, answers: {} })).json()).toMatchObject({ code: 'invalid_request' });
  }));
