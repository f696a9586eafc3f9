import { describe, expect, it } from 'vitest';
import { makeSession, type Answer } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';

type Json = Record<string, unknown>;

interface Told {
  readonly id: string;
  readonly state: string;
  readonly inForce: number | null;
  readonly draft: number | null;
  readonly versions: { number: number; state: string; hash: string; revision: number; approvals: unknown[] }[];
  readonly proposals: { number: number; state: string; stale: boolean; by: string | null; differences: { runs: Json[] }[] }[];
  readonly entries: { kind: string; side: string; by: string | null }[];
}

interface Version {
  readonly hash: string;
  readonly document: { clauses: { key: string; text: { fr: string; en: string }; values: Json; terms: Json[] }[] } & Json;
  readonly faults: { code: string; grade: string; message: string }[];
  readonly differences: { id: string; kind: string }[];
  readonly duties: Json[];
  readonly divergences: Json[];
  readonly annexStanding: string;
}

const begun = { kind: 'introducer', prevailing: 'fr', companyPerson: 'Ana Martin', partnerPerson: 'Zoé Petit' };
const told = (answer: Answer): Told => {
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.json() as unknown as Told;
};
const rules = (answer: Answer) => {
  expect(answer.status, answer.text).toBe(409);
  return (answer.json()['fields'] as { rule: string }[]).map(({ rule }) => rule);
};
const day = (books: Books, days = 0) => new Date(books.now + days * DAY).toISOString().slice(0, 10);

/** Both sides of one charter, and what each does with it. */
async function bothSides(books: Books, partner: BookPartner) {
  const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', partner.uuid);
  const { id } = told(await books.post('charters', { ...begun, partnerId: partner.id }));
  const path = (rest: string) => `charters/${id}${rest}`;
  return {
    id,
    session,
    company: (rest: string, body: object = {}) => books.post(path(rest), body),
    partner: (rest: string, body: object = {}) => books.post(path(rest), body, session),
    read: async (as = books.key) => told(await books.get(path(''), as)),
    version: async (number: number, as = books.key, language = 'en') => {
      const answer = await books.get(path(`/versions/${number}`), as, { 'accept-language': language });
      expect(answer.status, answer.text).toBe(200);
      return answer.json() as unknown as Version;
    },
    paper: (number: number) => books.get(path(`/versions/${number}/paper`)),
  };
}

type Both = Awaited<ReturnType<typeof bothSides>>;

async function withAnnex(books: Books, both: Both, partner: BookPartner): Promise<void> {
  const { items } = (await books.get(`enrollments?partnerId=${partner.id}`)).json() as { items: { id: string }[] };
  const program = (await books.get(`programs/${books.programId}`)).json();
  const plan = (await books.get(`plans/${String(program['planId'])}`)).json() as { versions: { id: string }[] };
  const after = { enrollmentId: items[0]?.id, planVersionId: plan.versions[0]?.id };
  told(await both.company('/changes', { revision: 1, changes: [{ part: 'annex', after }] }));
}

/** Approved and signed by both; the version that holds. */
async function agree(books: Books, both: Both, number: number): Promise<string> {
  const { hash } = await both.version(number);
  told(await both.company('/approval', { hash }));
  expect(told(await both.partner('/approval', { hash })).versions.at(-1)?.state).toBe('approved');
  told(await both.company('/signature', { hash, signedOn: day(books) }));
  told(await both.partner('/signature', { hash, signedOn: day(books), reference: 'Binder 12' }));
  return hash;
}

function clauseOf(version: Version, key: string) {
  const found = version.document.clauses.find((clause) => clause.key === key);
  if (found === undefined) throw new Error(`no clause ${key}`);
  return found;
}

