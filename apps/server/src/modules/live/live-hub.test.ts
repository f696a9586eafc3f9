import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { contextFor } from '../../../test/app.ts';
import { testDatabase } from '../../../test/database.ts';
import { newUuid } from '../../platform/uuid.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openLiveHub } from './live-hub.ts';

const fail = (error: unknown) => expect.unreachable(String(error));
const asked = { headers: {}, seconds: 60 };

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk.toString();
  return text;
}

test('a stream ends once its reader is signed out, has another role, or the server stops', async () => {
  const { db } = await testDatabase();
  const workspaceId = newUuid(Date.now());
  const actor = { kind: 'user', userId: 'u', role: 'viewer', partnerId: null } as const;
  const caller = { actor, workspaceId, limitedBy: 'u', origins: [] };
  const answers: (() => Promise<typeof caller | null>)[] = [
    async () => null,
    async () => ({ ...caller, actor: { ...actor, role: 'partner' as never } }),
    async () => {
      throw new Refusal('forbidden');
    },
  ];
  for (const authenticate of answers) {
    const hub = openLiveHub({ db, authenticate, onError: fail, beatMs: 20 });
    const stream = await hub.open(contextFor(db, workspaceId, { actor }), asked);
    expect(await textOf(stream)).toContain('event: end');
    hub.close();
  }
  const hub = openLiveHub({ db, authenticate: async () => caller, onError: fail, beatMs: 20 });
  const stream = await hub.open(contextFor(db, workspaceId, { actor }), asked);
  const read = textOf(stream);
  await wait(100);
  hub.close();
  const text = await read;
  expect(text).toContain(': beat');
  expect(text.endsWith('event: end\ndata: {}\n\n')).toBe(true);
  await expect(hub.open(contextFor(db, workspaceId, { actor }), asked)).rejects.toMatchObject({ code: 'unavailable' });
});

test('a database that is away for a moment ends no stream', async () => {
  const { db } = await testDatabase();
  const workspaceId = newUuid(Date.now());
  const authenticate = () => Promise.reject(new Error('away'));
  const hub = openLiveHub({ db, authenticate, onError: () => undefined, beatMs: 10 });
  const stream = await hub.open(contextFor(db, workspaceId), asked);
  await wait(80);
  expect(stream.readableEnded).toBe(false);
  hub.close();
});
