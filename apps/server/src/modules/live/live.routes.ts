import { liveRoutes } from '@cordee/contract/live';
import type { Api } from '../../platform/http/index.ts';
import type { LiveHub } from './live-hub.ts';

/** Serves what happens, as it happens. */
export function serveLive(api: Pick<Api, 'on'>, hub: LiveHub): void {
  api.on(liveRoutes.followLive, async (context, { query, headers, reply }) => {
    reply.header('cache-control', 'no-store');
    // Proxies pass events on at once.
    reply.header('x-accel-buffering', 'no');
    const events = await hub.open(context, { headers, seconds: query.seconds });
    reply.type('text/event-stream; charset=utf-8');
    return events;
  });
}
