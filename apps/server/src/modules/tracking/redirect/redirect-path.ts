const PREFIX = '/r/';

/** `/r/first/second/third?query`, still as sent. */
export interface RedirectPath {
  readonly first: string;
  readonly second: string;
  readonly third: string;
  /** Without its `?`. */
  readonly query: string;
}

/** Whether the address is a redirect's; everything else belongs to the API. */
export function isRedirect(url: string): boolean {
  return url.startsWith(PREFIX);
}

/** Takes the address of a redirect apart. What follows a third slash is dropped. */
export function readRedirectPath(url: string): RedirectPath {
  const mark = url.indexOf('?', PREFIX.length);
  const end = mark < 0 ? url.length : mark;
  const query = mark < 0 ? '' : url.slice(mark + 1);
  const slash = url.indexOf('/', PREFIX.length);
  if (slash < 0 || slash >= end) return { first: url.slice(PREFIX.length, end), second: '', third: '', query };
  const [second = '', third = ''] = url.slice(slash + 1, end).split('/', 2);
  return { first: url.slice(PREFIX.length, slash), second, third, query };
}
