import { nearestCode, normalizeCode } from '@cordee/core/codes';
import type { RedirectEntry } from '../../program/index.ts';
import { pageLocation, Target } from './target.ts';

/** What the redirect must know of a workspace beside its links. */
export interface SiteEntry {
  readonly workspaceId: string;
  readonly slug: string;
  readonly hosts: readonly string[];
  /** The page of its first program: where what leads nowhere goes. */
  readonly homePage: string | null;
}

export interface Site {
  readonly entry: SiteEntry;
  readonly targets: Map<string, Target>;
}

/** All links in memory, by workspace and code. A workspace is replaced as a whole, or given a link that a miss found. */
export class LinkMap {
  readonly #byId = new Map<string, Site>();
  #bySlug = new Map<string, Site>();
  #byHost = new Map<string, Site>();
  #only: Site | null = null;
  /** What hosts, as they were sent, turned out to mean. */
  #hosts = new Map<string, Site | null>();

  put(entry: SiteEntry, links: readonly RedirectEntry[]): void {
    const targets = new Map(links.map((link): [string, Target] => [link.code, new Target(link)]));
    this.#byId.set(entry.workspaceId, { entry, targets });
    this.#index();
  }

  remove(workspaceId: string): void {
    if (this.#byId.delete(workspaceId)) this.#index();
  }

  add(link: RedirectEntry): Target | null {
    const site = this.#byId.get(link.workspaceId);
    if (site === undefined) return null;
    const target = new Target(link);
    site.targets.set(link.code, target);
    return target;
  }

  #index(): void {
    const all = [...this.#byId.values()];
    this.#bySlug = new Map(all.map((site) => [site.entry.slug, site]));
    this.#byHost = new Map(all.flatMap((site) => site.entry.hosts.map((host): [string, Site] => [host.toLowerCase(), site])));
    this.#only = all.length === 1 ? (all[0] ?? null) : null;
    this.#hosts = new Map();
  }

  siteOfId(workspaceId: string): Site | null {
    return this.#byId.get(workspaceId) ?? null;
  }

  siteOfSlug(slug: string): Site | null {
    return this.#bySlug.get(slug) ?? this.#bySlug.get(slug.toLowerCase()) ?? null;
  }

  /** The workspace of a Host header: the one that listed it, else the only one there is. */
  siteOfHost(host: string): Site | null {
    const known = this.#hosts.get(host);
    if (known !== undefined) return known;
    const site = this.#byHost.get(bareHost(host)) ?? this.#only;
    if (this.#hosts.size < MOST_HOSTS) this.#hosts.set(host, site);
    return site;
  }
}

const MOST_HOSTS = 1000;

function bareHost(host: string): string {
  const lower = host.toLowerCase();
  const colon = lower.lastIndexOf(':');
  const bare = colon > 0 && !lower.endsWith(']') ? lower.slice(0, colon) : lower;
  return bare.endsWith('.') ? bare.slice(0, -1) : bare;
}

/** The link a code means, however it was typed: as sent, in its canonical form, or without the last character it lost. */
export function findTarget(site: Site, code: string): Target | null {
  const exact = site.targets.get(code);
  if (exact !== undefined) return exact;
  const canonical = normalizeCode(code);
  if (canonical === null) return null;
  return site.targets.get(canonical) ?? null;
}

/** The live link whose code is this one without its last character, when there is exactly one: the way links get damaged. */
export function findTruncated(site: Site, code: string): Target | null {
  const canonical = normalizeCode(code);
  if (canonical === null || canonical.length < SHORTEST_STUMP) return null;
  let found: Target | null = null;
  for (const character of CODE_CHARACTERS) {
    const target = site.targets.get(canonical + character);
    if (target === undefined || !target.isLive) continue;
    if (found !== null) return null;
    found = target;
  }
  return found;
}

/** Where a code that leads nowhere goes: the page of the program its nearest code belongs to, else the workspace's own. */
export function pageOfDeadCode(site: Site, code: string, query: string): string | null {
  const canonical = normalizeCode(code);
  const near = canonical === null ? null : nearestCode(canonical, neighbours(site, canonical));
  const page = near === null ? null : (site.targets.get(near)?.entry.programPage ?? null);
  const location = page === null ? null : pageLocation(page, query);
  return location ?? (site.entry.homePage === null ? null : pageLocation(site.entry.homePage, query));
}

const SHORTEST_STUMP = 3;
const CODE_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789-_';

/** The codes one edit away that exist: asked for one by one, since a scan of all codes is what a flood of dead ones wants. */
function* neighbours(site: Site, code: string): Generator<string> {
  for (let index = 0; index <= code.length; index += 1) {
    const [head, tail] = [code.slice(0, index), code.slice(index)];
    if (tail !== '' && site.targets.has(head + tail.slice(1))) yield head + tail.slice(1);
    for (const character of CODE_CHARACTERS) {
      if (site.targets.has(head + character + tail)) yield head + character + tail;
      if (tail !== '' && site.targets.has(head + character + tail.slice(1))) yield head + character + tail.slice(1);
    }
  }
}
