import { setTimeout as wait } from 'node:timers/promises';
import { openReceiver, type Receiver } from '../../apps/server/test/receiver.ts';
import { call, done } from './client.ts';
import { firstCompany, type Company } from './company.ts';
import { startLoad, type Acknowledged } from './load.ts';
import type { FaultReport, Progress } from './report.ts';
import { startServerProcess, withFolder, type ServerProcess } from './server-process.ts';

export interface ToldOptions {
  readonly rounds: number;
  readonly progress?: Progress;
}

const LANES = 8;
const PATIENCE_MS = 90_000;
/** One event in so many is not accepted the first time. */
const REFUSED_OF = 7;

/** kill -9 of the program while it counts, tells and sends: the receiver, which refuses some calls, ends with every event, each under one id. */
export function toldUnderKill({ rounds, progress = () => undefined }: ToldOptions): Promise<FaultReport> {
  return withFolder(async (dataFolder) => {
    const receiver = await openReceiver();
    const seen = new Set<unknown>();
    receiver.answer = ({ json }) => {
      const isNew = seen.size < seen.add(json['sequence']).size;
      return { status: isNew && seen.size % REFUSED_OF === 0 ? 500 : 204 };
    };
    const env = { CORDEE_OUTBOUND_HOSTS: receiver.host };
    let server = await startServerProcess({ dataFolder, port: 0, env });
    const port = Number(new URL(server.origin).port);
    const { origin } = server;
    try {
      const company = await firstCompany(origin, server.setupLink);
      await done(origin, company.key, 'POST', '/api/v1/webhooks', { url: receiver.url, types: ['*'] });
      const load = startLoad({ company, origin: () => origin, lanes: LANES, name: 'told', pauseMs: 5 });
      const names = startNaming(() => origin, company);
      for (let round = 0; round < rounds; round += 1) {
        await wait(500 + Math.random() * 1500);
        await server.kill();
        server = await startServerProcess({ dataFolder, port, env });
        progress(`told ${round + 1}/${rounds}: ${receiver.calls.length} calls so far`);
      }
      await load.finish();
      const expected = expectedOf(load.acknowledged, await names.finish());
      const faults = [...load.faults];
      const numbers = await compare(receiver, expected, faults);
      const code = await server.terminate();
      if (code !== 0) faults.push(`the last server ended with ${code}`);
      return { name: 'kill -9 while telling others', numbers: { kills: rounds, ...numbers }, faults };
    } finally {
      await endOf(server);
      await receiver.close();
    }
  });
}

async function endOf(server: ServerProcess): Promise<void> {
  if (server.isAlive()) await server.kill();
}

/** Renames a partner again and again; each acknowledged name must be told. */
function startNaming(origin: () => string, { key, partners }: Company) {
  const state = { ending: false, acknowledged: 0 };
  const path = `/api/v1/partners/${partners[0]?.id ?? ''}`;
  const running = (async () => {
    for (let number = 1; !state.ending; number += 1) {
      for (;;) {
        // The same name again changes nothing, but is acknowledged and told once more: an unanswered one is given up.
        const reply = await call(origin(), 'PATCH', path, { key, body: { name: `Name ${number}` } });
        if (reply.status === 200) state.acknowledged += 1;
        if (reply.status !== 0) break;
        number += 1;
        await wait(30);
      }
      await wait(15);
    }
  })();
  return {
    async finish(): Promise<number> {
      state.ending = true;
      await running;
      return state.acknowledged;
    },
  };
}

/** How many events of each type there must be, by what was acknowledged: a sale or lead earns one commission, a refund takes of one. */
function expectedOf({ events }: Acknowledged, changes: number): Map<string, number> {
  const kinds = [...events.keys()].map((event) => event.split(' ')[0]);
  const refunds = kinds.filter((kind) => kind === 'refund').length;
  return new Map([
    ['commission.created', kinds.length - refunds],
    ['commission.changed', refunds],
    ['partner.changed', changes],
  ]);
}

async function compare(receiver: Receiver, expected: ReadonlyMap<string, number>, faults: string[]) {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && missing(receiver, expected) > 0) await wait(200);
  const events = told(receiver);
  const created = events.filter(({ type }) => type === 'commission.created').map(({ subject }) => subject);
  const doubled = created.length - new Set(created).size;
  const lost = missing(receiver, expected);
  if (lost > 0) faults.push(`${lost} events were never told: ${JSON.stringify([...expected])}`);
  if (doubled > 0) faults.push(`${doubled} commissions were told under two ids`);
  const sequences = events.map(({ sequence }) => sequence);
  if (new Set(sequences).size !== sequences.length) faults.push('two events have one number');
  return { calls: receiver.calls.length, events: events.length, repeated: receiver.calls.length - events.length, lost, doubled };
}

function missing(receiver: Receiver, expected: ReadonlyMap<string, number>): number {
  const heard = Map.groupBy(told(receiver), ({ type }) => type);
  return [...expected].reduce((sum, [type, number]) => sum + Math.max(0, number - (heard.get(type)?.length ?? 0)), 0);
}

/** What was heard, each id once. */
function told(receiver: Receiver) {
  const byId = new Map(receiver.calls.map(({ headers, json }) => [String(headers['webhook-id']), json]));
  return [...byId.values()].map((json) => ({
    type: String(json['type']),
    sequence: Number(json['sequence']),
    subject: String((json['data'] as { id?: string }).id),
  }));
}
