import { createHash } from 'node:crypto';
import { encodeId } from '@cordee/core/ids';
import { opens, usualQuestionnaire, type Answer, type Answers } from '@cordee/core/qualification';
import { describe, expect, it } from 'vitest';
import { makeSession, type Answer as Response } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { transaction } from '../../platform/db/index.ts';
import { followQualificationsOf } from './verbs/follow-qualifications.ts';

interface Told {
  readonly id: string;
  readonly state: string;
  readonly sides: Record<'company' | 'partner', { seal: string | null; sealedAt: string | null }>;
  readonly own: { answers: Answers; asked: number; answered: number } | null;
  readonly revealed: {
    answers: Record<'company' | 'partner', Answers>;
    nonces: Record<'company' | 'partner', string>;
    score: { worst: number; best: number };
    differences: { item: string; severity: string; text: { en: string } }[];
    clauses: string[];
  } | null;
  readonly evidence: { id: string; title: string; side: string }[];
  readonly decision: { kind: string; reason: string } | null;
}

const told = (answer: Response) => answer.json() as unknown as Told;
const secret = 'Only-the-partner-knows-this';
/** What each side answers in these tests: they differ on the notice, and the partner writes something nobody may read. */
const company: Answers = { 'exit.notice': 1, 'information.secret': false };
const partner: Answers = { 'exit.notice': 6, 'information.secret': true, 'information.years': 3, 'goals.success': secret };

async function questionnaire(books: Books): Promise<string> {
  const { id } = await books.done('questionnaires', { template: 'referrer' });
  await books.done(`questionnaires/${String(id)}/publication`, undefined);
  return String(id);
}

interface Asked {
  readonly ana: BookPartner;
  readonly as: string;
  readonly questionnaireId: string;
  readonly id: string;
}

async function ask(books: Books, days = 30): Promise<Asked> {
  const ana = await books.partner('Ana');
  const as = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
  const questionnaireId = await questionnaire(books);
  const { id } = await books.done('qualifications', { partnerId: ana.id, questionnaireId, days });
  return { ana, as, questionnaireId, id: String(id) };
}

const put = (books: Books, id: string, answers: Record<string, Answer>, as = books.key) =>
  books.app.call('PUT', `/api/v1/qualifications/${id}/answers`, { as, body: { answers } });
const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('a questionnaire', () => {
  it('is published as versions that never change, and not while something of it is wrong', () =>
    withBooks(async (books) => {
      const { id } = await books.done('questionnaires', { template: 'supplier' });
      const path = `questionnaires/${String(id)}`;
      const first = await books.done(`${path}/publication`, undefined);
      expect(first).toMatchObject({ published: { version: 1 }, draftChanged: false, problems: [] });
      expect((await books.post(`${path}/publication`, undefined)).json()).toMatchObject({ code: 'conflict' });
      const [item] = usualQuestionnaire('supplier').items;
      const change = (more: object) =>
        books.app.call('PUT', `/api/v1/${path}/draft`, {
          as: books.key,
          body: { name: { en: 'Two', fr: 'Deux' }, kinds: [], items: [{ ...item, ...more }] },
        });
      expect((await change({ when: { item: 'goals.later', is: ['x'] } })).json()).toMatchObject({
        problems: [{ path: 'items.0.when', rule: 'condition' }],
      });
      const refused = await books.post(`${path}/publication`, undefined, books.key, { 'accept-language': 'fr' });
      expect(refused.json()).toMatchObject({ code: 'questionnaire_incomplete', fields: [{ path: 'items.0.when' }] });
      await change({});
      expect(await books.done(`${path}/publication`, undefined)).toMatchObject({ published: { version: 2, items: 1 } });
      const kept = (await books.get(`${path}/versions/1`)).json() as { document: { items: unknown[] } };
      expect(kept.document.items).toHaveLength(usualQuestionnaire('supplier').items.length);
      await expect(
        transaction(books.db, (tx) => tx.query(`update questionnaire_version set hash = 'x'`), {
          workspaceId: books.workspace.id,
        }),
      ).rejects.toThrow(/permission denied/);
    }));
});

