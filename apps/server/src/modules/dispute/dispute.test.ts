import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyTrail } from '@cordee/core/signature';
import { decodeId } from '@cordee/core/ids';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeSession, type Answer } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { transaction, withWorkspace } from '../../platform/db/index.ts';
import { verifyPdf } from '../../platform/pdf/index.ts';
import { disputeHolds, openDisputes } from './index.ts';
import { hashText } from './store/entry.store.ts';
import { followDisputesOf, type Notice } from './verbs/follow-disputes.ts';

interface Told {
  readonly id: string;
  readonly state: string;
  readonly deadline: string | null;
  readonly daysLeft: number | null;
  readonly waitsFor: string | null;
  readonly step: { readonly number: number; readonly of: number; readonly level: string };
  readonly charter: { readonly version: number } | null;
  readonly ladder: readonly { readonly kind: string; readonly level: string; readonly people: readonly { name: string }[] }[];
  readonly briefs: readonly { readonly side: string; readonly texts: object | null; readonly files: readonly unknown[] }[];
  readonly draft: object | null;
  readonly decisions: readonly { readonly number: number; readonly state: string }[];
  readonly entries: readonly { readonly kind: string; readonly side: string; readonly author: string | null }[];
  readonly gaps: readonly { readonly code: string }[];
  readonly acts: readonly string[];
  readonly holdsPayments: boolean;
}

const told = (answer: Answer) => answer.json() as unknown as Told;
const session = (books: Books, { uuid }: BookPartner) => makeSession(books.app, books.db, books.workspace.id, 'partner', uuid);
const open = (books: Books, partner: BookPartner, more: object = {}, as = books.key) =>
  books.post('disputes', { partnerId: partner.id, subject: 'other', title: 'Who brought it', asks: 'The whole.', ...more }, as);
const doing = (books: Books, id: string, body: object, as = books.key) => books.post(`disputes/${id}/acts`, body, as);
const texts = (said: string) => ({ facts: `Facts ${said}`, position: 'Ours', asks: 'All', proposal: 'Half', accepts: 'A third' });
const brief = (books: Books, id: string, said: string, as = books.key, more: object = {}) =>
  books.post(`disputes/${id}/brief`, { ...texts(said), ...more }, as);
const none = async () => [];
const follow = (books: Books, notices: (...given: never[]) => Promise<readonly Notice[]> = none) =>
  followDisputesOf({ db: books.db, now: () => books.now, notices: notices as never }, books.workspace.id);
const kinds = ({ entries }: Told) => entries.map(({ kind, side }) => `${kind} ${side}`);

async function stage(books: Books) {
  const [ana, bob] = [await books.partner('Ana'), await books.partner('Bob')];
  return { ana, bob, own: await session(books, ana), other: await session(books, bob) };
}

