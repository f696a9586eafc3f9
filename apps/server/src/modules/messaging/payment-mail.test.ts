import { decodeId } from '@cordee/core/ids';
import { expect, test } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { DAY, type Books } from '../../../test/books.ts';
import { runJob, withDesk } from '../../../test/desk.ts';
import type { PostOffice } from '../../../test/post-office.ts';

async function done(books: Books, path: string, body: unknown, as: string): Promise<Record<string, unknown>> {
  const answer = await books.post(path, body, as);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return answer.json();
}

/** Does what was asked for by what was written since. */
async function tell(books: Books, name: string): Promise<void> {
  await books.app.follower.follow(books.workspace.id);
  const jobs = await books.owner.query<{ payload: object }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
    [name],
  );
  expect(jobs.length).toBeGreaterThan(0);
  for (const { payload } of [...jobs, ...jobs]) await runJob(books.app.jobs, name, payload);
}

/** Two partners with fifty euros each and an account, and a batch of both that was given to the bank. */
async function sentBatch(books: Books) {
  const author = await makeSession(books.app, books.db, books.workspace.id, 'finance');
  const approver = await makeSession(books.app, books.db, books.workspace.id, 'owner');
  const account = async (path: string, holder: string, iban: string) => {
    const { id } = await done(books, path, { holder, iban }, author);
    await done(books, `bank-accounts/${String(id)}/confirmation`, undefined, approver);
  };
  await account('company/bank-accounts', 'Acme SAS', 'FR7630006000011234567890189');
  for (const [name, language, iban] of [
    ['Anna', 'en', 'DE89370400440532013000'],
    ['Béa', 'fr', 'BE68539007547034'],
  ] as const) {
    const email = `${name === 'Anna' ? 'anna' : 'bea'}@example.com`;
    const { id } = await books.done('partners', { name, kind: 'affiliate', email, language });
    const enrollment = await books.done('enrollments', { programId: books.programId, partnerId: id });
    const { code } = await books.done('coupons', { enrollmentId: enrollment['id'], code: `OF-${language}` });
    await books.sale(`sale of ${name}`, { id: String(id), uuid: '', coupon: String(code) }, 50_000);
    await account(`partners/${String(id)}/bank-accounts`, name, iban);
  }
  books.now += 11 * DAY;
  await books.release();
  const batch = await done(books, 'payout-batches', { executionDate: '2026-01-28', remittance: 'Commissions' }, author);
  const path = `payout-batches/${String(batch['id'])}`;
  await done(books, `${path}/approval`, undefined, approver);
  await done(books, `${path}/sending`, undefined, author);
  return { id: String(batch['id']), author };
}

function mailsTo(office: PostOffice): Record<string, { subject: string; text: string }> {
  const entries = office.mails.map((mail) => {
    const to = String([mail.to ?? []].flat()[0]?.text);
    return [to.includes('anna') ? 'anna' : to.includes('bea') ? 'béa' : 'company', mail] as const;
  });
  const told = entries.filter(([who]) => who !== 'company');
  expect(new Set(told.map(([who]) => who)).size).toBe(told.length);
  return Object.fromEntries(told.map(([who, mail]) => [who, { subject: mail.subject ?? '', text: mail.text ?? '' }]));
}

test('partners are told once what left, on which day and to which account; and what came back, and why', () =>
  withDesk(async ({ books, office, post }) => {
    const { id, author } = await sentBatch(books);
    await post();
    office.mails.length = 0;
    await tell(books, 'messaging.tell-payments');
    await post();
    const sent = mailsTo(office);
    expect(sent['anna']?.subject).toBe('Payment of €50.00 on 28 January 2026');
    expect(sent['anna']?.text).toContain('DE•• •••• 3000');
    expect(sent['béa']?.subject).toMatch(/^Paiement de 50,00\s€ le 28 janvier 2026$/);
    expect(sent['béa']?.text).toContain('Commissions');

    const { items } = (await books.get(`payouts?batchId=${id}`)).json() as { items: { id: string; partnerId: string }[] };
    const line = items.find(({ partnerId }) => partnerId !== items[0]?.partnerId)?.id ?? '';
    await done(books, `payouts/${line}/rejection`, { reason: 'AC04' }, author);
    office.mails.length = 0;
    await books.owner.query('delete from graphile_worker._private_jobs');
    await tell(books, 'messaging.tell-payments');
    await post();
    const [back, ...others] = Object.values(mailsTo(office));
    expect(others).toEqual([]);
    expect(back?.subject).toMatch(/came back|est revenu/);
    expect(back?.text).toContain('AC04');
    expect(decodeId('pay', line)).not.toBeNull();
  }));

test('partners are told once that the statement of a month is there', () =>
  withDesk(async ({ books, office, post }) => {
    await sentBatch(books);
    books.now = Date.UTC(2026, 1, 3);
    await books.done('periods/2026-01/closing', {});
    await post();
    office.mails.length = 0;
    await tell(books, 'messaging.tell-statements');
    await post();
    const told = mailsTo(office);
    expect(told['anna']?.subject).toBe('Your statement of January 2026');
    expect(told['béa']?.subject).toBe('Votre relevé de janvier 2026');
    expect(told['béa']?.text).toMatch(/2026-01-000\d/);
  }));
