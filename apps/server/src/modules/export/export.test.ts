import { gunzipSync } from 'node:zlib';
import { decodeId } from '@cordee/core/ids';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { DAY, withOwnBooks, type Books } from '../../../test/books.ts';

function perform(books: Books, job: string, payload: object): Promise<void> {
  const run = { attempt: 1, signal: new AbortController().signal, log: pino({ level: 'silent' }) };
  return books.app.jobs[job]?.perform(payload, run) ?? Promise.reject(new Error(`no job ${job}`));
}

test('everything is written into one archive, downloaded for a day, and then gone', () =>
  withOwnBooks(async (books) => {
    const anna = await books.partner('Anna');
    await books.sale('s1', anna, 10_000);
    const started = await books.done('exports', {});
    expect(await books.done('exports', {})).toEqual(started);
    const path = `exports/${String(started['id'])}`;
    expect((await books.get(`${path}/file`)).status).toBe(404);
    const payload = { workspaceId: books.workspace.id, exportId: decodeId('exp', String(started['id'])) };
    await perform(books, 'export.write', payload);
    const done = (await books.get(path)).json();
    expect(done).toMatchObject({ state: 'done', rows: expect.any(Number), bytes: expect.any(Number) });
    const file = await books.app.fastify.inject({
      method: 'GET',
      url: `/api/v1/${path}/file`,
      headers: { authorization: `Bearer ${books.key}` },
    });
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="test-2026-01-15\.tar\.gz"$/);
    expect(file.rawPayload.length).toBe(done['bytes']);
    expect(gunzipSync(file.rawPayload).toString('latin1')).toContain('archive.json');
    // Written already: a second run of the job changes nothing.
    await perform(books, 'export.write', payload);
    expect((await books.get(path)).json()).toEqual(done);

    books.now += DAY + 1;
    expect((await books.get(`${path}/file`)).status).toBe(404);
    await perform(books, 'export.remove-expired', {});
    expect((await books.get(path)).json()).toMatchObject({ state: 'expired' });
    expect(await books.done('exports', {})).not.toMatchObject({ id: started['id'] });
  }));

test('verify now: started once, followed, and what it found is kept', () =>
  withOwnBooks(async (books) => {
    const anna = await books.partner('Anna');
    await books.sale('s1', anna, 10_000);
    const run = async () => {
      const started = await books.done('verifications', {});
      expect((await books.done('verifications', {}))['id']).toBe(started['id']);
      const verificationId = decodeId('ver', String(started['id']));
      await perform(books, 'counting.verify', { workspaceId: books.workspace.id, verificationId });
      return (await books.get(`verifications/${String(started['id'])}`)).json();
    };
    expect(await run()).toMatchObject({ state: 'done', facts: 1, total: 1, result: { isSound: true, differences: [] } });
    await books.owner.query('update posting_0 set amount = amount + 1');
    const sale = (await books.get('facts')).json() as { items: { id: string }[] };
    const found = (await run()) as { result: { isSound: boolean; differences: object[] } };
    expect(found.result.isSound).toBe(false);
    expect(found.result.differences).toContainEqual(expect.objectContaining({ check: 'posting', factId: sale.items[0]?.id }));
    const list = (await books.get('verifications')).json() as { items: object[] };
    expect(list.items).toHaveLength(2);
  }));