describe('a dispute', () => {
  it('is opened by either side, and nobody else reads it', () =>
    withBooks(async (books) => {
      const { ana, own, other } = await stage(books);
      const made = told(await open(books, ana, {}, own));
      // 15 January 2026 is a Thursday.
      expect([made.state, made.deadline, made.daysLeft, made.waitsFor]).toEqual(['open', '2026-01-22', 5, 'both']);
      expect(made.ladder.map(({ kind }) => kind)).toEqual(['talks', 'talks', 'talks', 'mediation']);
      expect([made.charter, made.acts.includes('withdraw')]).toEqual([null, true]);
      expect((await books.get(`disputes/${made.id}`, other)).status).toBe(404);
      expect((await doing(books, made.id, { act: 'say', text: 'x' }, other)).status).toBe(404);
      expect((await books.get(`disputes/${made.id}/file`, other)).status).toBe(404);
      expect((await open(books, ana, {}, other)).status).toBe(403);
      expect((await books.get('disputes', other)).json()['items']).toEqual([]);
      expect(told(await books.get(`disputes/${made.id}`)).acts).not.toContain('withdraw');
      const timeline = await books.get(`partners/${ana.id}/timeline`);
      expect(JSON.stringify(timeline.json())).toContain('dispute.opened');
    }));

  it('is about something of its partner, once at a time', () =>
    withBooks(async (books) => {
      const { ana, bob } = await stage(books);
      const title = { fr: 'Attestation', en: 'Certificate' };
      const duty = await books.done('obligations', { partnerId: ana.id, by: 'partner', title, dueOn: '2026-02-15' });
      const about = { subject: 'obligation', subjectId: duty['id'] };
      expect((await open(books, bob, about)).status).toBe(422);
      expect((await open(books, ana, { subject: 'invoice' })).status).toBe(422);
      expect((await open(books, ana, { subject: 'other', subjectId: duty['id'] })).status).toBe(422);
      expect((await open(books, ana, about)).status).toBe(201);
      expect((await open(books, ana, about)).status).toBe(409);
      expect(
        (await open(books, ana, { subject: 'clause', subjectId: 'chr_01h45nvb5pextapf6f6a01aqw7', clause: 'x' })).status,
      ).toBe(422);
    }));

  it('seals each brief until both are in; a draft is its own side’s only', () =>
    withBooks(async (books) => {
      const { ana, own } = await stage(books);
      const { id } = told(await open(books, ana, {}, own));
      const draft = await books.app.call('PUT', `/api/v1/disputes/${id}/brief`, {
        as: own,
        body: { ...texts('draft'), accepts: '' },
      });
      expect(told(draft).draft).toMatchObject({ facts: 'Facts draft' });
      expect(JSON.stringify((await books.get(`disputes/${id}`)).json())).not.toContain('Facts draft');
      const uploaded = await books.app.call('POST', '/api/v1/files?name=proof.txt', {
        as: own,
        body: 'Registered on 3 March.',
        headers: { 'content-type': 'text/plain' },
      });
      const file = String(uploaded.json()['id']);
      expect((await brief(books, id, 'theirs', own, { facts: '' })).status).toBe(422);
      expect((await brief(books, id, 'theirs', own, { files: [file] })).status).toBe(200);
      expect((await brief(books, id, 'again', own)).status).toBe(409);
      const sealed = told(await books.get(`disputes/${id}`));
      expect([sealed.briefs[0]?.texts, sealed.briefs[0]?.files, sealed.waitsFor]).toEqual([null, [], 'company']);
      expect(JSON.stringify(sealed)).not.toContain('Facts theirs');
      expect((await books.get(`files/${file}`)).status).toBe(404);
      const both = told(await brief(books, id, 'ours'));
      expect(both.briefs.map(({ texts: shown }) => shown)).toEqual([texts('theirs'), texts('ours')]);
      expect((await books.get(`files/${file}`)).status).toBe(200);
    }));

  it('climbs by itself, once, however often and late the clock looks', () =>
    withBooks(async (books) => {
      const { ana } = await stage(books);
      const { id } = told(await open(books, ana));
      expect(await follow(books)).toBe(0);
      books.now += 5 * DAY;
      expect([await follow(books), await follow(books)]).toEqual([1, 0]);
      books.now += 3 * DAY;
      expect(told(await books.get(`disputes/${id}`)).step.number).toBe(2); // read before the clock looked
      await Promise.all([follow(books), follow(books)]);
      expect(kinds(told(await books.get(`disputes/${id}`)))).toEqual(['opened company', 'reminded clock', 'stepped_up clock']);
      books.now += 200 * DAY;
      await follow(books);
      const late = told(await books.get(`disputes/${id}`));
      expect([late.state, late.step.number, late.deadline]).toEqual(['exhausted', 4, null]);
      expect(kinds(late).slice(3)).toEqual(['stepped_up clock', 'stepped_up clock', 'exhausted clock']);
      books.now -= 190 * DAY;
      expect((await doing(books, id, { act: 'pause', reason: 'court' })).status).toBe(409);
      expect(told(await books.get(`disputes/${id}`)).state).toBe('exhausted');
    }));

  it('stands still by one side’s reason, or by both', () =>
    withBooks(async (books) => {
      const { ana, own } = await stage(books);
      const { id } = told(await open(books, ana, {}, own));
      const paused = told(await doing(books, id, { act: 'pause', reason: 'expert', text: 'The expert comes on Monday.' }));
      expect([paused.state, paused.deadline]).toEqual(['paused', null]);
      books.now += 4 * DAY;
      const resumed = told(await doing(books, id, { act: 'resume' }, own));
      expect([resumed.state, resumed.deadline]).toEqual(['open', '2026-01-23']);
      const asked = told(await doing(books, id, { act: 'extend', days: 5 }, own));
      expect([asked.deadline, asked.waitsFor]).toEqual(['2026-01-23', 'company']);
      expect((await doing(books, id, { act: 'agree' }, own)).status).toBe(409);
      expect(told(await doing(books, id, { act: 'agree' })).deadline).toBe('2026-01-30');
      expect((await doing(books, id, { act: 'pause', reason: 'holidays' })).json()).toMatchObject({
        state: 'open',
        request: { kind: 'pause' },
        // A reason of one's own waits for nobody's answer.
        acts: expect.arrayContaining(['pause']) as string[],
      });
      expect(told(await doing(books, id, { act: 'decline' }, own)).acts).toContain('pause');
    }));
});

