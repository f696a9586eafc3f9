import type { ParsedMail } from 'mailparser';
import { expect, test } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { DAY, withOwnBooks, type Books } from '../../../test/books.ts';
import { runJob, withDesk } from '../../../test/desk.ts';
import { simplePlan } from '../../../test/terms.ts';
import { templates } from './templates/index.ts';

const ORIGIN = 'http://localhost:3000';

function textOf(mail: ParsedMail | undefined): string {
  return mail?.text ?? '';
}

function recipientOf(mail: ParsedMail): string {
  return [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))[0] ?? '';
}

async function log(books: Books): Promise<Record<string, unknown>[]> {
  return (await books.get('mails')).json()['items'] as Record<string, unknown>[];
}

async function person(books: Books, partnerId: string, email: string, name = 'Ada'): Promise<void> {
  await books.done('members', { email, name, role: 'partner', partnerId });
}

test('a mail wears the colour, logo and sender of the company', () =>
  withDesk(async ({ books, office, post }) => {
    const change = { accentColour: '#d2691e', senderName: 'Club Alpes', replyTo: 'contact@alpes.example' };
    expect((await books.app.call('PATCH', '/api/v1/workspace', { as: books.key, body: change })).status).toBe(200);
    const png = Buffer.alloc(64);
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(png);
    png.writeUInt32BE(120, 16);
    png.writeUInt32BE(40, 20);
    await books.done('members', { email: 'claire@example.com', name: 'Claire', role: 'manager' });
    await books.app.fastify.inject({
      method: 'PUT',
      url: '/api/v1/workspace/logo',
      headers: { authorization: `Bearer ${books.key}`, 'content-type': 'image/png' },
      payload: png,
    });
    await books.done('members', { email: 'denis@example.com', name: 'Denis', role: 'manager' });
    await post();
    const [named, pictured] = office.mails;
    expect(named?.from?.value).toEqual([{ name: 'Club Alpes', address: 'partners@alpes.example' }]);
    expect(named?.replyTo?.text).toBe('contact@alpes.example');
    // Black on the orange button; an orange name is too pale for text on white.
    expect(String(named?.html)).toContain('background:#d2691e;color:#000000');
    expect(String(named?.html)).not.toContain('color:#d2691e;margin');
    const address = /<img src="([^"]+)" alt="Test"/.exec(String(pictured?.html))?.[1] ?? '';
    expect(address).toMatch(/^http:\/\/localhost:3000\/api\/v1\/workspaces\/wsp_/);
    expect((await books.app.call('GET', address.slice(ORIGIN.length).replaceAll('&amp;', '&'))).status).toBe(200);
  }));

test('an invitation comes in the language of who is invited, and its link works', () =>
  withDesk(async ({ books, office, post }) => {
    await books.done('members', { email: 'claire@example.com', name: 'Claire', role: 'manager' });
    const partner = await books.done('partners', { name: 'Summit', kind: 'affiliate', language: 'en' });
    await person(books, String(partner['id']), 'ada@example.com');
    await post();
    const [french, english] = office.mails;
    expect(french?.subject).toBe('Vous êtes invité chez Test');
    expect(textOf(french)).toContain('Bonjour Claire,');
    expect(english?.subject).toBe('You are invited to Test');
    expect(english?.from?.value).toEqual([{ name: 'Test', address: 'partners@alpes.example' }]);
    expect(String(english?.html)).toContain('<html lang="en">');
    expect(french?.headers.has('list-unsubscribe')).toBe(false);
    const token = /invitation\?token=([\w-]+)/.exec(textOf(english))?.[1];
    const body = { token, password: 'four unrelated words' };
    const accepted = await books.app.call('POST', '/api/v1/invitation', { body });
    expect(accepted.json()).toEqual({ email: 'ada@example.com' });
    expect(await log(books)).toMatchObject([
      { kind: 'invitation', recipient: 'ada@example.com', state: 'sent', attempts: 1 },
      { kind: 'invitation', recipient: 'claire@example.com', state: 'sent', attempts: 1 },
    ]);
    expect(JSON.stringify(await log(books))).not.toContain(token);
    const kept = await books.owner.query<{ content: Buffer | null }>('select content from mail');
    expect(kept.every(({ content }) => content === null)).toBe(true);
  }));

