import { queryPairs } from './query.ts';

// Strict on purpose, because browsers are not: a backslash is a slash to them, tabs vanish, `user@` hides the real host. Hosts
// are names (punycode for others) or IPv4 literals, so that what is checked here is what a browser will visit.
const URL_SHAPE = /^(https?):\/\/([a-z0-9._-]+(?::\d{1,5})?)(\/[^?#\\]*)?(\?[^#]*)?(#.*)?$/is;
const LABEL = /^(?!-)[a-z0-9_-]{1,63}$/i;
const PARAMETER = /^[A-Za-z0-9_.~-]{1,64}$/;
const CONTROL = /\p{Cc}/u;

/**
 * Where a redirect goes: `base` with its own query and fragment kept, the incoming `query`'s other parameters appended (never
 * over one that `base` has), and `clickParameter` set to `clickId`. The result is plain ASCII. `null` when `base` is not an
 * absolute http(s) URL with a host name or IPv4 address and without credentials. Throws on an impossible parameter name.
 */
export function destinationUrl(base: string, query: string, clickParameter: string, clickId: string): string | null {
  if (!PARAMETER.test(clickParameter)) throw new RangeError(`not a parameter name: ${JSON.stringify(clickParameter)}`);
  const trimmed = base.trim();
  const match = URL_SHAPE.exec(trimmed);
  if (match === null || CONTROL.test(trimmed) || !trimmed.isWellFormed()) return null;
  const [, scheme = '', authority = '', path = '/', ownQuery = '', fragment = ''] = match;
  if (!isAuthority(authority)) return null;

  const own = queryPairs(ownQuery).filter((pair) => pair.name !== clickParameter);
  const ownNames = new Set(own.map((pair) => pair.name));
  const extra = queryPairs(query).filter((pair) => pair.name !== clickParameter && !ownNames.has(pair.name));
  const pairs = [...own, ...extra].map((pair) => pair.raw);
  pairs.push(`${clickParameter}=${encodeURIComponent(clickId)}`);
  return `${scheme.toLowerCase()}://${authority.toLowerCase()}${ascii(path)}?${ascii(pairs.join('&'))}${ascii(fragment)}`;
}

function isAuthority(authority: string): boolean {
  const [host = '', port = '0'] = authority.split(':');
  const labels = (host.endsWith('.') ? host.slice(0, -1) : host).split('.');
  if (host.length > 253 || Number(port) > 65_535 || !labels.every((label) => LABEL.test(label))) return false;
  // Browsers read a host whose last label is a number as an IPv4 address, in odd forms too (`0x7f.1`): only the plain one passes.
  const last = labels.at(-1) ?? '';
  if (!/^(?:\d+|0x[0-9a-f]*)$/i.test(last)) return true;
  return labels.length === 4 && labels.every((label) => /^(?:0|[1-9]\d{0,2})$/.test(label) && Number(label) <= 255);
}

function ascii(text: string): string {
  return text.toWellFormed().replace(/[^\u0021-\u007e]+/g, encodeURIComponent);
}