describe('a decision', () => {
  it('stands once the other side accepts the one it read, and becomes obligations', () =>
    withBooks(async (books) => {
      const { ana, own } = await stage(books);
      const { id } = told(await open(books, ana, {}, own));
      const title = { fr: 'Verser la moitié', en: 'Pay half' };
      const consequences = [{ kind: 'obligation', by: 'company', title, dueOn: '2026-02-15' }];
      const decide = (more: object, as = books.key) =>
        books.post(`disputes/${id}/decisions`, { outcome: 'compromise', reasons: 'Both had a part.', ...more }, as);
      expect((await decide({ final: true })).status).toBe(409);
      expect((await decide({ consequences: [{ ...consequences[0], dueOn: '2026-01-01' }] })).status).toBe(422);
      expect(told(await decide({})).decisions).toMatchObject([{ number: 1, state: 'waiting' }]);
      expect((await decide({ consequences })).status).toBe(200);
      expect((await doing(books, id, { act: 'accept', number: 1 }, own)).status).toBe(409);
      const both = await Promise.all([
        doing(books, id, { act: 'accept', number: 2 }, own),
        doing(books, id, { act: 'refuse', number: 2 }),
      ]);
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      if (told(await books.get(`disputes/${id}`)).state !== 'settled') {
        await decide({ consequences });
        await doing(books, id, { act: 'accept', number: 3 }, own);
      }
      const settled = told(await books.get(`disputes/${id}`));
      expect([settled.state, settled.acts]).toEqual(['settled', []]);
      const duties = (await books.get('obligations', own)).json()['items'] as { title: string; owner: string; source: string }[];
      expect(duties).toMatchObject([{ title: 'Pay half', owner: 'company', source: id }]);
      expect((await doing(books, id, { act: 'say', text: 'More' })).status).toBe(409);
    }));
});

