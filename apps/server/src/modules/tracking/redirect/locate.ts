import { findTarget, type LinkMap, type Site } from '../links/link-map.ts';
import type { Target } from '../links/target.ts';
import type { RedirectPath } from './redirect-path.ts';

export interface Located {
  /** null when no workspace answers. */
  readonly site: Site | null;
  readonly target: Target | null;
  /** The code, still as typed. */
  readonly code: string;
  /** What follows the code in the path: the partner's own label. */
  readonly extra: string;
}

/**
 * Reads `/r/code[/sub-id]` in the workspace of the host, or `/r/workspace/code[/sub-id]`. A host that belongs to one workspace
 * never answers for another.
 */
export function locate(links: LinkMap, path: RedirectPath, host: string): Located {
  const site = links.siteOfHost(host);
  if (site !== null) {
    const target = findTarget(site, path.first);
    if (target !== null) return { site, target, code: path.first, extra: path.second };
  }
  if (path.second !== '') {
    const named = links.siteOfSlug(path.first);
    if (named !== null && (site === null || site === named)) {
      return { site: named, target: findTarget(named, path.second), code: path.second, extra: path.third };
    }
  }
  return { site, target: null, code: path.first, extra: path.second };
}
