const HOST = /^https?:\/\/(?:[^/?#\\@]*@)?([a-z0-9._-]{1,253})(?::\d{1,5})?(?:[/?#]|$)/i;

/** The host a visitor comes from, never the page: what follows the host can name a person. */
export function referrerHost(referrer: string): string | null {
  if (referrer === '') return null;
  return HOST.exec(referrer)?.[1]?.toLowerCase() ?? null;
}