describe('the ladder', () => {
  it('is that of the charter in force, as it stood; a later ladder of the settings changes nothing of it', () =>
    withBooks(async (books) => {
      const { ana, own } = await stage(books);
      const people = { companyPerson: 'Ana Martin', partnerPerson: 'Zoé Petit' };
      const begun = { partnerId: ana.id, kind: 'introducer', prevailing: 'fr', ...people };
      const { id } = await books.done('charters', begun);
      const path = `charters/${String(id)}`;
      const { items } = (await books.get(`enrollments?partnerId=${ana.id}`)).json() as { items: { id: string }[] };
      const plan = (await books.get(`plans/${String((await books.get(`programs/${books.programId}`)).json()['planId'])}`)).json();
      const [planVersion] = plan['versions'] as { id: string }[];
      const annex = { part: 'annex', after: { enrollmentId: items[0]?.id, planVersionId: planVersion?.id } };
      const { people: named } = (
        (await books.get(`${path}/versions/1`)).json() as { document: { people: { key: string; side: string }[] } }
      ).document;
      const decides = named.find(({ side }) => side === 'company')?.key;
      const escalation = { part: 'escalation', after: [{ ...step('a', 'Sales', 2), decides }, step('b', 'Directors', 4)] };
      await books.done(`${path}/changes`, { revision: 1, changes: [annex, escalation] });
      await books.done(`${path}/sharing`, {});
      const { hash } = (await books.get(`${path}/versions/1`)).json();
      const day = new Date(books.now).toISOString().slice(0, 10);
      for (const as of [books.key, own]) expect((await books.post(`${path}/approval`, { hash }, as)).status).toBe(200);
      for (const as of [books.key, own]) {
        expect((await books.post(`${path}/signature`, { hash, signedOn: day }, as)).status).toBe(200);
      }
      const made = told(await open(books, ana, {}, own));
      expect(made.charter).toEqual({ id, version: 1 });
      expect(made.ladder.map(({ level }) => level)).toEqual(['Sales', 'Directors', 'Mediation']);
      expect([made.deadline, made.gaps.map(({ code }) => code).includes('no_charter')]).toEqual(['2026-01-19', false]);
      const clause = { subject: 'clause', subjectId: id, clause: 'no_such_clause' };
      expect((await open(books, ana, clause, own)).status).toBe(422);
      const alone = { final: true, outcome: 'rejected', reasons: 'The protection was over.' };
      expect((await books.post(`disputes/${made.id}/decisions`, alone, own)).status).toBe(409);
      expect(told(await books.post(`disputes/${made.id}/decisions`, alone)).state).toBe('decided');
      const { set } = (await books.get('dispute-ladder')).json() as { set: { rungs: object[] } };
      const body = { validFrom: day, source: { fr: '', en: '' }, set: { ...set, rungs: set.rungs.slice(0, 1), mediation: null } };
      await books.app.call('PUT', '/api/v1/dispute-ladder', { as: books.key, body });
      expect(told(await books.get(`disputes/${made.id}`)).ladder).toHaveLength(3);
    }));
});

const step = (key: string, level: string, businessDays: number) => ({
  key,
  level: { fr: level, en: level },
  people: [],
  businessDays,
});

describe('payments', () => {
  it('wait for a dispute about money only where the ladder says so', () =>
    withBooks(async (books) => {
      const { ana, own } = await stage(books);
      const ladder = (await books.get('dispute-ladder')).json() as { set: object; own: boolean };
      expect(ladder.own).toBe(false);
      const put = (validFrom: string, set: object) =>
        books.app.call('PUT', '/api/v1/dispute-ladder', {
          as: books.key,
          body: { validFrom, source: { fr: 'Nous', en: 'We' }, set },
        });
      const strict = { ...ladder.set, holdsPayments: true, region: 'alsace-moselle' };
      expect((await put('2026-01-14', strict)).status).toBe(422);
      expect((await put('2026-01-15', { ...strict, region: 'savoie' })).status).toBe(422);
      expect((await put('2026-01-15', strict)).json()).toMatchObject({ own: true, set: { region: 'alsace-moselle' } });
      const sale = await books.sale('order-1', ana, 10_000);
      const [commission] = sale['commissions'] as { id: string }[];
      const about = { subject: 'commission', subjectId: commission?.id };
      const made = told(await open(books, ana, about, own));
      expect(made.holdsPayments).toBe(true);
      await open(books, ana);
      const known = await transaction(books.db, async (tx) => {
        await withWorkspace(tx, books.workspace.id);
        return [await openDisputes(tx, books.workspace.id, [ana.uuid]), await disputeHolds(tx, books.workspace.id, [ana.uuid])];
      });
      expect(known.map((map) => map.get(ana.uuid))).toEqual([2, 'in_dispute']);
      expect((await doing(books, made.id, { act: 'withdraw' }, own)).status).toBe(200);
      const after = await transaction(books.db, async (tx) => {
        await withWorkspace(tx, books.workspace.id);
        return disputeHolds(tx, books.workspace.id, [ana.uuid]);
      });
      expect(after.size).toBe(0);
    }));
});

