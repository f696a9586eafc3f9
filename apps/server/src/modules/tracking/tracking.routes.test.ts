import { encodeId } from '@cordee/core/ids';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/database.ts';
import { withTracking, type TrackingStage } from '../../../test/tracking.ts';
import { systemClock } from '../../platform/clock/index.ts';
import type { Actor } from '../../platform/context.ts';
import { createApi } from '../../platform/http/index.ts';
import { serveTracking } from './index.ts';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SHOP = 'https://shop.example';
const PUBLISHABLE: Actor = { kind: 'key', keyId: 'p', scopes: ['track:client'], publishable: true };
const OWNER: Actor = { kind: 'key', keyId: 's', scopes: ['admin'], publishable: false };

/** The module on the real server, answers checked against their schemas. */
async function served(stage: TrackingStage, test: (origin: string) => Promise<void>): Promise<void> {
  const server = createApi({
    db: stage.database.db,
    log: pino({ level: 'silent' }),
    clock: systemClock,
    version: 'test',
    async authenticate({ headers }) {
      const actor = headers.authorization === 'Bearer pk' ? PUBLISHABLE : OWNER;
      return { actor, workspaceId: stage.workspaceId, limitedBy: actor.kind, origins: [SHOP] };
    },
    rates: { default: 0, track: 0, auth: 0 },
    fastPath: stage.tracking.fastPath,
    checkAnswers: true,
  });
  serveTracking(server.api, stage.tracking);
  try {
    await test(`http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`);
  } finally {
    await server.close();
  }
}

function post(url: string, key: string, body: object): Promise<Response> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', origin: SHOP, 'user-agent': FIREFOX };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('the routes of clicks', () => {
  it('record from a page, redirect beside the API, and answer as their contract says', () =>
    freshDatabase((database) =>
      withTracking(database, (stage) =>
        served(stage, async (origin) => {
          const clicked = await post(`${origin}/api/v1/track/click`, 'pk', { code: 'anna', url: `${SHOP}/?via=anna` });
          expect([clicked.status, clicked.headers.get('access-control-allow-origin')]).toEqual([200, SHOP]);
          expect(await clicked.json()).toMatchObject({ clickId: expect.stringMatching(/^clk_/), visitorId: expect.any(String) });

          const unknown = await post(`${origin}/api/v1/track/click`, 'pk', { code: 'nobody' });
          expect([unknown.status, await unknown.json()]).toMatchObject([422, { code: 'unknown_reference' }]);

          const redirected = await fetch(`${origin}/r/anna`, { redirect: 'manual' });
          expect(redirected.status).toBe(302);
          const script = await fetch(`${origin}/t.js`);
          expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);

          const day = new Date().toISOString().slice(0, 10);
          const query = `partnerId=${encodeId('prt', stage.partnerId)}&from=2026-01-01&to=${day.slice(0, 4)}-12-31`;
          const series = await fetch(`${origin}/api/v1/clicks/series?${query}`);
          expect([series.status, await series.json()]).toMatchObject([200, { total: { clicks: 1, repeats: 0, bots: 1 } }]);
          const backwards = await fetch(`${origin}/api/v1/clicks/series?from=2026-02-01&to=2026-01-01`);
          expect(backwards.status).toBe(422);

          const metrics = await (await fetch(`${origin}/metrics`)).text();
          expect(metrics).toMatch(/^cordee_click_batch_rows_sum 2$/m);

          const dry = await post(`${origin}/api/v1/retention`, 'sk', { olderThanDays: 400 });
          expect([dry.status, await dry.json()]).toMatchObject([200, { dryRun: true, clicks: 0, months: [] }]);
        }),
      ),
    ));
});