describe('drafting', () => {
  it('is its author’s alone until it is shared, then changes by proposals the other side accepts', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const both = await bothSides(books, ana);
      expect((await books.get(`charters/${both.id}`, both.session)).status).toBe(404);
      expect((await books.get('charters', both.session)).json()['items']).toEqual([]);
      expect((await both.partner('/comments', { text: 'What is this?' })).status).toBe(404);
      const second = await books.post('charters', { ...begun, partnerId: ana.id });
      expect(second.json()).toMatchObject({ code: 'already_exists' });

      const edit = (revision: number) => both.company('/changes', { revision, changes: [{ part: 'replaceDays', after: 60 }] });
      expect(told(await edit(1)).versions[0]).toMatchObject({ state: 'own', revision: 2 });
      expect(rules(await edit(1))).toEqual(['as_read']);
      told(await both.company('/sharing'));
      expect(rules(await edit(2))).toEqual(['charter_edit']);

      const change = { part: 'replaceDays', after: null };
      const proposed = told(await both.partner('/proposals', { change, text: 'We want to agree on each change.' }));
      expect(proposed.proposals).toMatchObject([{ number: 1, state: 'open', stale: false }]);
      expect(proposed.proposals[0]?.differences.length).toBeGreaterThan(0);
      expect(rules(await both.partner('/proposals/1/decision', { accept: true }))).toEqual(['charter_other_side']);
      expect(rules(await both.company('/proposals/1/decision', { accept: false }))).toEqual(['required']);
      told(await both.company('/proposals', { change: { part: 'replaceDays', after: 90 } }));
      const accepted = told(await both.company('/proposals/1/decision', { accept: true }));
      expect(accepted.versions[0]?.revision).toBe(3);
      expect(accepted.proposals).toMatchObject([{ state: 'accepted' }, { state: 'open', stale: true }]);
      expect(rules(await both.partner('/proposals/2/decision', { accept: true }))).toEqual(['charter_stale']);
      expect(rules(await both.partner('/proposals/2/withdrawal'))).toEqual(['charter_own_side']);
      told(await both.company('/proposals/2/withdrawal'));
      expect(rules(await both.partner('/proposals/1/withdrawal'))).toEqual(['charter_decided']);
      expect(rules(await both.company('/proposals', { change: { part: 'replaceDays', after: null } }))).toEqual([
        'charter_changes',
      ]);
      // Partners learn what was done, not by whom of the company.
      const read = await both.read(both.session);
      expect(read.entries.filter(({ side }) => side === 'company').map(({ by }) => by)).toEqual(
        read.entries.filter(({ side }) => side === 'company').map(() => null),
      );
    }));

  it('takes what people write as text, and tells a language that moved alone', () =>
    withBooks(async (books) => {
      const both = await bothSides(books, await books.partner('Ana'));
      const before = await both.version(1);
      const clause = clauseOf(before, 'confidentiality');
      const html = '<script>alert(1)</script> & {months}';
      const after = { ...clause, text: { fr: clause.text.fr, en: html } };
      told(await both.company('/changes', { revision: 1, changes: [{ part: 'clause', key: clause.key, after }] }));
      const version = await both.version(1);
      expect(JSON.stringify(version)).toContain('<script>alert(1)</script> & 36');
      expect((await both.paper(1)).status).toBe(200);
      const bad = { ...clause, terms: [], values: { months: 12 } };
      told(await both.company('/changes', { revision: 2, changes: [{ part: 'clause', key: clause.key, after: bad }] }));
      told(await both.company('/sharing'));
      const { hash, faults } = await both.version(1);
      expect(faults.map(({ code }) => code)).toContain('terms_differ');
      expect(rules(await both.company('/approval', { hash }))).toEqual(['charter_terms_differ']);
    }));
});