describe('the proof file', () => {
  it('holds what was written, sealed and chained, and says what lacks; what is blind stays so', () =>
    withBooks(async (books) => {
      const { ana, own } = await stage(books);
      const { id } = told(await open(books, ana, {}, own));
      await brief(books, id, 'theirs', own);
      const notice: Notice = {
        mailId: 'mal_1',
        disputeId: decodeId('dsp', id) ?? '',
        step: 1,
        side: 'company',
        recipient: 'claire@example.com',
        subject: 'Dispute opened',
        at: books.now,
      };
      expect([await follow(books, async () => [notice]), await follow(books, async () => [notice])]).toEqual([1, 0]);
      const fetchFile = async (headers: Record<string, string>) => {
        const answer = await books.app.fastify.inject({ method: 'GET', url: `/api/v1/disputes/${id}/file`, headers });
        return unzipSync(answer.rawPayload);
      };
      const ours = { authorization: `Bearer ${books.key}` };
      const sealed = await fetchFile(ours);
      expect(Object.keys(sealed).filter((name) => name.startsWith('briefs/'))).toEqual([]);
      await brief(books, id, 'ours');
      const files = await fetchFile({ cookie: own });
      expect(Object.keys(files).toSorted()).toEqual([
        'INSTRUCTIONS.en.txt',
        'INSTRUCTIONS.fr.txt',
        'SHA256SUMS',
        'audit.json',
        'briefs/step-1-company.json',
        'briefs/step-1-partner.json',
        'certificate.pem',
        'file.en.pdf',
        'file.fr.pdf',
      ]);
      const trail = Buffer.from(files['audit.json'] ?? []).toString();
      expect(verifyTrail(trail, hashText)).toMatchObject({ count: 4 });
      expect(verifyTrail(trail.replace('The whole.', 'The half.'), hashText)).toEqual({ brokenAt: 1 });
      const kept = hashText(Buffer.from(files['briefs/step-1-partner.json'] ?? []).toString());
      expect(trail).toContain(kept);
      for (const language of ['en', 'fr']) {
        expect(verifyPdf(Buffer.from(files[`file.${language}.pdf`] ?? []))).toMatchObject({ isIntact: true });
      }
      mustHaveSums(files);
      const gaps = told(await books.get(`disputes/${id}`)).gaps.map(({ code }) => code);
      expect(gaps).toEqual(['no_charter', 'party_company', 'party_partner', 'steps_left', 'mediation_not_begun']);
    }));
});

/** As the instructions say: by a tool anybody has. */
function mustHaveSums(files: Record<string, Uint8Array>): void {
  const folder = mkdtempSync(join(tmpdir(), 'dispute-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name.replaceAll('/', '_')), bytes);
    const sums = Buffer.from(files['SHA256SUMS'] ?? []).toString();
    writeFileSync(
      join(folder, 'SUMS'),
      sums.replaceAll(/ {2}(.*)$/gm, (_, name: string) => `  ${name.replaceAll('/', '_')}`),
    );
    expect(execFileSync('sha256sum', ['-c', 'SUMS'], { cwd: folder }).toString()).not.toContain('FAILED');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
