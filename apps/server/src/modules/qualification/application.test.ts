import { encodeId } from '@cordee/core/ids';
import { expect, it } from 'vitest';
import { createKey } from '../identity/index.ts';
import { contextFor, makeSession } from '../../../test/app.ts';
import { DAY, type Books } from '../../../test/books.ts';
import { withDesk } from '../../../test/desk.ts';
import { followQualificationsOf } from './verbs/follow-qualifications.ts';

const document = {
  title: { en: 'Become a partner', fr: 'Devenez partenaire' },
  intro: { en: '<b>Hello</b>', fr: '<b>Bonjour</b>' },
  kind: 'referrer',
  questions: [
    { key: 'audience', text: { en: 'Whom do you know?', fr: 'Qui connaissez-vous ?' }, form: { kind: 'text' }, required: true },
    {
      key: 'reach',
      text: { en: 'How far?', fr: 'Jusqu’où ?' },
      form: { kind: 'scale', low: { en: 'Near', fr: 'Près' }, high: { en: 'Far', fr: 'Loin' } },
      required: false,
    },
  ],
};
const ana = {
  name: 'Atelier Lumière',
  contact: 'Ana Martin',
  email: 'ana@atelier.example',
  language: 'fr',
  country: 'FR',
  registrationNumber: '732 829 320 00074',
  ties: 'My brother works for you.',
  answers: { audience: 'Everybody in Annecy', reach: 4 },
};

async function openForm(books: Books): Promise<string> {
  const place = `/api/v1/programs/${books.programId}/application-form`;
  const set = await books.app.call('PUT', place, { as: books.key, body: { open: true, document } });
  expect(set.status, set.text).toBe(200);
  return (set.json()['form'] as { id: string }).id;
}

const call = (books: Books, method: string, path: string, body?: unknown) =>
  books.app.call(method, `/api/v1/${path}`, body === undefined ? {} : { body });

async function token(books: Books, form: string): Promise<string> {
  return String((await call(books, 'GET', `application-forms/${form}`)).json()['token']);
}

async function send(books: Books, form: string, more: object = {}) {
  const read = await token(books, form);
  books.now += 5000;
  return call(books, 'POST', `application-forms/${form}/applications`, { ...ana, token: read, ...more });
}

const list = async (books: Books, query = '') =>
  (await books.get(`applications${query}`)).json()['items'] as { id: string; state: string }[];
const funnel = async (books: Books) =>
  ((await books.get(`programs/${books.programId}/application-form`)).json()['form'] as { funnel: object }).funnel;
const linkIn = (text: string | undefined) => /token=([\w.-]+)/.exec(text ?? '')?.[1] ?? '';

