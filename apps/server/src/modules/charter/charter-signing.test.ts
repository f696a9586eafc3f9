import { encodeId } from '@cordee/core/ids';
import { describe, expect, it } from 'vitest';
import { makeSession, type Answer } from '../../../test/app.ts';
import { DAY, type BookPartner, type Books } from '../../../test/books.ts';
import { runJob, withDesk, type Desk } from '../../../test/desk.ts';
import { act, consent, linkOf, shownBy, sign, signByMail } from '../../../test/signers.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { takeSignatures } from './verbs/take-signatures.ts';

const ana = { name: 'Ana Martin', email: 'ana@alpes.example', side: 'company', language: 'fr' };
const zoe = { name: 'Zoé Petit', email: 'zoe@summit.example', side: 'partner', language: 'en' };

interface Told {
  readonly id: string;
  readonly state: string;
  readonly inForce: number | null;
  readonly versions: {
    state: string;
    hash: string;
    holdsFrom: string | null;
    signatures: { side: string; reference: string; signedOn: string; envelopeId: string | null; files: { name: string }[] }[];
  }[];
  readonly sendings: { version: number; envelope: { id: string; state: string; signers: { name: string; state: string }[] } }[];
  readonly entries: { kind: string; side: string; text: string | null }[];
}

const rules = (answer: Answer) => {
  expect(answer.status, answer.text).toBe(409);
  return (answer.json()['fields'] as { rule: string }[]).map(({ rule }) => rule);
};

const done = (answer: Answer): Told => {
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.json() as unknown as Told;
};

/** A charter that both have approved. */
async function approved(books: Books, partner: BookPartner) {
  const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', partner.uuid);
  const people = { companyPerson: ana.name, partnerPerson: zoe.name };
  const begun = { partnerId: partner.id, kind: 'introducer', prevailing: 'fr', ...people };
  const { id } = done(await books.post('charters', begun));
  const step = (rest: string, body: object = {}, as?: string) => books.post(`charters/${id}/${rest}`, body, as);
  const read = async (as?: string) => done(await books.get(`charters/${id}`, as));
  const hashOf = async () => (await read()).versions.at(-1)?.hash ?? '';
  const both = {
    id,
    session,
    step,
    read,
    hashOf,
    agree: async () => {
      const hash = await hashOf();
      for (const as of [undefined, session]) done(await step('approval', { hash }, as));
    },
    send: async (more: object = {}) => {
      const expiresAt = new Date(books.now + 10 * DAY).toISOString();
      return step('sending', { hash: await hashOf(), signers: [ana, zoe], expiresAt, ...more });
    },
  };
  done(await step('sharing'));
  await both.agree();
  return both;
}

const open = async (desk: Desk) => approved(desk.books, await desk.books.partner('Summit'));

const raw = async ({ books }: Desk, path: string, as = books.key) =>
  books.app.fastify.inject({
    method: 'GET',
    url: `/api/v1/${path}`,
    headers: as.startsWith('sk_') ? { authorization: `Bearer ${as}` } : { cookie: as, host: 'localhost:3000' },
  });

