import { makeSession } from './app.ts';
import { DAY, type BookPartner, type Books } from './books.ts';

/** Two people of finance: one makes, the other approves. */
export interface Payers {
  readonly author: string;
  readonly approver: string;
}

/** Two people of finance, signed in. */
export async function payersOf(books: Books): Promise<Payers> {
  const { app, db, workspace } = books;
  return {
    author: await makeSession(app, db, workspace.id, 'finance'),
    approver: await makeSession(app, db, workspace.id, 'owner'),
  };
}

/** Partners to each of whom `owed` (a tenth of a sale) is payable. */
export async function owe(books: Books, names: readonly string[], owed = 5000, more: object = {}): Promise<BookPartner[]> {
  const partners: BookPartner[] = [];
  for (const name of names) {
    const partner = await books.partner(name);
    await books.sale(`sale of ${name}`, partner, owed * 10, more);
    partners.push(partner);
  }
  books.now += 11 * DAY;
  await books.release();
  return partners;
}

/** Posts and gives the answer; throws unless it is a success. */
export async function made(books: Books, path: string, body?: unknown, as?: string): Promise<Record<string, unknown>> {
  const answer = await books.post(path, body, as);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return answer.json();
}

/** Enters where somebody is paid, or the company pays from, and has it confirmed by the other. */
export async function putDestination(books: Books, { author, approver }: Payers, path: string, body: object): Promise<void> {
  const account = await made(books, path, body, author);
  await made(books, `bank-accounts/${String(account['id'])}/confirmation`, undefined, approver);
}

/** A settlement day soon after the clock of the books. */
export function soon(books: Books): string {
  const day = new Date(books.now + DAY);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

export interface MadeBatch {
  readonly id: string;
  readonly path: string;
  readonly lines: readonly { readonly id: string; readonly partnerId: string; readonly amount: number }[];
}

/** A batch of whoever can be paid, approved. */
export async function approvedBatch(books: Books, { author, approver }: Payers, body: object): Promise<MadeBatch> {
  const given = { executionDate: soon(books), remittance: 'Commissions', ...body };
  const batch = await made(books, 'payout-batches', given, author);
  const id = String(batch['id']);
  const path = `payout-batches/${id}`;
  await made(books, `${path}/approval`, undefined, approver);
  const lines = (await books.get(`payouts?batchId=${id}&limit=200`)).json()['items'] as MadeBatch['lines'];
  return { id, path, lines };
}
