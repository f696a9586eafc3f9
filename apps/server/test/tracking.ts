import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeId } from '@cordee/core/ids';
import { loadTracker } from '@cordee/tracker';
import { createPartner } from '../src/modules/partner/index.ts';
import { createLink, createProgram, enroll } from '../src/modules/program/index.ts';
import { openTracking, type Tracking, type TrackingOptions } from '../src/modules/tracking/index.ts';
import { systemClock } from '../src/platform/clock/index.ts';
import type { Context } from '../src/platform/context.ts';
import { APPLICATION_ROLE, type Database } from '../src/platform/db/index.ts';
import { contextFor, makeWorkspace, TEST_ORIGIN } from './app.ts';
import type { TestDatabase } from './database.ts';

/** A workspace with one program, one partner and the link `anna`, and its redirect listening on a port of its own. */
export interface TrackingStage {
  readonly database: TestDatabase;
  readonly context: Context;
  readonly workspaceId: string;
  readonly partnerId: string;
  readonly programId: string;
  readonly planId: string;
  readonly enrollmentId: string;
  readonly tracking: Tracking;
  readonly faults: Error[];
  readonly port: number;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<RedirectAnswer>;
  readonly addLink: (code: string) => Promise<string>;
}

export interface RedirectAnswer {
  readonly status: number;
  readonly location: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The uuid of the click in the location; empty when there is none. */
  readonly clickId: string;
}

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

export async function withTracking(
  database: TestDatabase,
  test: (stage: TrackingStage) => Promise<void>,
  options: Partial<TrackingOptions> = {},
): Promise<void> {
  const terms = await makeTerms(database.db);
  const faults: Error[] = [];
  const tracking = await openTracking({
    database: { url: database.url, role: APPLICATION_ROLE },
    clock: systemClock,
    trustedProxies: ['loopback'],
    script: (await loadTracker()).code,
    onFault: (error) => faults.push(error),
    ...options,
  });
  const server = createServer((incoming, response) => {
    if (!tracking.fastPath(incoming, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const get = (path: string, headers: Record<string, string> = {}): Promise<RedirectAnswer> => ask(port, path, headers);
  try {
    await test({ database, ...terms, tracking, faults, port, get });
  } finally {
    server.closeAllConnections();
    server.close();
    await tracking.close();
  }
}

async function makeTerms(db: Database) {
  const workspace = await makeWorkspace(db);
  const context = contextFor(db, workspace.id);
  const partner = await createPartner(context, { name: 'Anna', kind: 'affiliate', language: 'fr', attributes: {} });
  const program = await createProgram(context, {
    name: 'Friends',
    destinationUrl: 'https://shop.example/welcome',
    clickParameter: 'cordee_click',
    cookie: 'set',
    cookieDays: 90,
    gpc: 'respect',
    repeatMinutes: 60,
    precedence: 100,
    maskCustomers: true,
  });
  const [partnerId, programId] = [uuidOf('prt', partner.id), uuidOf('prg', program.id)];
  const enrollment = await enroll(context, { programId, partnerId, state: 'active' });
  const enrollmentId = uuidOf('enr', enrollment.id);
  const addLink = async (code: string): Promise<string> => {
    const link = await createLink(context, { enrollmentId, code }, TEST_ORIGIN);
    return link.code;
  };
  await addLink('anna');
  return {
    context,
    workspaceId: workspace.id,
    partnerId,
    programId,
    planId: uuidOf('pln', program.planId),
    enrollmentId,
    addLink,
  };
}

function uuidOf(prefix: Parameters<typeof decodeId>[0], text: string): string {
  const uuid = decodeId(prefix, text);
  if (uuid === null) throw new Error(`not an id: ${text}`);
  return uuid;
}

let visitors = 0;

/** Each visitor comes from a network of its own unless the headers say otherwise. */
function ask(port: number, path: string, headers: Record<string, string>): Promise<RedirectAnswer> {
  visitors += 1;
  const from = `2001:db8:${visitors.toString(16)}::1`;
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port, path, headers: { 'user-agent': CHROME, 'x-forwarded-for': from, ...headers } },
      (answer) => {
        answer.resume();
        const location = answer.headers.location ?? '';
        const typed = /clk_[0-9a-z]{26}/.exec(location)?.[0];
        const clickId = typed === undefined ? '' : (decodeId('clk', typed) ?? '');
        resolve({ status: answer.statusCode ?? 0, location, headers: answer.headers, clickId });
      },
    );
    asking.once('error', reject).end();
  });
}