describe('a charter that both have approved', () => {
  it('is signed by both over the paper they approved, and holds from its day', () =>
    withDesk(async (desk) => {
      const { id, read, send, session, step } = await open(desk);
      const paper = (await raw(desk, `charters/${id}/versions/1/paper`)).rawPayload;
      const sent = done(await send());
      expect(sent).toMatchObject({ state: 'agreed', sendings: [{ version: 1, envelope: { state: 'sent', subject: id } }] });
      expect(sent.entries.at(-1)).toMatchObject({ kind: 'sent_to_sign', text: 'Ana Martin, Zoé Petit' });
      expect(rules(await send())).toEqual(['charter_out_to_sign']);
      expect(rules(await step('dropping', {}, session))).toEqual(['charter_out_to_sign']);
      const elsewhere = { hash: sent.versions[0]?.hash, signedOn: '2026-01-15' };
      expect(rules(await step('signature', elsewhere, session))).toEqual(['charter_out_to_sign']);

      await signByMail(desk, ana.email);
      expect((await read(session)).sendings[0]?.envelope.signers.map(({ state }) => state)).toEqual(['signed', 'invited']);
      await signByMail(desk, zoe.email);
      await desk.post();
      const told = await read(session);
      expect(told).toMatchObject({ state: 'in_force', inForce: 1, sendings: [{ envelope: { state: 'completed' } }] });
      const { envelope } = told.sendings[0] ?? { envelope: { id: '' } };
      expect(told.versions[0]?.signatures).toMatchObject([
        { side: 'company', reference: 'Ana Martin', signedOn: '2026-01-15', envelopeId: envelope.id },
        { side: 'partner', reference: 'Zoé Petit', signedOn: '2026-01-15', envelopeId: envelope.id },
      ]);
      expect(told.entries.at(-1)).toMatchObject({ kind: 'in_force', side: 'partner', text: 'Ana Martin, Zoé Petit' });
      // What was signed begins with the very bytes that both approved.
      const signed = (await raw(desk, `envelopes/${envelope.id}/documents/1`, session)).rawPayload;
      expect(signed.subarray(0, paper.length).equals(paper)).toBe(true);
      const { documents } = (await desk.books.get(`envelopes/${envelope.id}`)).json() as { documents: { sha256: string }[] };
      expect(documents[0]?.sha256).toBe(sha256(paper).toString('hex'));
      for (const proof of ['certificate', 'bundle']) {
        expect((await raw(desk, `envelopes/${envelope.id}/${proof}`, session)).statusCode).toBe(200);
      }
      // That it holds is told in its turn, after what told that all have signed.
      await desk.post();
      expect(desk.office.mails.map(({ subject }) => subject)).toContainEqual(
        expect.stringMatching(/Signed by both sides|Signée par les deux parties/),
      );
      const duties = (await desk.books.get('obligations')).json() as { items: unknown[] };
      expect(duties.items.length).toBeGreaterThan(0);
    }));

  it('can be amended in the same way', () =>
    withDesk(async (desk) => {
      const { agree, read, send, step } = await open(desk);
      done(await send({ order: 'parallel' }));
      for (const { email } of [zoe, ana]) await signByMail(desk, email);
      await desk.post();
      done(await step('amendment'));
      done(await step('changes', { revision: 1, changes: [{ part: 'replaceDays', after: 45 }] }));
      done(await step('sharing'));
      await agree();
      done(await send());
      expect(await read()).toMatchObject({ state: 'in_force', inForce: 1, sendings: [{ version: 2 }, { version: 1 }] });
      for (const { email } of [ana, zoe]) await signByMail(desk, email);
      await desk.post();
      expect(await read()).toMatchObject({ inForce: 2, versions: [{ state: 'signed' }, { state: 'signed' }] });
    }));

  it('stands as before with the reason when it is refused, cancelled or over, and goes out again', () =>
    withDesk(async (desk) => {
      const { books } = desk;
      const { read, send, session } = await open(desk);
      done(await send({ order: 'parallel' }));
      expect(await act(desk, await linkOf(desk, zoe.email), { do: 'refuse', reason: 'Article 4 is not ours.' })).toBeNull();
      await desk.post();
      const refused = await read(session);
      expect(refused).toMatchObject({ state: 'agreed', versions: [{ state: 'approved', signatures: [] }] });
      expect(refused.entries.at(-1)).toMatchObject({
        kind: 'sign_refused',
        side: 'partner',
        text: 'Zoé Petit: Article 4 is not ours.',
      });

      const again = done(await send());
      await books.done(`envelopes/${again.sendings[0]?.envelope.id ?? ''}/cancellation`, { reason: 'Another signer.' });
      await desk.post();
      expect((await read(session)).entries.at(-1)).toMatchObject({ kind: 'sign_cancelled', text: 'Another signer.' });

      done(await send());
      const late = await linkOf(desk, ana.email);
      books.now += 11 * DAY;
      await runJob(books.app.jobs, 'signature.follow', {});
      await desk.post();
      expect(await read()).toMatchObject({ state: 'agreed', sendings: [{ envelope: { state: 'expired' } }, {}, {}] });
      expect((await read()).entries.at(-1)).toMatchObject({ kind: 'sign_expired' });
      expect(await act(desk, late, { do: 'code' })).toBe('expired');

      const last = done(await send());
      const delegate = { do: 'delegate', name: 'Max Roy', email: 'max@alpes.example' };
      expect(await act(desk, await linkOf(desk, ana.email), delegate)).toBeNull();
      for (const email of ['max@alpes.example', zoe.email]) await signByMail(desk, email);
      await desk.post();
      const told = await read();
      expect(told).toMatchObject({ state: 'in_force', sendings: { length: 4 } });
      expect(told.versions[0]?.signatures.map(({ reference }) => reference)).toEqual(['Max Roy', 'Zoé Petit']);
      expect(told.versions[0]?.signatures[0]?.envelopeId).toBe(last.sendings[0]?.envelope.id);
    }));

  it('is taken over once, whatever dies between the last signature and the charter', () =>
    withDesk(async (desk) => {
      const { books } = desk;
      const { read, send } = await open(desk);
      done(await send({ order: 'parallel' }));
      await signByMail(desk, ana.email);
      await desk.post();
      const token = await linkOf(desk, zoe.email);
      await consent(desk, token, zoe.email);
      const shown = await shownBy(desk, token);
      // Nobody follows the outbox any more, as if the process had died after the signature.
      await books.app.follower.close();
      const rows = () =>
        books.owner.query<{ action: string; subject: string }>(
          `select action, subject from audit where workspace_id = $1 and action = 'envelope.completed'`,
          [books.workspace.id],
        );
      expect(await act(desk, token, { do: 'sign', shown })).toBeNull();
      const [completed] = await rows();
      if (completed === undefined) throw new Error('the last signature completes the envelope');
      const react = takeSignatures({ db: books.db, now: () => books.now });
      const happened = [{ ...completed, id: '', at: books.now, actor: null, before: null, after: null }];
      expect(await read()).toMatchObject({ state: 'agreed', sendings: [{ envelope: { state: 'completed' } }] });
      const inVain = transaction(
        books.db,
        async (tx) => {
          await react(tx, books.workspace.id, happened);
          throw new Error('killed');
        },
        { workspaceId: books.workspace.id },
      );
      await expect(inVain).rejects.toThrow('killed');
      for (let index = 0; index < 2; index += 1) {
        await transaction(books.db, (tx) => react(tx, books.workspace.id, happened), { workspaceId: books.workspace.id });
      }
      const told = await read();
      expect(told).toMatchObject({ state: 'in_force', versions: [{ signatures: { length: 2 } }] });
      expect(told.entries.filter(({ kind }) => kind === 'in_force')).toHaveLength(1);
    }));

  it('is never another one than was approved', () =>
    withDesk(async (desk) => {
      const { books } = desk;
      const { id, read, send, step } = await open(desk);
      expect(
        rules(await step('sending', { hash: 'b'.repeat(64), signers: [ana, zoe], expiresAt: '2099-01-01T00:00:00Z' })),
      ).toEqual(['as_read']);
      expect(rules(await send({ signers: [ana] }))).toEqual(['charter_both_sign']);
      done(await send());
      const change = `update charter_version set hash = 'other' where workspace_id = $1`;
      await expect(books.owner.query(change, [books.workspace.id])).rejects.toThrow('does not change');
      // Somebody past every right alters the bytes in the envelope: what was shown is not there any more, and nobody signs it.
      const token = await linkOf(desk, ana.email);
      await consent(desk, token, ana.email);
      const shown = await shownBy(desk, token);
      await books.owner.query(`update signature_document set sha256 = $2 where workspace_id = $1`, [
        books.workspace.id,
        'c'.repeat(64),
      ]);
      expect(await act(desk, token, { do: 'sign', shown })).toBe('document_changed');
      expect(await read()).toMatchObject({ id, state: 'agreed' });
    }));

  it('may be signed elsewhere as well, by each side with its copy, but not half here and half there', () =>
    withDesk(async (desk) => {
      const { books } = desk;
      const { hashOf, id, read, send, session, step } = await open(desk);
      const upload = async (as: string) => {
        const headers = { 'content-type': 'text/plain' };
        const kept = await books.app.call('POST', '/api/v1/files?name=signed.txt', { as, body: 'Signed', headers });
        return String(kept.json()['id']);
      };
      const [file, foreign] = [await upload(session), await upload(books.key)];
      const said = { hash: await hashOf(), signedOn: '2026-01-14', reference: 'Binder 12' };
      expect((await step('signature', { ...said, files: [foreign] }, session)).json()).toMatchObject({
        code: 'unknown_reference',
      });
      done(await step('signature', { ...said, files: [file] }, session));
      expect(rules(await send())).toEqual(['charter_signed_elsewhere']);
      done(await step('signature', said));
      const told = await read();
      expect(told).toMatchObject({ state: 'in_force', versions: [{ holdsFrom: '2026-01-14' }] });
      expect(told.versions[0]?.signatures).toMatchObject([
        { side: 'partner', envelopeId: null, files: [{ name: 'signed.txt' }] },
        { side: 'company', files: [] },
      ]);
      // Both read the copy; nobody else does.
      const other = await books.partner('Other');
      const stranger = await makeSession(books.app, books.db, books.workspace.id, 'partner', other.uuid);
      expect((await books.get(`files/${file}`)).status).toBe(200);
      expect((await books.get(`files/${file}`, stranger)).status).toBe(404);
      expect(id).toBe(encodeId('chr', (await books.owner.query<{ id: string }>('select id from charter'))[0]?.id ?? ''));
    }));

  it('is sent by the company alone', () =>
    withDesk(async (desk) => {
      const { hashOf, session, step } = await open(desk);
      const body = { hash: await hashOf(), signers: [ana, zoe], expiresAt: '2099-01-01T00:00:00Z' };
      expect((await step('sending', body, session)).status).toBe(403);
      expect(await sign(desk, 'x'.repeat(32)).catch(() => 'unknown')).toBe('unknown');
    }));
});
