import { expect, test } from 'vitest';
import { contextFor, makeSession, TEST_ORIGIN } from '../../../test/app.ts';
import { DAY, type BookPartner, type Books } from '../../../test/books.ts';
import { runJob, withDesk } from '../../../test/desk.ts';
import { addMember } from '../identity/index.ts';

async function enrollmentOf(books: Books, { id }: BookPartner): Promise<string> {
  const { items } = (await books.get(`enrollments?partnerId=${id}`)).json() as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

test('each side is told what the other wrote or decided, and both what the clock did, once and in their language', () =>
  withDesk(async ({ books, office, post }) => {
    const settings = { baseUrl: TEST_ORIGIN, partnerExists: async () => true };
    const claire = { email: 'claire@example.com', name: 'Claire', role: 'manager' } as const;
    await addMember(contextFor(books.db, books.workspace.id), claire, settings);
    const ana = await books.partner('Ana');
    const partner = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    await books.done('claim-terms', { terms: { days: 3, dayKind: 'calendar', automatic: true } });
    office.mails.length = 0;

    const told = async () => {
      const before = office.mails.length;
      expect(await post()).toEqual([]);
      const to = (mail: (typeof office.mails)[number]) => String([mail.to ?? []].flat()[0]?.text);
      return office.mails
        .slice(before)
        .filter((mail) => /claire|partner-/.test(to(mail)))
        .map((mail) => ({ to: /claire/.test(to(mail)) ? 'claire' : 'ana', subject: mail.subject, text: mail.text ?? '' }));
    };
    books.now += DAY;
    const expected = { what: 'sale', occurredAt: '2026-01-15T10:00:00Z', eventId: 'order-7', amount: 20_000, currency: 'EUR' };
    const body = { kind: 'missing', enrollmentId: await enrollmentOf(books, ana), expected, text: 'Par téléphone' };
    const claim = String((await books.post('claims', body, partner)).json()['id']);
    const [opened, ...others] = await told();
    expect(others).toEqual([]);
    expect(opened).toMatchObject({ to: 'claire', subject: 'Ana a ouvert une réclamation (order-7)' });
    expect(opened?.text).toContain('Par téléphone');
    expect(opened?.text).toContain('Réponse au plus tard le');
    expect(opened?.text).toContain('Sans réponse à cette date, elle est acceptée.');
    expect(opened?.text).toContain(`/console/claims/${claim}`);

    await books.done(`claims/${claim}/entries`, { text: 'Quel jour ?', question: true });
    const asked = await told();
    expect(asked).toMatchObject([{ to: 'ana', subject: 'Une question sur votre réclamation (order-7)' }]);
    expect(asked[0]?.text).toContain('Quel jour ?');
    await books.post(`claims/${claim}/entries`, { text: 'Jeudi' }, partner);
    expect(await told()).toMatchObject([{ to: 'claire', subject: 'Ana a répondu à une question (order-7)' }]);

    books.now += 2 * DAY;
    await runJob(books.app.jobs, 'claim.follow', {});
    await runJob(books.app.jobs, 'claim.follow', {});
    expect(await told()).toMatchObject([{ to: 'claire', subject: 'Réponse attendue bientôt\u00a0: Ana (order-7)' }]);
    books.now += 3 * DAY;
    await runJob(books.app.jobs, 'claim.follow', {});
    const silent = (await told()).toSorted((a, b) => a.to.localeCompare(b.to));
    expect(silent).toMatchObject([
      { to: 'ana', subject: 'Votre réclamation est acceptée (order-7)' },
      { to: 'claire', subject: 'Acceptée par silence\u00a0: Ana (order-7)' },
    ]);
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));
