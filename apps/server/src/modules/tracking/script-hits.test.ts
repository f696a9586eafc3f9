import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { contextFor } from '../../../test/app.ts';
import { inRollback } from '../../../test/database.ts';
import { openTenant } from '../../../test/tenant.ts';
import { addProgram } from '../../../test/terms.ts';
import { createKey } from '../identity/index.ts';
import { scriptLastSeen } from './queries/script-last-seen.ts';
import { saveScriptHits } from './script-hit.store.ts';
import { collectScriptHits } from './script-hits.ts';

const from = (referer?: string) => ({ headers: { referer } }) as unknown as IncomingMessage;

it('notes the host of the page alone, and no more hosts than it holds', () => {
  let now = 1;
  const hits = collectScriptHits(() => now);
  hits.note(from('https://shop.example/cart?customer=7#x'));
  hits.note(from());
  hits.note(from('not an address'));
  now = 2;
  hits.note(from('https://shop.example:8443/other'));
  expect([...hits.take()]).toEqual([['shop.example', 2]]);
  expect(hits.take().size).toBe(0);
  for (let host = 0; host < 1500; host += 1) hits.note(from(`https://h${host}.example/`));
  expect(hits.take().size).toBe(1000);
});

it("shows a workspace its own hosts: keys' origins, programs' pages, tracking hosts", () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db, { trackingHosts: ['go.acme.example'] });
    await addProgram(tenant, 'Friends', { destinationUrl: 'https://Shop.acme.example/welcome' });
    const origins = ['https://*.pages.example', 'http://localhost:3000'];
    await createKey(contextFor(db, tenant.workspaceId), { publishable: true, name: 'Pages', origins });
    const at = Date.UTC(2026, 0, 20);
    await saveScriptHits(
      db,
      new Map([
        ['shop.acme.example', at],
        ['fr.pages.example', at + 5],
        ['evilpages.example', at],
        ['foreign.example', at],
      ]),
    );
    await saveScriptHits(db, new Map([['shop.acme.example', at - 1000]]));
    expect(await scriptLastSeen(tenant.as('viewer'))).toEqual([
      { host: 'fr.pages.example', lastSeenAt: '2026-01-20T00:00:00.005Z' },
      { host: 'go.acme.example', lastSeenAt: null },
      { host: 'localhost', lastSeenAt: null },
      { host: 'shop.acme.example', lastSeenAt: '2026-01-20T00:00:00.000Z' },
    ]);
  }));
