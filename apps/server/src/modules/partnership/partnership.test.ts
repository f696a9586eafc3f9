import { expect, test } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { DAY, withBooks, type Books } from '../../../test/books.ts';

interface Page {
  readonly items: Record<string, unknown>[];
  readonly nextCursor: string | null;
}

async function timeline(books: Books, partnerId: string, limit: number, more = ''): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let cursor: string | null = null;
  do {
    const answer = await books.get(
      `partners/${partnerId}/timeline?limit=${limit}${more}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    expect(answer.status, answer.text).toBe(200);
    const page = answer.json() as unknown as Page;
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

test('the timeline holds everything once, in one order, whatever the size of its pages', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    await books.partner('Ben');
    await books.done(`partners/${anna.id}/notes`, { text: 'Called: wants a spring code.' });
    await books.sale('s1', anna, 10_000);
    await books.done(`partners/${anna.id}/stage`, { stage: 'renewing', reason: 'first year' });
    await books.refund('r1', 's1', { amount: 1000 });
    books.now += 11 * DAY;
    await books.release();
    const payout = await books.done('payouts', { partnerId: anna.id, currency: 'EUR' });
    await books.done(`payouts/${String(payout['id'])}/confirmation`, {});
    const whole = await timeline(books, anna.id, 200);
    expect(whole.map(({ kind }) => kind)).toEqual([
      'payout',
      'payout',
      'fact',
      'fact',
      'stage',
      'fact',
      'note',
      'enrollment',
      'stage',
      'audit',
    ]);
    const instants = whole.map(({ at }) => String(at));
    expect(instants).toEqual(instants.toSorted().reverse());
    expect(whole[5]).toMatchObject({ factKind: 'sale', eventId: 's1', earned: [{ currency: 'EUR', amount: 1000 }] });
    expect(whole[3]).toMatchObject({ factKind: 'refund', earned: [{ currency: 'EUR', amount: -100 }], commissionIds: [] });
    expect(whole[1]).toMatchObject({ step: 'started', amount: 900 });
    for (const size of [1, 2, 3, 7]) expect(await timeline(books, anna.id, size)).toEqual(whole);
    const some = await timeline(books, anna.id, 2, '&kinds=note,stage');
    expect(some.map(({ kind }) => kind)).toEqual(['stage', 'note', 'stage']);
  }));

test('many at once: each for itself, with what became of it, and again the same when repeated', () =>
  withBooks(async (books) => {
    const [anna, ben] = [await books.partner('Anna'), await books.partner('Ben')];
    const unknown = 'prt_01j0000000e0080000000000ff';
    const ids = [anna.id, ben.id, unknown];
    const bulk = (body: object, key?: string) =>
      books.post('partners/bulk', body, books.key, {
        'accept-language': 'fr',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      });
    const tagged = await bulk({ action: 'tag', partnerIds: ids, tags: ['Fair', 'vip'] });
    expect(tagged.json()).toMatchObject({ done: 2, unchanged: 0, refused: 1 });
    expect((await bulk({ action: 'tag', partnerIds: [anna.id], tags: ['vip'] })).json()).toMatchObject({ done: 0, unchanged: 1 });
    expect((await bulk({ action: 'untag', partnerIds: [ben.id], tags: ['vip'] })).json()).toMatchObject({ done: 1 });
    expect((await books.get('partners/tags')).json()).toEqual([
      { tag: 'fair', partners: 2 },
      { tag: 'vip', partners: 1 },
    ]);
    expect((await bulk({ action: 'stage', partnerIds: ids, stage: 'leaving' })).json()).toMatchObject({ done: 2, refused: 1 });
    const stages = (await books.get('partners/stages')).json() as unknown as { stage: string; partners: number }[];
    expect(stages.filter(({ partners }) => partners > 0)).toEqual([{ stage: 'leaving', partners: 2 }]);

    const program = await books.done('programs', { name: 'Second', destinationUrl: 'https://shop.example/' });
    const enrolled = await bulk({ action: 'enroll', partnerIds: ids, programId: program['id'] }, 'once');
    expect(enrolled.json()).toMatchObject({ done: 2, refused: 1 });
    expect((enrolled.json() as { items: object[] }).items[2]).toMatchObject({ outcome: 'refused', code: 'unknown_reference' });
    // Under the same key what was done is told again; without one it is found done.
    expect((await bulk({ action: 'enroll', partnerIds: ids, programId: program['id'] }, 'once')).json()).toEqual(enrolled.json());
    expect((await bulk({ action: 'enroll', partnerIds: ids, programId: program['id'] })).json()).toMatchObject({ unchanged: 2 });
    expect((await bulk({ action: 'archive', partnerIds: ids })).json()).toMatchObject({ done: 2, refused: 1 });
    expect((await books.get('partners')).json()).toMatchObject({ items: [] });
  }));

test('the list as CSV: every page of it, no cell a formula, amounts as people write them', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    await books.sale('s1', anna, 123_456);
    await books.done('partners', { name: '=HYPERLINK("http://x")', kind: 'reseller', externalId: '+1' });
    const answer = await books.get('partners?format=csv&limit=1', books.key, { 'accept-language': 'fr' });
    expect(answer.headers['content-type']).toContain('text/csv');
    const lines = answer.text.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(`'=HYPERLINK(""http://x"")"`);
    expect(lines[1]).toContain(`;'+1;`);
    expect(lines[2]).toContain(';EUR;123,46;0,00;0,00;0,00');
    const english = await books.get('partners', books.key, { accept: 'text/csv', 'accept-language': 'en' });
    expect(english.text).toContain(',EUR,123.46,0.00,');
  }));