test('whom a partner invites gets the link by mail alone; the company is shown it', () =>
  withDesk(async ({ books, office, post }) => {
    const ana = await books.partner('Ana');
    const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const asked = await books.post(`partners/${ana.id}/people`, { email: 'zoe@example.com', name: 'Zoé' }, own);
    expect(asked.json()).toMatchObject({ email: 'zoe@example.com', invitationLink: null, mailed: true });
    const shown = await books.post(`partners/${ana.id}/people`, { email: 'max@example.com', name: 'Max' });
    expect(shown.json()).toMatchObject({ invitationLink: expect.stringContaining('/invitation?token='), mailed: true });
    await post();
    const mail = office.mails.find((each) => recipientOf(each) === 'zoe@example.com');
    const token = /invitation\?token=([\w-]+)/.exec(textOf(mail))?.[1];
    const body = { token, password: 'four unrelated words' };
    expect((await books.app.call('POST', '/api/v1/invitation', { body })).json()).toEqual({ email: 'zoe@example.com' });
  }));

test('names bring neither headers nor markup', () =>
  withDesk(async ({ books, office, post }) => {
    const evil = 'Eve\r\nBcc: victim@example.com\r\n\r\n<script>alert(1)</script>"';
    await books.app.call('PATCH', '/api/v1/workspace', { as: books.key, body: { name: '<img src=x onerror=alert(1)>, Inc.' } });
    await books.done('members', { email: 'eve@example.com', name: evil, role: 'viewer' });
    await post();
    const [mail] = office.mails;
    expect(office.mails).toHaveLength(1);
    expect(mail?.bcc).toBeUndefined();
    expect(mail?.headers.has('bcc')).toBe(false);
    const own = ['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'];
    expect(mail?.headerLines.map(({ key }) => key).toSorted()).toEqual(own);
    expect(mail?.subject).toBe('Vous êtes invité chez <img src=x onerror=alert(1)>, Inc.');
    expect(String(mail?.html)).not.toMatch(/<script|<img/);
    expect(String(mail?.html)).toContain('&lt;script&gt;');
  }));

test('a sign-in link signs in whoever is known, once; nobody else, and not around a second factor', () =>
  withDesk(async ({ books, office, post }) => {
    const ask = (email: string) =>
      books.app.call('POST', '/api/auth/sign-in/magic-link', { body: { email }, headers: { origin: ORIGIN } });
    await books.done('members', { email: 'claire@example.com', name: 'Claire', role: 'manager' });
    await post();
    const [known, unknown] = [await ask('claire@example.com'), await ask('nobody@example.com')];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    await post();
    expect(office.mails.map(({ subject }) => subject)).toEqual(['Vous êtes invité chez Test', 'Votre lien de connexion']);
    const link = new URL(/http:\S+magic-link\S+/.exec(textOf(office.mails[1]))?.[0] ?? '');
    const open = () => books.app.call('GET', link.pathname + link.search);
    const cookies = [(await open()).headers['set-cookie'] ?? []].flat() as string[];
    const cookie = cookies.map((text) => text.split(';')[0]).join('; ');
    expect((await books.get('workspace', cookie)).status).toBe(200);
    expect(JSON.stringify((await open()).headers)).not.toContain('session_token');

    await books.owner.query('update auth_user set "twoFactorEnabled" = true');
    await ask('claire@example.com');
    await post();
    expect(office.mails).toHaveLength(2);
  }));

