import { expect, test } from 'vitest';
import { contextFor, makeWorkspace } from '../../../test/app.ts';
import { freshDatabase } from '../../../test/database.ts';
import { write } from '../verb.ts';
import { followOutbox, openFollower, type Reaction } from './index.ts';

async function say(db: Parameters<typeof contextFor>[0], workspaceId: string, action: string): Promise<void> {
  await write(contextFor(db, workspaceId), async () => ({ result: null, audit: { action, subject: 'x' } }));
}

test('each row is told once, in order; one that cannot be told waits while the others go on', () =>
  freshDatabase(async ({ db }) => {
    const { id } = await makeWorkspace(db);
    const told: string[] = [];
    const errors: unknown[] = [];
    const clock = { now: Date.now() + 1000 };
    let isBroken = true;
    const react: Reaction = async (_tx, _id, happened) => {
      if (isBroken && happened.some(({ action }) => action === 'bad')) throw new Error('broken');
      told.push(...happened.map(({ action }) => action));
    };
    const follow = () =>
      followOutbox(id, { db, now: () => clock.now, reactions: [react], onError: (error) => errors.push(error) });
    await follow();
    told.length = 0;
    for (const action of ['one', 'bad', 'two', 'three']) await say(db, id, action);
    expect(await follow()).toBe(3);
    expect([told, errors.length]).toEqual([['one', 'two', 'three'], 1]);
    isBroken = false;
    expect(await follow()).toBe(0);
    clock.now += 3 * 60_000;
    expect(await follow()).toBe(1);
    expect(told).toEqual(['one', 'two', 'three', 'bad']);
  }));

test('what a reaction writes is undone with the telling, so that it exists once', () =>
  freshDatabase(async ({ db, owner }) => {
    const { id } = await makeWorkspace(db);
    await owner.query('create table heard (action text)');
    await owner.query('grant select, insert on heard to cordee_app');
    const options = { db, now: () => Date.now() + 1000, onError: () => undefined };
    let dies = true;
    const react: Reaction = async (tx, _id, happened) => {
      for (const { action } of happened) await tx.query('insert into heard values ($1)', [action]);
      if (dies) {
        dies = false;
        throw new Error('died');
      }
    };
    await say(db, id, 'once');
    await followOutbox(id, { ...options, reactions: [react] });
    const rows = await owner.query<{ count: number }>(`select count(*)::int as count from heard where action = 'once'`);
    expect(rows).toEqual([{ count: 1 }]);
  }));

test('a follower runs once more for what came while it ran, and never beside itself', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const step = async () => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    runs += 1;
  };
  const follower = openFollower({ steps: [step], onError: () => undefined, delayMs: 1 });
  await Promise.all([follower.follow('a'), follower.follow('a'), follower.follow('a')]);
  expect([runs, most]).toEqual([3, 1]);
  follower.kick('a');
  await follower.close();
  follower.kick('a');
  expect(runs).toBe(3);
});