test('notes are corrected, removed and restored, and no partner reads them', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    const manager = await makeSession(books.app, books.db, books.workspace.id, 'manager');
    const viewer = await makeSession(books.app, books.db, books.workspace.id, 'viewer');
    const partner = await makeSession(books.app, books.db, books.workspace.id, 'partner', anna.uuid);
    const written = await books.post(`partners/${anna.id}/notes`, { text: 'Owes us a call.' }, manager);
    expect(written.json()).toMatchObject({ author: { kind: 'user', name: 'manager' }, changedAt: null });
    const path = `notes/${String(written.json()['id'])}`;
    const call = (method: string, at: string, as: string, body?: object) =>
      books.app.call(method, `/api/v1/${at}`, { as, ...(body === undefined ? {} : { body }) });
    expect((await call('PATCH', path, viewer, { text: 'Other' })).status).toBe(403);
    expect((await call('PATCH', path, manager, { text: 'Owes us a letter.' })).json()).toMatchObject({
      text: 'Owes us a letter.',
    });
    expect((await call('DELETE', path, manager)).status).toBe(200);
    const list = async () => ((await books.get(`partners/${anna.id}/notes`)).json() as { items: object[] }).items;
    expect(await list()).toEqual([]);
    await call('POST', `${path}/restoration`, manager);
    expect(await list()).toHaveLength(1);
    expect((await call('GET', `partners/${anna.id}/notes`, partner)).status).toBe(403);
    expect((await call('GET', `partners/${anna.id}/timeline`, partner)).status).toBe(403);
    const trail = await books.owner.query(`select after from audit where workspace_id = $1 and action like 'note.%'`, [
      books.workspace.id,
    ]);
    expect(trail).toHaveLength(4);
    expect(JSON.stringify(trail)).not.toContain('Owes');
  }));

test('people are those of the partner, for the company and for itself', () =>
  withBooks(async (books) => {
    const [anna, ben] = [await books.partner('Anna'), await books.partner('Ben')];
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', anna.uuid);
    await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid);
    const all = (await books.get(`partners/${anna.id}/people`)).json() as unknown as object[];
    expect(all).toHaveLength(1);
    expect((await books.get(`partners/${anna.id}/people`, session)).json()).toEqual(all);
    expect((await books.get(`partners/${ben.id}/people`, session)).status).toBe(404);
  }));

test('a stage begins now or began earlier', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    const since = new Date(books.now - 30 * DAY).toISOString();
    expect(await books.done(`partners/${anna.id}/stage`, { stage: 'onboarding', since })).toMatchObject({
      stage: 'onboarding',
      stageSince: since,
    });
    const late = new Date(books.now + DAY).toISOString();
    expect((await books.post(`partners/${anna.id}/stage`, { stage: 'active', since: late })).json()).toMatchObject({
      code: 'clock_in_future',
    });
  }));