test('partners are told of approval, money about to be payable, their week and new terms; each once', () =>
  withDesk(async ({ books, office, post }) => {
    const anna = await books.partner('Anna');
    await person(books, anna.id, 'anna@example.com', 'Anna');
    const berta = await books.done('partners', { name: 'Berta', kind: 'affiliate', email: 'berta@example.com', language: 'en' });
    const applied = { programId: books.programId, partnerId: berta['id'], state: 'pending' };
    const enrollment = await books.done('enrollments', applied);
    await books.done(`enrollments/${String(enrollment['id'])}/state`, { state: 'active' });
    await post();
    office.mails.length = 0;
    const remind = () => runJob(books.app.jobs, 'messaging.remind', {});

    await books.sale('s1', anna, 12_345);
    await books.sale('s2', anna, 100_000);
    await books.refund('r1', 's2', { amount: 50_000 });
    // Thursday the 15th at ten; the hold of ten days ends on the 25th, three days after the 22nd.
    books.now += 4 * DAY;
    await remind();
    await remind();
    books.now += 3 * DAY;
    await remind();
    await remind();
    await post();
    expect(office.mails.map((mail) => [recipientOf(mail), mail.subject])).toEqual([
      ['anna@example.com', 'Votre semaine : 112,35 €'],
      ['anna@example.com', 'Exigible le 25 janvier 2026 : 62,35 €'],
    ]);
    expect(textOf(office.mails[0])).toContain('du 12 janvier 2026 au 18 janvier 2026');
    expect(textOf(office.mails[0])).toMatch(/Repris par des remboursements: 50,00 €/);
    office.mails.length = 0;

    const [planId] = await planOf(books);
    await books.done(`plans/${planId ?? ''}/versions`, { document: { ...simplePlan, holdDays: 20 } });
    await books.done(`plans/${planId ?? ''}/publication`, {});
    await books.app.follower.follow(books.workspace.id);
    const [job] = await books.owner.query<{ payload: object }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'messaging.announce-terms'`,
    );
    await runJob(books.app.jobs, 'messaging.announce-terms', job?.payload);
    await runJob(books.app.jobs, 'messaging.announce-terms', job?.payload);
    await post();
    expect(office.mails.map(recipientOf).toSorted()).toEqual(['anna@example.com', 'berta@example.com']);
    const english = office.mails.find((mail) => recipientOf(mail) === 'berta@example.com');
    expect(english?.subject).toMatch(/^Your terms change on \d+ \w+ 2026$/);
    expect(textOf(english)).toMatch(/Clause \d+: Hold[^]*Until then: [^]*From then on: [^]*20\s+days/);
    expect(english?.headers.has('list-unsubscribe')).toBe(false);
  }));

test('another default plan is announced to those it will hold for, and another precedence to nobody', () =>
  withDesk(async ({ books, office, post }) => {
    const emails = { Anna: 'anna@example.com', Berta: 'berta@example.com' };
    const enrollments: string[] = [];
    for (const [name, email] of Object.entries(emails)) {
      const partner = await books.done('partners', { name, kind: 'affiliate', email, language: 'en' });
      const enrollment = await books.done('enrollments', { programId: books.programId, partnerId: partner['id'] });
      enrollments.push(String(enrollment['id']));
    }
    const plan = await books.done(`programs/${books.programId}/plans`, { name: 'Gold', document: simplePlan });
    await books.done(`plans/${String(plan['id'])}/publication`, {});
    // Hers already is the new plan.
    await books.done(`enrollments/${enrollments[1] ?? ''}/plan`, { planId: plan['id'] });
    await books.done(`programs/${books.programId}/terms`, { precedence: 7 });
    await books.done(`programs/${books.programId}/terms`, { planId: plan['id'] });
    await books.app.follower.follow(books.workspace.id);
    const jobs = await books.owner.query<{ payload: object }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'messaging.announce-terms'`,
    );
    expect(jobs).toHaveLength(1);
    office.mails.length = 0;
    await runJob(books.app.jobs, 'messaging.announce-terms', jobs[0]?.payload);
    await runJob(books.app.jobs, 'messaging.announce-terms', jobs[0]?.payload);
    await post();
    expect(office.mails.map(recipientOf)).toEqual(['anna@example.com']);
    expect(office.mails[0]?.subject).toMatch(/^Your terms change on \d+ \w+ 2026$/);
    expect(textOf(office.mails[0])).toContain('Gold');
  }));