describe('two sides', () => {
  it('answer alone: nobody reads the other before both have sealed, by no road', () =>
    withBooks(async (books) => {
      const { as, id, ana } = await ask(books);
      expect((await put(books, id, partner, as)).status).toBe(200);
      expect(
        (await books.post(`qualifications/${id}/evidence`, { title: secret, url: 'https://example.com/x' }, as)).status,
      ).toBe(200);
      expect(told(await books.post(`qualifications/${id}/seal`, {}, as))).toMatchObject({
        state: 'open',
        own: { answers: partner },
        revealed: null,
      });
      // Every role of the company, every kind of key, and who looks on as the partner.
      const readers = [books.key];
      for (const role of ['owner', 'manager', 'finance', 'viewer'] as const)
        readers.push(await makeSession(books.app, books.db, books.workspace.id, role));
      for (const reader of readers) {
        for (const path of [`qualifications/${id}`, 'qualifications', `partners/${ana.id}/timeline`, 'audit', 'mails']) {
          const answer = await books.get(path, reader);
          expect(answer.text, path).not.toContain(secret);
        }
        expect(told(await books.get(`qualifications/${id}`, reader))).toMatchObject({ revealed: null, evidence: [] });
      }
      const view = await books.app.call('POST', `/api/v1/partners/${ana.id}/portal-views`, { as: readers[1] ?? '' });
      const looking = { 'cordee-portal-view': String(view.json()['view']) };
      const seen = await books.get(`qualifications/${id}`, readers[1], looking);
      expect(seen.text).not.toContain(secret);
      expect(told(seen)).toMatchObject({ own: null, revealed: null, evidence: [] });
      const token = String((await books.done(`partners/${ana.id}/embed-tokens`, {}))['token']);
      const framed = await books.app.call('GET', `/api/v1/qualifications/${id}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(framed.text).not.toContain(secret);
      expect(told(framed)).toMatchObject({ own: null, revealed: null, evidence: [] });
      // The database itself: without the side, no row; with it, bytes that say nothing.
      const rows = (side: string) =>
        transaction(
          books.db,
          async (tx) => {
            await tx.query(`select set_config('cordee.qualification_side', $1, true)`, [side]);
            return tx.query<{ side: string }>(`select side from qualification_answer`);
          },
          { workspaceId: books.workspace.id },
        );
      expect(await rows('company')).toEqual([]);
      expect(await rows('')).toEqual([]);
      expect(await rows('partner')).toEqual([{ side: 'partner' }]);
      const dump = await books.owner.query<{ text: string }>(
        `select coalesce(string_agg(t.*::text, ' '), '') || encode(string_agg(t.sealed, ''), 'escape') as text from qualification_answer t
          where workspace_id = $1`,
        [books.workspace.id],
      );
      expect(dump[0]?.text).not.toContain(secret);
      for (const table of ['audit', 'idempotency_key', 'mail', 'outbox']) {
        const exists = await books.owner.query(`select to_regclass($1)::text as name`, [table]);
        if ((exists[0] as { name: string | null }).name === null) continue;
        const all = await books.owner.query<{ text: string }>(
          `select coalesce(string_agg(t.*::text, ' '), '') as text from ${table} t`,
        );
        expect(all[0]?.text, table).not.toContain(secret);
      }
      // Nor does the database reveal one side alone, nor let the mark be set.
      const reveal = () =>
        transaction(books.db, (tx) => tx.query(`select cordee_reveal_answers(workspace_id, id) as shown from qualification`), {
          workspaceId: books.workspace.id,
        });
      expect(await reveal()).toEqual([{ shown: false }]);
      await expect(
        transaction(books.db, (tx) => tx.query(`update qualification_answer set revealed = true`), {
          workspaceId: books.workspace.id,
        }),
      ).rejects.toThrow(/permission denied/);
    }));

  it('are revealed at once, with seals anybody can compute again, differences and clauses', () =>
    withBooks(async (books) => {
      const { as, id, questionnaireId } = await ask(books);
      await books.post(`qualifications/${id}/seal`, { answers: partner }, as);
      const both = told(await books.post(`qualifications/${id}/seal`, { answers: company }));
      expect(both).toMatchObject({ state: 'revealed', revealed: { answers: { company, partner } } });
      expect(told(await books.get(`qualifications/${id}`, as)).revealed).toEqual(both.revealed);
      const { hash: questionnaireHash } = (await books.get(`questionnaires/${questionnaireId}/versions/1`)).json() as {
        hash: string;
      };
      for (const side of ['company', 'partner'] as const) {
        const nonce = both.revealed?.nonces[side] ?? '';
        const answers = both.revealed?.answers[side] ?? {};
        const sealed = { roundId: id, questionnaireHash, side, nonce, answers };
        expect(opens(both.sides[side].seal ?? '', sealed, hash)).toBe(true);
        expect(opens(both.sides[side].seal ?? '', { ...sealed, answers: { ...answers, 'exit.notice': 2 } }, hash)).toBe(false);
      }
      const notice = both.revealed?.differences.find(({ item }) => item === 'exit.notice');
      expect(notice).toMatchObject({
        severity: 'serious',
        text: { en: 'Far apart: the company says “1 month”, the partner “6 months”.' },
      });
      expect(both.revealed?.clauses).toContain('notice');
      const { worst, best } = both.revealed?.score ?? { worst: 0, best: 0 };
      expect(worst).toBeLessThan(best);
    }));

  it('cannot change what they sealed, nor answer what is not asked; what became unasked is left out', () =>
    withBooks(async (books) => {
      const { as, id } = await ask(books);
      expect((await put(books, id, { 'exit.notice': 99 }, as)).json()).toMatchObject({
        code: 'invalid_request',
        fields: [{ path: 'answers.exit.notice' }],
      });
      expect((await books.post(`qualifications/${id}/seal`, {}, as)).json()).toMatchObject({ code: 'conflict' });
      await put(books, id, { ...partner, 'information.secret': false }, as);
      expect(told(await books.post(`qualifications/${id}/seal`, {}, as)).own?.answers).not.toHaveProperty(['information.years']);
      expect((await put(books, id, partner, as)).json()).toMatchObject({ code: 'conflict', fields: [{ rule: 'sealed' }] });
      expect((await books.post(`qualifications/${id}/seal`, { answers: partner }, as)).json()).toMatchObject({
        code: 'conflict',
      });
      const viewer = await makeSession(books.app, books.db, books.workspace.id, 'viewer');
      expect((await put(books, id, company, viewer)).status).toBe(403);
      const stranger = await makeSession(books.app, books.db, books.workspace.id, 'partner');
      expect((await books.get(`qualifications/${id}`, stranger)).status).toBe(404);
      expect((await put(books, id, company, stranger)).status).toBe(404);
    }));

  it('seal at the same moment and are revealed once', () =>
    withBooks(async (books) => {
      const { as, id } = await ask(books);
      const both = await Promise.all([
        books.post(`qualifications/${id}/seal`, { answers: partner }, as),
        books.post(`qualifications/${id}/seal`, { answers: company }),
      ]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      expect(told(await books.get(`qualifications/${id}`))).toMatchObject({
        state: 'revealed',
        revealed: { answers: { company, partner } },
      });
    }));

  it('withdraw before the reveal: what was answered is erased unread', () =>
    withBooks(async (books) => {
      const { as, id, ana, questionnaireId } = await ask(books);
      await books.post(`qualifications/${id}/seal`, { answers: partner }, as);
      expect((await books.post('qualifications', { partnerId: ana.id, questionnaireId })).json()).toMatchObject({
        code: 'already_exists',
      });
      expect(told(await books.post(`qualifications/${id}/withdrawal`, { reason: 'Not now' }, as))).toMatchObject({
        state: 'withdrawn',
        withdrawnReason: 'Not now',
        own: { answers: {} },
      });
      expect(await books.owner.query(`select 1 from qualification_answer where workspace_id = $1`, [books.workspace.id])).toEqual(
        [],
      );
      expect((await books.post(`qualifications/${id}/seal`, { answers: company })).json()).toMatchObject({ code: 'conflict' });
      await books.done('qualifications', { partnerId: ana.id, questionnaireId });
    }));
});

const FILE = { 'content-type': 'application/octet-stream' };

describe('evidence', () => {
  it('is a link, or files the other side may open after the reveal and not before; removed, they are erased', () =>
    withBooks(async (books) => {
      const { as, id } = await ask(books);
      const upload = (who: string) =>
        books.app.call('POST', '/api/v1/files?name=insurance.txt', { as: who, body: 'Insured until May.', headers: FILE });
      const [own, theirs] = [String((await upload(as)).json()['id']), String((await upload(books.key)).json()['id'])];
      const add = (files: string[], more: object = {}) =>
        books.post(`qualifications/${id}/evidence`, { title: 'Insurance', files, ...more }, as);
      expect((await add([])).json()).toMatchObject({
        code: 'invalid_request',
        fields: [{ path: 'files', rule: 'file_or_link' }],
      });
      expect((await add([theirs])).json()).toMatchObject({ code: 'unknown_reference', fields: [{ path: 'files[0]' }] });
      const added = told(await add([own], { item: 'risk.insured' }));
      expect(added.evidence).toMatchObject([{ title: 'Insurance', url: null, files: [{ id: own, name: 'insurance.txt' }] }]);
      const open = async (who: string) => (await books.get(`files/${own}/content`, who)).status;
      const stranger = await makeSession(books.app, books.db, books.workspace.id, 'partner');
      expect([await open(as), await open(books.key), await open(stranger)]).toEqual([200, 404, 404]);
      await books.post(`qualifications/${id}/seal`, { answers: partner }, as);
      await books.post(`qualifications/${id}/seal`, { answers: company });
      expect([await open(as), await open(books.key), await open(stranger)]).toEqual([200, 200, 404]);
      const evidence = added.evidence[0]?.id ?? '';
      await books.app.call('DELETE', `/api/v1/qualifications/${id}/evidence/${evidence}`, { as });
      expect(await open(as)).toBe(404);
    }));

  it('that still holds goes along when both are asked again, with its files; what ended is to be given anew', () =>
    withBooks(async (books) => {
      const { as, id } = await ask(books);
      const upload = await books.app.call('POST', '/api/v1/files?name=a.txt', { as, body: 'Kept.', headers: FILE });
      const day = (days: number) => new Date(books.now + days * DAY).toISOString().slice(0, 10);
      const add = (title: string, expiresOn: string, files: unknown[] = []) =>
        books.post(`qualifications/${id}/evidence`, { title, expiresOn, files, url: 'https://example.com/x' }, as);
      await add('Ends', day(3));
      await add('Holds', day(90), [upload.json()['id']]);
      await books.post(`qualifications/${id}/seal`, { answers: partner }, as);
      await books.post(`qualifications/${id}/seal`, { answers: company });
      await books.post(`qualifications/${id}/decision`, { kind: 'accepted', reason: 'x', requalifyOn: day(20) });
      books.now += 20 * DAY;
      await followQualificationsOf({ db: books.db, now: () => books.now }, books.workspace.id);
      const { items } = (await books.get('qualifications', as)).json() as { items: { id: string }[] };
      const next = items.find((one) => one.id !== id)?.id ?? '';
      const taken = told(await books.get(`qualifications/${next}`, as)).evidence;
      expect(taken).toMatchObject([{ title: 'Holds', takenOver: true, files: [{ name: 'a.txt' }] }]);
      await books.app.call('DELETE', `/api/v1/qualifications/${next}/evidence/${taken[0]?.id ?? ''}`, { as });
      expect((await books.get(`files/${String(upload.json()['id'])}/content`, as)).status).toBe(200);
    }));
});

describe('the company', () => {
  it('decides with a reason the partner reads, after questions once more, and asks again on its day', () =>
    withBooks(async (books) => {
      const { as, id } = await ask(books);
      const decide = (body: object, who = books.key) => books.post(`qualifications/${id}/decision`, body, who);
      expect((await decide({ kind: 'accepted', reason: 'x' })).json()).toMatchObject({ code: 'conflict' });
      await books.post(`qualifications/${id}/seal`, { answers: partner }, as);
      await books.post(`qualifications/${id}/seal`, { answers: company });
      expect((await decide({ kind: 'accepted', reason: 'x' }, as)).status).toBe(403);
      await decide({ kind: 'more_questions', reason: 'And the notice?' });
      expect((await decide({ kind: 'accepted', reason: 'x', requalifyOn: '2026-01-01' })).status).toBe(422);
      const requalifyOn = new Date(books.now + 20 * DAY).toISOString().slice(0, 10);
      await decide({ kind: 'accepted', reason: 'We complete each other', requalifyOn });
      expect(told(await books.get(`qualifications/${id}`, as)).decision).toMatchObject({ reason: 'We complete each other' });
      expect((await decide({ kind: 'refused', reason: 'No' })).json()).toMatchObject({ code: 'conflict' });
      const follow = () => followQualificationsOf({ db: books.db, now: () => books.now }, books.workspace.id);
      await follow();
      const count = async () => ((await books.get('qualifications')).json()['items'] as unknown[]).length;
      expect(await count()).toBe(1);
      books.now += 20 * DAY;
      await follow();
      await follow();
      expect(await count()).toBe(2);
    }));

  it('reminds before the end and ends what was not answered; evidence that ends is told once', () =>
    withBooks(async (books) => {
      const { as, id } = await ask(books, 10);
      await put(books, id, partner, as);
      const expiresOn = new Date(books.now + 20 * DAY).toISOString().slice(0, 10);
      await books.post(`qualifications/${id}/evidence`, { title: 'Insurance', url: 'https://example.com/x', expiresOn }, as);
      const actions = async () =>
        (
          await books.owner.query<{ action: string }>(
            `select action from audit where workspace_id = $1 and actor->>'kind' = 'system' and action ~ '^(qualification|evidence)[.]' order by at, id`,
            [books.workspace.id],
          )
        ).map(({ action }) => action);
      const follow = () => followQualificationsOf({ db: books.db, now: () => books.now }, books.workspace.id);
      await follow();
      await follow();
      expect(await actions()).toEqual(['evidence.ending']);
      books.now += 8 * DAY;
      await follow();
      await follow();
      expect(await actions()).toEqual(['evidence.ending', 'qualification.reminded']);
      books.now += 3 * DAY;
      expect((await put(books, id, partner, as)).json()).toMatchObject({ code: 'conflict' });
      await follow();
      await follow();
      expect(await actions()).toEqual(['evidence.ending', 'qualification.reminded', 'qualification.expired']);
      expect(await books.owner.query(`select 1 from qualification_answer where workspace_id = $1`, [books.workspace.id])).toEqual(
        [],
      );
    }));

  it('is shown whom a partner has something in common with', () =>
    withBooks(async (books) => {
      const { ana, id } = await ask(books);
      const other = await books.done('partners', { name: 'ANA', kind: 'reseller', email: 'compta@atelier.example' });
      await books.app.call('PATCH', `/api/v1/partners/${ana.id}`, { as: books.key, body: { email: 'ana@atelier.example' } });
      const { conflicts } = (await books.get(`qualifications/${id}/conflicts`)).json() as { conflicts: { id: string }[] };
      expect(conflicts.find((one) => one.id === other['id'])).toMatchObject({
        kind: 'partner',
        strength: 'tie',
        shared: ['email_domain', 'name'],
      });
      expect(conflicts.some((one) => one.id === encodeId('prt', ana.uuid))).toBe(false);
    }));
});
