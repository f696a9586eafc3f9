import { expect, test } from 'vitest';
import { contextFor, makeSession, TEST_ORIGIN } from '../../../test/app.ts';
import { DAY } from '../../../test/books.ts';
import { runJob, withDesk } from '../../../test/desk.ts';
import { addMember } from '../identity/index.ts';

interface Told {
  readonly id: string;
  readonly entries: readonly { readonly kind: string; readonly data: Readonly<Record<string, string>> }[];
}

test('the other side is told what one did, both what the clock did, and that they were told stays in the trail', () =>
  withDesk(async ({ books, office, post }) => {
    const settings = { baseUrl: TEST_ORIGIN, partnerExists: async () => true };
    const claire = { email: 'claire@example.com', name: 'Claire', role: 'manager' } as const;
    await addMember(contextFor(books.db, books.workspace.id), claire, settings);
    const ana = await books.partner('Ana');
    const partner = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    await post();
    office.mails.length = 0;
    const told = async () => {
      const before = office.mails.length;
      await post();
      const to = (mail: (typeof office.mails)[number]) => String([mail.to ?? []].flat()[0]?.text);
      return office.mails
        .slice(before)
        .filter((mail) => /claire|partner-/.test(to(mail)))
        .map((mail) => ({ to: /claire/.test(to(mail)) ? 'claire' : 'ana', subject: mail.subject, text: mail.text ?? '' }))
        .toSorted((a, b) => a.to.localeCompare(b.to));
    };
    const body = { partnerId: ana.id, subject: 'other', title: 'Novembre', asks: 'La commission entière.' };
    const dispute = (await books.post('disputes', body, partner)).json() as unknown as Told;
    const [opened, ...others] = await told();
    expect(others).toEqual([]);
    expect(opened).toMatchObject({ to: 'claire', subject: 'Différend ouvert · Novembre' });
    expect(opened?.text).toContain(`/console/disputes/${dispute.id}`);
    expect(opened?.text).not.toContain('La commission entière.');

    books.now += 6 * DAY;
    await runJob(books.app.jobs, 'dispute.follow', {});
    await runJob(books.app.jobs, 'dispute.follow', {});
    expect((await told()).map(({ to }) => to)).toEqual(['ana', 'claire']);
    books.now += 3 * DAY;
    await runJob(books.app.jobs, 'dispute.follow', {});
    const up = await told();
    expect(up.map(({ to, subject }) => `${to} ${String(subject)}`)).toEqual([
      'ana Passage à l’échelon suivant · Novembre',
      'claire Passage à l’échelon suivant · Novembre',
    ]);
    await runJob(books.app.jobs, 'dispute.follow', {});
    await runJob(books.app.jobs, 'dispute.follow', {});
    const { entries } = (await books.get(`disputes/${dispute.id}`)).json() as unknown as Told;
    const notified = entries.filter(({ kind, data }) => kind === 'notified' && data['subject']?.includes('échelon suivant'));
    const recipients = notified.map(({ data }) => `${data['to']} ${data['recipient']}`);
    expect(recipients).toContain('company c…@example.com');
    expect(recipients.filter((one) => one.startsWith('partner '))).toHaveLength(1);
    expect(recipients.join()).not.toContain('claire');
  }));
