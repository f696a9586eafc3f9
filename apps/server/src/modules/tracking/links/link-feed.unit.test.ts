import { EventEmitter } from 'node:events';
import type { PoolClient } from 'pg';
import { expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { LinkFeed } from './link-feed.ts';
import { LinkMap } from './link-map.ts';

test('closing does not wait for a connection that comes only then', async () => {
  const asked = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const client = Object.assign(new EventEmitter(), { query: async () => ({ rows: [] }) }) as unknown as PoolClient;
  const db = {
    async raw<T>(work: (given: PoolClient) => Promise<T>): Promise<T> {
      asked.resolve();
      await arrived.promise;
      return work(client);
    },
  } as unknown as Database;
  const faults: Error[] = [];
  const feed = new LinkFeed({ db, map: new LinkMap(), onFault: (error) => faults.push(error) });
  await asked.promise;
  const closed = feed.close();
  arrived.resolve();
  await closed;
  expect(faults).toEqual([]);
});