describe('agreeing', () => {
  it('needs the same hash of both, never changes afterwards, and holds with both signatures', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const both = await bothSides(books, ana);
      await withAnnex(books, both, ana);
      expect((await both.version(1)).annexStanding).toBe('runs');
      told(await both.company('/sharing'));
      const read = await both.version(1);
      expect(rules(await both.company('/approval', { hash: 'a'.repeat(64) }))).toEqual(['as_read']);
      expect(told(await both.company('/approval', { hash: read.hash })).versions[0]?.approvals).toHaveLength(1);
      const values = { ...clauseOf(read, 'termination_notice'), values: { months: 2 } };
      const after = { ...values, terms: [{ ...values.terms[0], steps: [{ fromYear: 1, months: 2 }] }] };
      told(await both.partner('/proposals', { change: { part: 'clause', key: 'termination_notice', after } }));
      expect(rules(await both.partner('/approval', { hash: read.hash }))).toEqual(['charter_open_proposals']);
      // An approval counts for what was read, and no longer.
      expect(told(await both.company('/proposals/1/decision', { accept: true })).versions[0]?.approvals).toHaveLength(0);
      expect(rules(await both.partner('/approval', { hash: read.hash }))).toEqual(['as_read']);

      const { hash } = await both.version(1);
      told(await both.partner('/approval', { hash }));
      told(await both.company('/approval', { hash }));
      const paper = await both.paper(1);
      expect(paper.text.slice(0, 5)).toBe('%PDF-');
      expect((await both.paper(1)).text).toBe(paper.text);
      const update = `update charter_version set document = '{}' where workspace_id = $1`;
      await expect(books.owner.query(update, [books.workspace.id])).rejects.toThrow('an approved charter does not change');

      const sign = { hash, signedOn: day(books) };
      expect(rules(await both.company('/signature', { ...sign, signedOn: day(books, 2) }))).toEqual(['past']);
      expect(told(await both.company('/signature', sign)).state).toBe('agreed');
      expect(rules(await both.company('/signature', sign))).toEqual(['charter_signed_once']);
      expect(told(await both.partner('/signature', sign))).toMatchObject({ state: 'in_force', inForce: 1, draft: null });
      expect(rules(await both.partner('/signature', sign))).toEqual(['charter_sign']);
    }));

  it('is refused while the annex is not the version that runs', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const both = await bothSides(books, ana);
      await withAnnex(books, both, ana);
      const program = (await books.get(`programs/${books.programId}`)).json();
      const planId = String(program['planId']);
      const plan = (await books.get(`plans/${planId}`)).json() as { versions: { document: Json }[] };
      const draft = await books.post(`plans/${planId}/versions`, { document: { ...plan.versions[0]?.document, holdDays: 20 } });
      expect(draft.status, draft.text).toBe(201);
      const published = await books.post(`plans/${planId}/publication`, {});
      expect(published.status, published.text).toBeLessThan(300);
      books.now += 60 * DAY;
      told(await both.company('/sharing'));
      const { hash, annexStanding } = await both.version(1);
      expect(annexStanding).toBe('other_version');
      expect(rules(await both.company('/approval', { hash }))).toEqual(['charter_annex_runs']);
    }));

  it('only one of many at once comes first', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const both = await bothSides(books, ana);
      await withAnnex(books, both, ana);
      const changes = [30, 40, 50, 60].map((after) =>
        both.company('/changes', { revision: 2, changes: [{ part: 'replaceDays', after }] }),
      );
      const statuses = (await Promise.all(changes)).map(({ status }) => status).toSorted((a, b) => a - b);
      expect(statuses).toEqual([200, 409, 409, 409]);
    }));
});

describe('changing and ending', () => {
  it('tells what falls due otherwise, replaces by notice where that was agreed, and ends', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const both = await bothSides(books, ana);
      await withAnnex(books, both, ana);
      told(await both.company('/changes', { revision: 2, changes: [{ part: 'replaceDays', after: 30 }] }));
      told(await both.company('/sharing'));
      await agree(books, both, 1);

      expect(told(await both.company('/amendment'))).toMatchObject({ inForce: 1, draft: 2 });
      expect(rules(await both.partner('/amendment'))).toEqual(['charter_one_draft']);
      expect((await both.read(both.session)).draft).toBeNull();
      const clause = clauseOf(await both.version(2), 'vigilance');
      const after = {
        ...clause,
        text: { ...clause.text, fr: `${clause.text.fr} Sans exception.` },
        values: { months: 3 },
        terms: [{ ...clause.terms[0], cadence: { every: 3, pace: 'month' } }],
      };
      told(await both.company('/changes', { revision: 1, changes: [{ part: 'clause', key: 'vigilance', after }] }));
      expect(await both.version(2)).toMatchObject({
        against: 1,
        differences: [{ id: 'clause:vigilance', kind: 'changed' }],
        duties: [{ article: 'clause:vigilance', kind: 'document', key: 'vigilance', change: 'changed' }],
        divergences: [{ key: 'vigilance', changed: 'fr', stayed: 'en', prevails: true }],
      });
      expect(rules(await both.company('/announcement', { revision: 2, holdsFrom: day(books, 29) }))).toEqual(['charter_notice']);
      expect(rules(await both.partner('/objection', { reason: 'No.' }))).toEqual(['charter_object']);
      told(await both.company('/announcement', { revision: 2, holdsFrom: day(books, 30) }));
      expect(told(await both.partner('/objection', { reason: 'Too often.' }))).toMatchObject({ inForce: 1, draft: null });

      told(await both.company('/amendment'));
      told(await both.company('/announcement', { revision: 1, holdsFrom: day(books, 30) }));
      books.now += 29 * DAY;
      expect(await both.read()).toMatchObject({ inForce: 1, draft: 3 });
      books.now += DAY;
      expect(await both.read()).toMatchObject({ inForce: 3, draft: null });
      expect(rules(await both.partner('/objection', { reason: 'Too late.' }))).toEqual(['charter_object']);

      told(await both.partner('/end', { endsOn: day(books, 90), reason: 'By notice.' }));
      expect(rules(await both.partner('/end', { endsOn: day(books, 60), reason: 'Sooner.' }))).toEqual(['charter_end_later']);
      books.now += 90 * DAY;
      expect(await both.read()).toMatchObject({ state: 'ended', inForce: null });
      told(await books.post('charters', { ...begun, partnerId: ana.id }));
    }));

  it('gives a first draft up for good, and the partner may have another', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const both = await bothSides(books, ana);
      told(await both.company('/sharing'));
      told(await both.company('/proposals', { change: { part: 'replaceDays', after: 30 } }));
      expect(told(await both.partner('/dropping'))).toMatchObject({ state: 'dropped', proposals: [{ state: 'withdrawn' }] });
      expect(rules(await both.company('/amendment'))).toEqual(['charter_in_force']);
      told(await books.post('charters', { ...begun, partnerId: ana.id }));
    }));
});

