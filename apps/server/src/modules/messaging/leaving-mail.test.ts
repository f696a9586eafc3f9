import { expect, test } from 'vitest';
import { contextFor, makeSession, TEST_ORIGIN } from '../../../test/app.ts';
import { DAY } from '../../../test/books.ts';
import { runJob, withDesk } from '../../../test/desk.ts';
import { addMember } from '../identity/index.ts';

test('the other side is told of a notice and of what is proposed, both of the last day, and who asked of its archive', () =>
  withDesk(async ({ books, office, post }) => {
    const settings = { baseUrl: TEST_ORIGIN, partnerExists: async () => true };
    const claire = { email: 'claire@example.com', name: 'Claire', role: 'manager' } as const;
    await addMember(contextFor(books.db, books.workspace.id), claire, settings);
    const ana = await books.partner('Ana');
    const partner = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    office.mails.length = 0;
    const told = async () => {
      const before = office.mails.length;
      expect(await post()).toEqual([]);
      const to = (mail: (typeof office.mails)[number]) => String([mail.to ?? []].flat()[0]?.text);
      return office.mails
        .slice(before)
        .filter((mail) => /claire|partner-/.test(to(mail)))
        .map((mail) => ({ to: /claire/.test(to(mail)) ? 'claire' : 'ana', subject: mail.subject, text: mail.text ?? '' }))
        .toSorted((a, b) => (a.to < b.to ? -1 : 1));
    };
    const at = `partners/${ana.id}/leaving`;
    await books.post(`${at}/notice`, { endsOn: '2026-02-10', reason: 'Trop loin de nous.' }, partner);
    const [noticed, ...none] = await told();
    expect(none).toEqual([]);
    expect(noticed).toMatchObject({ to: 'claire', subject: 'Préavis donné · Test · Ana' });
    expect(noticed?.text).toContain('Trop loin de nous.');
    expect(noticed?.text).toContain('10 février 2026');
    expect(noticed?.text).toContain(`/console/partners/${ana.id}/leaving`);

    await books.done(`${at}/offer`, { kind: 'withdrawal', text: 'Restez.' });
    expect(await told()).toMatchObject([{ to: 'ana', subject: 'Le retrait du préavis est proposé · Test · Ana' }]);
    await books.post(`${at}/answer`, { agree: false }, partner);
    expect(await told()).toMatchObject([{ to: 'claire', subject: 'Votre proposition a été déclinée · Test · Ana' }]);

    books.now += 15 * DAY;
    await runJob(books.app.jobs, 'leaving.follow', {});
    await runJob(books.app.jobs, 'leaving.follow', {});
    const near = await told();
    expect(near.map(({ to, subject }) => [to, subject])).toEqual([
      ['ana', 'Le dernier jour approche · Test · Ana'],
      ['claire', 'Le dernier jour approche · Test · Ana'],
    ]);
    expect(near[0]?.text).toContain('/portal/leaving');
  }));
