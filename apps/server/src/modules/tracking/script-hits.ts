import type { IncomingMessage } from 'node:http';
import type { Instant } from '@cordee/core/time';

export interface ScriptHits {
  /** Notes the host of the page that loads the script, when the browser says it. */
  note(request: IncomingMessage): void;
  /** What was noted since the last call. */
  take(): ReadonlyMap<string, Instant>;
}

/** A page of nobody's could name any host. */
const mostHosts = 1000;

/** When pages of which hosts loaded the script: in memory, until it is stored. */
export function collectScriptHits(now: () => Instant): ScriptHits {
  let hosts = new Map<string, Instant>();
  return {
    note({ headers }) {
      const host = hostOf(headers.referer);
      if (host !== null && (hosts.has(host) || hosts.size < mostHosts)) hosts.set(host, now());
    },
    take() {
      const taken = hosts;
      hosts = new Map();
      return taken;
    },
  };
}

function hostOf(referer: string | undefined): string | null {
  if (referer === undefined || !URL.canParse(referer)) return null;
  const { hostname } = new URL(referer);
  return hostname === '' || hostname.length > 253 ? null : hostname;
}
