import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Instant } from '@cordee/core/time';
import type { Waiter } from '../clicks/click-batch.ts';
import type { ClickRecorder } from '../clicks/click-recorder.ts';
import { findTruncated, pageOfDeadCode, type LinkMap, type Site } from '../links/link-map.ts';
import type { Target } from '../links/target.ts';
import { clientAddress, type TrustsProxy } from './address.ts';
import type { Agent } from './agent.ts';
import { sendMethodNotAllowed, sendNoWorkspace, sendRedirect, sendUnavailable } from './answers.ts';
import { locate, type Located } from './locate.ts';
import { readHeaders, type SeenHeaders } from './read-headers.ts';
import { isRedirect, readRedirectPath, type RedirectPath } from './redirect-path.ts';
import { referrerHost } from './referrer.ts';
import { cleanSubId, subIdOf } from './sub-id.ts';
import { newVisitor, visitorCookie, visitorOf } from './visitor.ts';

export interface RedirectOptions {
  readonly links: LinkMap;
  readonly recorder: ClickRecorder;
  readonly readAgent: (userAgent: string) => Agent;
  readonly trusts: TrustsProxy;
  readonly now: () => Instant;
  /** Asks the database for a code that is not in the map; null when it need not be asked. Rejects when it is away. */
  readonly lookUp: (site: Site, code: string) => Promise<Target | null> | null;
}

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: RedirectPath;
  readonly headers: SeenHeaders;
  readonly located: Located;
}

/** The redirect on bare node:http. */
export class Redirect {
  readonly #options: RedirectOptions;

  constructor(options: RedirectOptions) {
    this.#options = options;
  }

  /** True when the request was one, false when it is somebody else's. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const url = request.url ?? '';
    if (!isRedirect(url)) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendMethodNotAllowed(response);
      return true;
    }
    const path = readRedirectPath(url);
    const headers = readHeaders(request);
    const located = locate(this.#options.links, path, headers.host);
    const visit = { request, response, path, headers, located };
    if (located.target === null) this.#miss(visit);
    else this.#follow(visit, located.target);
    return true;
  }

  #miss(visit: Visit): void {
    const { site, code } = visit.located;
    if (site === null) return sendNoWorkspace(visit.response);
    const asked = this.#options.lookUp(site, code);
    if (asked === null) return this.#settleMiss(visit, site, null);
    asked.then(
      (target) => this.#settleMiss(visit, site, target),
      () => sendUnavailable(visit.response),
    );
  }

  #settleMiss(visit: Visit, site: Site, found: Target | null): void {
    const { code } = visit.located;
    const target = found ?? findTruncated(site, code);
    if (target !== null) return this.#follow(visit, target);
    sendPlain(visit, pageOfDeadCode(site, code, visit.path.query));
  }

  // Looking ahead is no click: the way is shown, nothing is recorded and no id is spent.
  #follow(visit: Visit, target: Target): void {
    const isClick = !visit.headers.prefetch && visit.request.method === 'GET';
    if (isClick && !target.isOver) this.#record(visit, target);
    else sendPlain(visit, target.plainLocation(visit.path.query));
  }

  #record(visit: Visit, target: Target): void {
    const { request, response, headers, path, located } = visit;
    const { recorder, readAgent, trusts, now } = this.#options;
    const { entry } = target;
    const at = now();
    const remote = request.socket.remoteAddress ?? '';
    const mayKeep = entry.cookie === 'set' && !(headers.gpc && entry.gpc === 'respect');
    const known = mayKeep ? visitorOf(headers.cookie) : null;
    const visitorId = mayKeep ? (known ?? newVisitor(at)) : null;
    const recorded = recorder.row({
      target,
      at,
      path: visitorId === null ? 'redirect' : 'cookie',
      visitorId,
      knownVisitor: known !== null,
      client: { address: clientAddress(remote, headers.forwardedFor, trusts), agent: readAgent(headers.userAgent) },
      subId: subIdOf(path.query) ?? (located.extra === '' ? null : cleanSubId(located.extra)),
      referrerHost: referrerHost(headers.referrer),
      parameter: null,
    });
    const location = target.locationOf(path.query, recorded.row.id.text);
    if (location === null) return sendNoWorkspace(response);
    const cookie = visitorId === null ? null : visitorCookie(visitorId, entry.cookieDays, this.#isSecure(request, headers));
    if (!recorder.store(recorded, new Answer(response, location, cookie))) sendUnavailable(response);
  }

  #isSecure(request: IncomingMessage, headers: SeenHeaders): boolean {
    if ('encrypted' in request.socket && request.socket.encrypted === true) return true;
    return headers.forwardedProto.startsWith('https') && this.#options.trusts(request.socket.remoteAddress ?? '');
  }
}

function sendPlain(visit: Visit, location: string | null): void {
  if (location === null) sendNoWorkspace(visit.response);
  else sendRedirect(visit.response, location, null);
}

/** The answer that waits for its click to be durable. */
class Answer implements Waiter {
  readonly #response: ServerResponse;
  readonly #location: string;
  readonly #cookie: string | null;

  constructor(response: ServerResponse, location: string, cookie: string | null) {
    this.#response = response;
    this.#location = location;
    this.#cookie = cookie;
  }

  committed(): void {
    sendRedirect(this.#response, this.#location, this.#cookie);
  }

  failed(): void {
    sendUnavailable(this.#response);
  }
}