it('somebody applies, proves the address, is accepted: a partner is made and enrolled, and each is told in its language', () =>
  withDesk(async ({ books, office, post }) => {
    await makeSession(books.app, books.db, books.workspace.id, 'manager');
    const form = await openForm(books);
    await call(books, 'POST', `application-forms/${form}/beginning`);
    office.mails.length = 0;
    expect((await send(books, form)).status).toBe(202);
    await post();
    expect(office.mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Confirmez votre candidature à /)]);
    const proof = linkIn(office.mails[0]?.text);
    expect(await list(books)).toMatchObject([{ state: 'unconfirmed' }]);
    const [{ id } = { id: '' }] = await list(books);
    const accept = { kind: 'accepted', reason: 'Your network is the one we look for.' };
    expect((await books.post(`applications/${id}/decision`, accept)).json()).toMatchObject({
      code: 'conflict',
      fields: [{ rule: 'confirmed' }],
    });
    office.mails.length = 0;
    for (let times = 0; times < 2; times += 1)
      expect((await call(books, 'POST', 'application-confirmations', { token: proof })).json()).toMatchObject({
        state: 'waiting',
      });
    await post();
    expect(office.mails.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/Atelier Lumière (candidate à|applies to)/),
    ]);
    const detail = (await books.get(`applications/${id}`)).json();
    expect(detail).toMatchObject({
      ties: ana.ties,
      answers: ana.answers,
      twins: [],
      conflicts: [],
      document: { kind: 'referrer' },
    });

    office.mails.length = 0;
    const accepted = await books.post(`applications/${id}/decision`, accept);
    expect(accepted.status, accepted.text).toBe(200);
    const { partnerId, enrollmentId, invitation } = accepted.json();
    expect(invitation).toEqual({ mailed: true, link: expect.stringMatching(/\/invitation\?token=/) });
    expect((await books.get(`partners/${String(partnerId)}/people`)).json()).toMatchObject([
      { name: ana.contact, email: ana.email },
    ]);
    expect((await books.get(`partners/${String(partnerId)}`)).json()).toMatchObject({
      name: 'Atelier Lumière',
      kind: 'referrer',
      email: ana.email,
      language: 'fr',
      stage: 'onboarding',
    });
    expect((await books.get(`enrollments/${String(enrollmentId)}`)).json()).toMatchObject({ state: 'active', partnerId });
    await post();
    const letter = office.mails.find(({ subject }) => subject?.startsWith('Bienvenue'));
    expect(letter?.text).toContain(accept.reason);
    expect(letter?.text).toContain('Une invitation à votre espace suit');
    expect(office.mails.map(({ text }) => text).join('\n')).toContain('/invitation?token=');
    expect(await funnel(books)).toEqual({ seen: 1, begun: 1, sent: 1, confirmed: 1, accepted: 1, refused: 0 });
    expect((await books.post(`applications/${id}/decision`, { ...accept, kind: 'refused' })).json()).toMatchObject({
      code: 'conflict',
    });
    const audit = await books.owner.query<{ text: string }>(
      `select string_agg(a.*::text, ' ') as text from audit a where workspace_id = $1 and action ~ '^application[.]'`,
      [books.workspace.id],
    );
    expect(audit[0]?.text).not.toMatch(/atelier\.example|Ana Martin/);
  }));

it('a refusal and a question are told with their reason; a second application of the same one is shown as its twin', () =>
  withDesk(async ({ books, office, post }) => {
    const form = await openForm(books);
    const confirmed = async (more: object) => {
      office.mails.length = 0;
      await send(books, form, more);
      await post();
      await call(books, 'POST', 'application-confirmations', { token: linkIn(office.mails[0]?.text) });
      return (await list(books))[0]?.id ?? '';
    };
    const first = await confirmed({});
    const second = await confirmed({
      email: 'ana.martin@atelier.example',
      name: 'Lumière SARL',
      registrationNumber: '73282932000074',
    });
    expect((await books.get(`applications/${second}`)).json()).toMatchObject({ twins: [{ id: first }] });
    office.mails.length = 0;
    await books.done(`applications/${first}/decision`, { kind: 'more_questions', reason: 'Combien de clients ?' });
    await books.done(`applications/${first}/decision`, { kind: 'refused', reason: 'Hors de notre région.' });
    await post();
    expect(office.mails.map(({ subject }) => subject?.split(' à ')[0])).toEqual(expect.arrayContaining(['Votre candidature']));
    expect(office.mails.map(({ text }) => text).join('\n')).toContain('Hors de notre région.');
    expect(await list(books, '?state=to_decide')).toMatchObject([{ id: second }]);
    // Accepted for a partner that exists: none is made.
    const known = await books.done('partners', { name: 'Lumière', kind: 'reseller' });
    const accepted = await books.done(`applications/${second}/decision`, {
      kind: 'accepted',
      reason: 'Oui',
      partnerId: known['id'],
    });
    // Its people say who joins them: a number anybody can read in a register opens nothing.
    expect(accepted).toMatchObject({ partnerId: known['id'], invitation: null });
    expect((await books.get(`partners/${String(known['id'])}/people`)).json()).toEqual([]);
    await post();
    expect(office.mails.at(-1)?.text).toContain('L’entreprise vous écrira');
  }));