async function planOf(books: Books): Promise<string[]> {
  const page = (await books.get('programs')).json() as { items: { planId: string }[] };
  return page.items.map(({ planId }) => planId);
}

test('who is approved is welcomed, at the address of the partner when nobody has an account', () =>
  withDesk(async ({ books, office, post }) => {
    const berta = await books.done('partners', { name: 'Berta', kind: 'affiliate', email: 'berta@example.com', language: 'en' });
    const applied = { programId: books.programId, partnerId: berta['id'], state: 'pending' };
    const { id } = await books.done('enrollments', applied);
    await post();
    expect(office.mails).toHaveLength(0);
    await books.done(`enrollments/${String(id)}/state`, { state: 'active' });
    await post();
    expect(office.mails.map(({ subject }) => subject)).toEqual(['Welcome to Amis de la maison']);
  }));

test('one click ends mails of a kind, looking does not, and preferences say so', () =>
  withDesk(async ({ books, office, post }) => {
    const approve = async (name: string) => {
      const partner = await books.done('partners', { name, kind: 'affiliate', email: 'shared@example.com', language: 'en' });
      const applied = { programId: books.programId, partnerId: partner['id'], state: 'pending' };
      const { id } = await books.done('enrollments', applied);
      await books.done(`enrollments/${String(id)}/state`, { state: 'active' });
      await post();
    };
    await approve('One');
    const list = office.mails[0]?.headers.get('list') as { unsubscribe: { url: string }; 'unsubscribe-post': { name: string } };
    const url = new URL(list.unsubscribe.url);
    expect(list['unsubscribe-post'].name).toBe('List-Unsubscribe=One-Click');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await books.app.call('GET', url.pathname + url.search)).text).toContain('shared@example.com');
    await approve('Two');
    expect(office.mails).toHaveLength(2);

    const clicked = await books.app.call('POST', url.pathname + url.search, { body: 'List-Unsubscribe=One-Click', headers });
    expect(clicked.status).toBe(200);
    await approve('Three');
    expect(office.mails).toHaveLength(2);
    const forged = url.searchParams.get('token')?.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) ?? '';
    const refused = await books.app.call('POST', `/unsubscribe?token=${forged}`, { body: 'x', headers });
    expect(refused.status).toBeGreaterThanOrEqual(400);
  }));

test('a member chooses what to be written about', () =>
  withDesk(async ({ books, office, post }) => {
    await books.done('members', { email: 'claire@example.com', name: 'Claire', role: 'manager' });
    await post();
    const token = /token=([\w-]+)/.exec(textOf(office.mails[0]))?.[1];
    await books.app.call('POST', '/api/v1/invitation', { body: { token, password: 'four unrelated words' } });
    const signIn = { email: 'claire@example.com', password: 'four unrelated words' };
    const session = await books.app.call('POST', '/api/auth/sign-in/email', { body: signIn, headers: { origin: ORIGIN } });
    const cookie = ([session.headers['set-cookie'] ?? []].flat() as string[]).map((text) => text.split(';')[0]).join('; ');
    const wish = { wanted: { import_rejects: false } };
    await books.app.call('PATCH', '/api/v1/mail-preferences', { as: cookie, body: wish });
    const shown = (await books.get('mail-preferences', cookie)).json();
    expect(shown).toMatchObject({ address: 'claire@example.com', wanted: { import_rejects: false, weekly_digest: true } });
    expect((await books.get('mail-preferences')).status).toBe(403);
  }));

test('an import with rejects is told to those who manage, unless they do not want it', () =>
  withDesk(async ({ books, office, post }) => {
    await books.done('members', { email: 'claire@example.com', name: 'Claire', role: 'manager' });
    await post();
    const file = 'eventId,customerId,amount,currency\nx1,c1,10.00,EUR\nx2,c2,nonsense,EUR\n';
    const started = await books.app.call('POST', '/api/v1/imports?kind=sales&fileName=january.csv', {
      as: books.key,
      body: file,
      headers: { 'content-type': 'text/csv' },
    });
    expect(started.status, started.text).toBe(202);
    await books.app.importer.run();
    await post();
    const mail = office.mails.at(-1);
    expect(mail?.subject).toBe('1 lignes de january.csv mises de côté');
    expect(textOf(mail)).toContain('Acceptées: 1');
  }));

