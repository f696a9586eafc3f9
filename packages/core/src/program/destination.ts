import { destinationUrl } from '../codes/index.ts';

/** The lower-case host name of an absolute http(s) URL, without port; `null` for any other text. */
export function hostOf(url: string): string | null {
  const read = destinationUrl(url, '', 'c', 'c');
  const host = read === null ? null : (/^https?:\/\/([^/?#:]+)/.exec(read)?.[1] ?? null);
  return host === null || !host.endsWith('.') ? host : host.slice(0, -1);
}

/**
 * Whether a link may lead to `url`: http(s), on one of `hosts` or a sub-domain of one, where `www.` also means the bare name.
 * Everything else would make the redirect an open one.
 */
export function isAllowedDestination(url: string, hosts: readonly string[]): boolean {
  const host = hostOf(url);
  if (host === null) return false;
  return hosts.some((entry) => {
    const allowed = entry.toLowerCase();
    return host === allowed || `www.${host}` === allowed || (!isAddress(allowed) && host.endsWith(`.${allowed}`));
  });
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host);
}