it('robots get nowhere: too fast, a forged or old token, a filled trap, wrong answers, a closed form, an address that is not proved', () =>
  withDesk(async ({ books, office, post }) => {
    const form = await openForm(books);
    const path = `application-forms/${form}/applications`;
    const fast = await token(books, form);
    expect((await call(books, 'POST', path, { ...ana, token: fast })).json()).toMatchObject({ code: 'application_too_fast' });
    for (const forged of [`${books.now.toString(36)}.x`, 'x', `${fast}x`])
      expect((await call(books, 'POST', path, { ...ana, token: forged })).json()).toMatchObject({
        code: 'application_link_over',
      });
    expect((await send(books, form, { fax: '+33' })).json()).toEqual({ sent: true });
    expect(await list(books)).toEqual([]);
    expect((await send(books, form, { answers: { reach: 9 } })).json()).toMatchObject({ code: 'invalid_request' });
    expect((await send(books, form, { answers: {} })).json()).toMatchObject({
      code: 'invalid_request',
      fields: [{ path: 'answers.audience', rule: 'required' }],
    });
    const old = await token(books, form);
    books.now += 2 * DAY;
    expect((await call(books, 'POST', path, { ...ana, token: old })).json()).toMatchObject({ code: 'application_link_over' });
    for (const bad of ['x', 'x.y', `${Buffer.from('["a","b",1]').toString('base64url')}.zz`])
      expect((await call(books, 'POST', 'application-confirmations', { token: bad })).status).toBe(410);
    // The same address again writes over what it had sent; a link that comes too late proves nothing any more.
    office.mails.length = 0;
    await send(books, form);
    await send(books, form, { name: 'Atelier' });
    expect(await list(books)).toMatchObject([{ name: 'Atelier' }]);
    await post();
    const proof = linkIn(office.mails[0]?.text);
    books.now += 31 * DAY;
    expect((await call(books, 'POST', 'application-confirmations', { token: proof })).status).toBe(410);
    await followQualificationsOf({ db: books.db, now: () => books.now }, books.workspace.id);
    expect(await list(books)).toEqual([]);
    const place = `/api/v1/programs/${books.programId}/application-form`;
    await books.app.call('PUT', place, { as: books.key, body: { open: false, document } });
    expect((await call(books, 'GET', `application-forms/${form}`)).status).toBe(404);
    expect((await books.app.call('GET', `/apply?form=${form}`)).status).toBe(404);
  }));

it('the hosted page shows the form in both languages, with nothing of it as markup, and runs its own script only', () =>
  withDesk(async ({ books }) => {
    const form = await openForm(books);
    const french = await books.app.call('GET', `/apply?form=${form}&lang=fr`);
    expect(french.text).toContain('<html lang="fr">');
    expect(french.text).toContain('Devenez partenaire');
    expect(french.text).toContain('&lt;b&gt;Bonjour&lt;/b&gt;');
    expect(String(french.headers['content-security-policy'])).toMatch(/script-src 'sha256-[^']+';/);
    expect((await books.app.call('GET', `/apply?form=${form}&lang=en`)).text).toContain('Become a partner');
    for (const unknown of ['', '?form=x', `?form=${encodeId('apf', books.workspace.id)}`])
      expect((await books.app.call('GET', `/apply${unknown}`)).status).toBe(404);
    expect((await books.app.call('GET', '/apply/confirmation?token="><script>')).text).not.toContain('"><script>');
  }));

it('a page of the company applies with its publishable key', () =>
  withDesk(async ({ books, office, post }) => {
    const formId = await openForm(books);
    const input = { publishable: true, name: 'Pages', origins: ['https://shop.example'] } as const;
    const { secret } = await createKey(contextFor(books.db, books.workspace.id), input);
    const headers = { origin: 'https://shop.example' };
    office.mails.length = 0;
    const sent = await books.post('applications', { formId, ...ana }, secret ?? '', headers);
    expect(sent.status, sent.text).toBe(202);
    expect((await books.get('applications', secret ?? '', headers)).status).toBe(403);
    await post();
    expect(office.mails).toHaveLength(1);
    expect((await books.post('applications', { formId: encodeId('apf', books.workspace.id), ...ana })).json()).toMatchObject({
      code: 'unknown_reference',
    });
  }));