test('what a server refuses has failed, with its words; what it cannot take now waits; both are in the log', () =>
  withDesk(async ({ books, office, post }) => {
    office.refuse = (address) =>
      address.startsWith('gone') ? { code: 550, text: 'no such mailbox' } : { code: 451, text: 'come back later' };
    await books.done('members', { email: 'gone@example.com', name: 'Gone', role: 'viewer' });
    await books.done('members', { email: 'busy@example.com', name: 'Busy', role: 'viewer' });
    expect(await post()).toHaveLength(1);
    expect(await log(books)).toMatchObject([
      { recipient: 'busy@example.com', state: 'queued', attempts: 1, fault: expect.stringContaining('come back later') },
      { recipient: 'gone@example.com', state: 'failed', attempts: 1, fault: expect.stringContaining('no such mailbox') },
    ]);
    office.refuse = () => null;
    await post();
    const failed = (await log(books)).find(({ state }) => state === 'failed');
    expect((await books.post(`mails/${String(failed?.['id'])}/retry`, undefined)).status).toBe(202);
    await post();
    await post();
    expect(office.mails.map(recipientOf)).toEqual(['busy@example.com', 'gone@example.com']);
    expect((await log(books)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  }));

test('without a mail server mails are kept, and shown only where asked for', async () => {
  for (const shows of [true, false]) {
    await withOwnBooks(
      async (books) => {
        await books.done('members', { email: 'claire@example.com', name: 'Claire', role: 'viewer' });
        expect(await log(books)).toMatchObject([{ state: 'kept' }]);
        const viewer = await books.app.call('GET', '/mail');
        expect(viewer.status).toBe(shows ? 200 : 404);
        if (shows) expect(viewer.text).toContain('/invitation?token=');
      },
      {},
      {},
      { mail: { mailer: null, from: 'cordee@localhost', shows } },
    );
  }
});

test('every kind of mail says something else in French than in English', () => {
  // Fields that hold one of a few values.
  const chosen = new Map([
    ['decision', 'refused'],
    ['contribution_decided kind', 'deal'],
    ['claim_to_answer kind', 'missing'],
    ['claim_news kind', 'missing'],
    ['outcome', 'refused'],
    ['signature_over state', 'refused'],
    ['signature_asked end', '2026-01-31'],
    ['event', 'opened'],
    ['invoice_news event', 'delivered'],
    ['invoice_to_answer event', 'contested'],
    ['obligation_news event', 'reminded'],
    ['leaving_news event', 'noticed'],
    ['leaving_news on', '2026-01-31'],
    ['deadline', '2026-01-31'],
    ['charter_news event', 'announced'],
    ['joint_fact_news event', 'proposed'],
    ['joint_fact_news kind', 'decision'],
    ['day', '2026-01-31'],
    ['debt_news event', 'proposed'],
    ['dueOn', '2026-01-31'],
    ['lastDay', '2026-01-31'],
  ]);
  for (const [kind, template] of Object.entries(templates)) {
    const told = new Proxy(
      {},
      {
        get: (_target, field) =>
          ['amounts', 'earned', 'takenBack', 'changes', 'clauses'].includes(String(field))
            ? []
            : (chosen.get(`${kind} ${String(field)}`) ?? chosen.get(String(field)) ?? `{${String(field)}}`),
      },
    );
    const [fr, en] = [template.fr(told as never), template.en(told as never)];
    expect(fr.blocks.length, kind).toBe(en.blocks.length);
    expect(fr.subject, kind).not.toBe(en.subject);
    const fields = (message: typeof fr) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].toSorted();
    expect(fields(fr), kind).toEqual(fields(en));
  }
});
