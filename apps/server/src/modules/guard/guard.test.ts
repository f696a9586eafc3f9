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
  }));
