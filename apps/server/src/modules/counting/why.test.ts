import { expect, test } from 'vitest';
import { DAY, withBooks, type Books } from '../../../test/books.ts';

async function why(books: Books, factId: unknown, language = 'en'): Promise<string[]> {
  const answer = await books.get(`facts/${String(factId)}/why`, undefined, { 'accept-language': language });
  expect(answer.status, answer.text).toBe(200);
  return answer.json()['text'] as string[];
}

function told(sentences: readonly string[], start: string): string[] {
  return sentences.filter((sentence) => sentence.startsWith(start));
}

test('a refund cites the sale by its own id and date, and each clause with its frozen rate, once', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const lines = [
      { id: '1', net: 10_000 },
      { id: '2', net: 5000 },
    ];
    const sale = await books.sale('order-1', ana, 0, { amount: undefined, lines });
    expect(told(await why(books, sale['factId']), 'Clause')).toEqual([
      expect.stringMatching(/^Clause 1 of the plan, version 1: .+/),
      'Clause 1 of the plan, version 1.',
    ]);
    books.now += DAY;
    const refund = await books.refund('refund-1', 'order-1', { amount: 3000 });
    const sentences = await why(books, refund['factId']);
    expect(told(sentences, '€')).toEqual([
      '€2.00 taken back from commission no. 1 (Ana) of the sale “order-1” of 15 January 2026, out of its pending commissions.',
      '€1.00 taken back from commission no. 2 (Ana) of the sale “order-1” of 15 January 2026, out of its pending commissions.',
      expect.stringContaining('Ana: debit'),
      expect.stringContaining('Ana: debit'),
    ]);
    expect(told(sentences, 'Clause')).toEqual([
      expect.stringMatching(/^Clause 1 of the plan, version 1, frozen at 10%: .+/),
      'Clause 1 of the plan, version 1, frozen at 10%.',
    ]);
    expect((await why(books, sale['factId'], 'fr')).join('\n')).toContain(
      'Reprise depuis de 2,00 € sur la commission n° 1 (Ana), par le remboursement « refund-1 » du 16 janvier 2026.',
    );
  }));

test('a refund that came before its sale is known by its own id', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.refund('early', 'order-1', { amount: 3000 });
    await books.sale('order-1', ana, 10_000);
    const facts = await books.get('facts?kind=refund');
    expect(facts.json()['items']).toMatchObject([
      { eventId: 'early', source: 'company/refund' },
      { eventId: 'early', unpaid: { reason: 'unknown_target' } },
    ]);
    const statement = await books.get(`partners/${ana.id}/statement?from=2026-01-01&to=2026-03-01&format=csv`);
    expect(statement.text).toMatch(/commission taken back,early,/);
  }));

test('a dispute names the commissions it suspends, restores or takes back, with their amounts', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await books.sale('order-1', ana, 10_000);
    await books.refund('refund-1', 'order-1', { amount: 4000 });
    const step = async (eventId: string, reason: string, more = {}) => {
      books.now += DAY;
      return books.done('track/refund', { eventId, saleEventId: 'order-1', reason, ...more });
    };
    const opened = await step('d1', 'dispute_opened');
    const won = await step('d2', 'dispute_won');
    await step('d3', 'dispute_opened');
    const lost = await step('d4', 'dispute_lost', { amount: 2000 });
    expect((await why(books, opened['factId'])).slice(1, 3)).toEqual([
      '€6.00 suspended until the dispute ends: what is left of commission no. 1 (Ana) of the sale “order-1” of 15 January 2026.',
      expect.stringMatching(/^Clause 1 of the plan, version 1, frozen at 10%: /),
    ]);
    expect((await why(books, won['factId'], 'fr'))[1]).toBe(
      'Fin de la suspension de 6,00 € : ce qui reste de la commission n° 1 (Ana) de la vente « order-1 » du 15 janvier 2026 ; exigible une fois le délai de carence écoulé.',
    );
    const sentences = await why(books, lost['factId']);
    expect(told(sentences, '€4.00 no longer suspended')).toHaveLength(1);
    expect(told(sentences, '€2.00 taken back from commission no. 1 (Ana) of the sale “order-1”')).toHaveLength(1);
  }));

test('a statement names the partner that a referral brought in', () =>
  withBooks(
    async (books) => {
      const ana = await books.partner('Ana');
      const enrollments = await books.get(`enrollments?partnerId=${ana.id}`);
      const [upline] = enrollments.json()['items'] as { id: string }[];
      const ben = await books.done('partners', { name: 'Ben & Co', kind: 'affiliate' });
      await books.done('enrollments', { programId: books.programId, partnerId: ben['id'], uplineEnrollmentId: upline?.id });
      await books.app.runner.catchUp(books.workspace.id);
      const path = `partners/${ana.id}/statement?from=2026-01-01&to=2026-03-01`;
      const statement = await books.get(path);
      const [euros] = statement.json()['currencies'] as { movements: object[] }[];
      expect(euros?.movements).toMatchObject([{ kind: 'accrual', label: 'Ben & Co', eventId: expect.stringMatching(/^enr_/) }]);
      expect((await books.get(`${path}&format=csv`)).text).toContain('commission earned,Ben & Co,');
    },
    { rules: [{ id: 'brought', on: 'referral', reward: { kind: 'fixed', amount: 1000 } }] },
  ));
