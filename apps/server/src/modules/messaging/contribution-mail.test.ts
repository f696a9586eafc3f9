import { expect, test } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import type { BookPartner, Books } from '../../../test/books.ts';
import { withDesk } from '../../../test/desk.ts';

async function enrollmentOf(books: Books, { id }: BookPartner): Promise<string> {
  const { items } = (await books.get(`enrollments?partnerId=${id}`)).json() as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

async function declare(books: Books, partner: BookPartner, name: string, as?: string): Promise<string> {
  const body = { kind: 'deal', enrollmentId: await enrollmentOf(books, partner), customer: { name } };
  const answer = await books.post('contributions', body, as);
  expect(answer.status, answer.text).toBe(201);
  return String(answer.json()['id']);
}

async function called(books: Books, name: string, email: string, language: 'fr' | 'en'): Promise<BookPartner> {
  const partner = await books.partner(name);
  const changed = await books.app.call('PATCH', `/api/v1/partners/${partner.id}`, { as: books.key, body: { email, language } });
  expect(changed.status, changed.text).toBe(200);
  return partner;
}

test('a partner is told what the company decided about a contribution, with the reason, in its language; what it takes back itself it knows', () =>
  withDesk(async ({ books, office, post }) => {
    const ana = await called(books, 'Ana', 'ana@example.com', 'en');
    const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const [kept, refused, taken, ended] = [
      await declare(books, ana, 'Refuge du Lac', own),
      await declare(books, ana, 'Hôtel des Cimes', own),
      await declare(books, ana, 'Camping Bleu', own),
      await declare(books, ana, 'Gîte Vert'),
    ];
    await books.done(`contributions/${kept}/confirmation`, { customerExternalId: 'lake' });
    await books.done(`contributions/${refused}/refusal`, { reason: 'Served by our own team' });
    expect((await books.post(`contributions/${taken}/withdrawal`, {}, own)).status).toBe(200);
    await books.done(`contributions/${ended}/withdrawal`, { reason: 'Declared by mistake' });
    expect(await post()).toEqual([]);
    const told = office.mails.map(({ subject, text }) => [subject, text ?? '']);
    expect(told.map(([subject = '']) => subject).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'Hôtel des Cimes: contribution refused',
      'Refuge du Lac: contribution confirmed',
      // What the company said of a customer stays masked where the program masks customers.
      'Registered deal: contribution withdrawn',
    ]);
    const textOf = (name: string) => told.find(([subject]) => subject?.startsWith(name))?.[1];
    expect(textOf('Hôtel')).toContain('Served by our own team');
    expect(textOf('Hôtel')).toContain(`/portal/declared?open=${refused}`);
    expect(textOf('Registered')).toContain('What was earned stays earned.');
  }));

test('each party of a split is told its own part; who wants none of it gets none; masked customers are not named', () =>
  withDesk(async ({ books, office, post }) => {
    const [ana, ben, eve] = [
      await called(books, 'Ana', 'ana@example.com', 'fr'),
      await called(books, 'Ben', 'ben@example.com', 'en'),
      await called(books, 'Eve', 'eve@example.com', 'en'),
    ];
    await books.owner.query(
      `insert into mail_preference (workspace_id, address, kind, wanted, changed_at) values ($1, 'eve@example.com', 'contribution_decided', false, now())`,
      [books.workspace.id],
    );
    const shares = [
      { enrollmentId: await enrollmentOf(books, ana), share: '50%' },
      { enrollmentId: await enrollmentOf(books, ben), share: '30%' },
      { enrollmentId: await enrollmentOf(books, eve), share: '20%' },
    ];
    const body = { kind: 'agreement', customer: { externalId: 'lake', name: 'Refuge du Lac' }, shares };
    const split = await books.done('contributions', body);
    await books.done(`contributions/${String(split['id'])}/confirmation`, { validUntil: '2026-05-31T22:00:00Z' });
    await post();
    const mails = office.mails.map((mail) => ({ to: String([mail.to ?? []].flat()[0]?.text), mail }));
    expect(mails.map(({ to }) => to).toSorted((a, b) => a.localeCompare(b))).toEqual([
      expect.stringContaining('ana@example.com'),
      expect.stringContaining('ben@example.com'),
    ]);
    const [french, english] = ['ana', 'ben'].map((name) => mails.find(({ to }) => to.includes(name))?.mail);
    expect(french?.subject).toBe('Partage convenu\u00a0: contribution confirmée');
    expect(french?.text).toMatch(/50.%/);
    expect(french?.text).toContain('31 mai 2026');
    expect(english?.text).toContain('30%');
    expect(String(french?.html) + String(english?.html)).not.toMatch(/Refuge|lake/);
  }));