describe('payment', () => {
  it('waits for a charter where one is asked for; what is earned is counted all the same', () =>
    withBooks(
      async (books) => {
        const ana = await books.partner('Ana');
        const put = await books.app.call('PUT', '/api/v1/charter-requirement', {
          as: books.key,
          body: { required: 'everybody' },
        });
        expect(put.json()).toEqual({ required: 'everybody', programIds: [] });
        await books.sale('order-1', ana, 10_000);
        await books.release();
        expect((await books.balance(ana)).payable).toBe(1000);
        const pay = () => books.post('payouts', { partnerId: ana.id, currency: 'EUR' });
        expect(rules(await pay())).toContain('no_charter');
        const both = await bothSides(books, ana);
        await withAnnex(books, both, ana);
        told(await both.company('/sharing'));
        await agree(books, both, 1);
        const paid = await pay();
        expect(paid.status, paid.text).toBe(201);
      },
      { holdDays: 0 },
    ));
});

describe('the why of a commission', () => {
  it('cites the article and the version of the charter that held on its day, and none before', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const before = await books.sale('order-1', ana, 10_000);
      books.now += DAY;
      const both = await bothSides(books, ana);
      await withAnnex(books, both, ana);
      told(await both.company('/sharing'));
      await agree(books, both, 1);
      books.now += DAY;
      const after = await books.sale('order-2', ana, 10_000);
      const why = async (fact: Json, language: string) => {
        const answer = await books.get(`facts/${String(fact['factId'])}/why`, books.key, { 'accept-language': language });
        return (answer.json()['text'] as string[]).join('\n');
      };
      expect(await why(after, 'en')).toContain('Clause 1 of the plan, version 1, article C2 of the charter, version 1');
      expect(await why(after, 'fr')).toContain('Clause 1 du barème, version 1, article C2 de la charte, version 1');
      const { sections } = (await both.version(1)) as unknown as {
        sections: { letter: string; articles: { number: string; heading: string }[] }[];
      };
      const cited = sections.flatMap(({ articles }) => articles).find(({ number }) => number === 'C2');
      expect(cited?.heading).toMatch(/^1\. /);
      expect(await why({ factId: before['factId'] }, 'en')).not.toContain('of the charter');
    }));
});

describe('another workspace', () => {
  it('finds nothing of a charter', () =>
    withBooks(async (books) => {
      const { id } = await bothSides(books, await books.partner('Ana'));
      await withBooks(async (others) => {
        expect((await others.get(`charters/${id}`)).status).toBe(404);
        expect((await others.post(`charters/${id}/comments`, { text: 'x' })).status).toBe(404);
      });
    }));
});
