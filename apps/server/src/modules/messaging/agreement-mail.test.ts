import { expect, test } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { withDesk, type Desk } from '../../../test/desk.ts';

type Json = Record<string, unknown>;

/** Both sides of a partnership, each with somebody who is written to, and what they were told since it was last asked. */
async function both({ books, office, post }: Desk) {
  const ana = await books.partner('Ana');
  await makeSession(books.app, books.db, books.workspace.id, 'owner');
  const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
  const told = async () => {
    expect(await post()).toEqual([]);
    return office.mails
      .splice(0)
      .filter(({ subject }) => /Ana|Décision|Réunion/.test(subject ?? ''))
      .map((mail) => ({ to: recipient(mail), subject: mail.subject ?? '', text: mail.text ?? '' }));
  };
  const done = async (path: string, body: object, as?: string) => {
    const answer = await books.post(path, body, as);
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer.json() as Json;
  };
  await told();
  return { ana, session, told, done };
}

function recipient(mail: { readonly to?: unknown }): 'company' | 'partner' {
  return JSON.stringify(mail.to).includes('partner-') ? 'partner' : 'company';
}

test('each side is written about what the other does with the charter, and never about a draft it does not see', () =>
  withDesk(async (desk) => {
    const { ana, session, told, done } = await both(desk);
    const people = { companyPerson: 'Ana Martin', partnerPerson: 'Zoé Petit' };
    const begun = await done('charters', { partnerId: ana.id, kind: 'client', prevailing: 'en', ...people });
    const path = (rest: string) => `charters/${String(begun['id'])}${rest}`;
    await done(path('/comments'), { text: 'For us alone.' });
    expect(await told()).toEqual([]);
    await done(path('/sharing'), {});
    expect(await told()).toMatchObject([{ to: 'partner', subject: expect.stringContaining('Un brouillon à lire') }]);
    await done(path('/proposals'), { change: { part: 'replaceDays', after: 60 }, text: 'Two months are enough.' }, session);
    const [proposed, ...others] = await told();
    expect(proposed).toMatchObject({ to: 'company', subject: expect.stringContaining('Un changement est proposé') });
    expect(proposed?.text).toContain('Two months are enough.');
    expect(proposed?.text).toContain(`/console/partners/${ana.id}/charter`);
    expect(others).toEqual([]);
    await done(path('/proposals/1/decision'), { accept: true });
    await done(path('/comments'), { text: 'All good now?' }, session);
    expect((await told()).map(({ to, subject }) => [to, subject.split(' · ').at(-1)])).toEqual([
      ['partner', 'Votre proposition est acceptée'],
      ['company', 'Un commentaire'],
    ]);
    const { hash } = (await desk.books.get(path('/versions/1'))).json();
    await done(path('/approval'), { hash });
    await done(path('/approval'), { hash }, session);
    const signedOn = new Date(desk.books.now).toISOString().slice(0, 10);
    await done(path('/signature'), { hash, signedOn });
    await done(path('/signature'), { hash, signedOn }, session);
    await done(path('/end'), { endsOn: '2027-12-31', reason: 'We close the shop.' }, session);
    const rest = await told();
    expect(rest.map(({ to, subject }) => [to, subject.split(' · ').at(-1)])).toEqual([
      ['partner', 'Approuvée par l’autre partie'],
      ['company', 'Approuvée par les deux parties, à signer'],
      ['partner', 'Signée par l’autre partie'],
      ['company', 'Signée par les deux parties'],
      ['partner', 'Signée par les deux parties'],
      ['company', 'Sa fin est annoncée'],
    ]);
    expect(rest.at(-1)?.text).toContain('31 décembre 2027');
    expect(rest.at(-1)?.text).toContain('We close the shop.');
  }));

test('a joint fact is told to the side that can confirm it, and the answer to the one that stated it; who wants none gets none', () =>
  withDesk(async (desk) => {
    const { ana, session, told, done } = await both(desk);
    const stated = { kind: 'decision', text: 'Leads go by the form only.', on: '2026-11-23' };
    const first = await done(`partners/${ana.id}/joint-facts`, stated, session);
    expect(await told()).toMatchObject([{ to: 'company', subject: 'Décision · À confirmer ou à contester' }]);
    await done(`joint-facts/${String(first['id'])}/answer`, { step: 'contest', reason: 'Also by telephone.' });
    const [answered] = await told();
    expect(answered).toMatchObject({ to: 'partner', subject: 'Décision · Contesté' });
    expect(answered?.text).toContain('Also by telephone.');
    expect(answered?.text).toContain('Leads go by the form only.');
    const wanted = await desk.books.app.call('PATCH', '/api/v1/mail-preferences', {
      as: session,
      body: { wanted: { joint_fact_news: false } },
    });
    expect(wanted.status, wanted.text).toBe(200);
    await done(`partners/${ana.id}/joint-facts`, { ...stated, kind: 'meeting' });
    expect(await told()).toEqual([]);
  }));
