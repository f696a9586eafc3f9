const CODE = /^[a-z0-9_-]{2,64}$/;
const MAX_INPUT = 1024;

// What surrounds a code that was pasted from a sentence, a chat or a badly joined URL.
const LEADING = /^[\s/.,;:!?()[\]{}<>"'`«»“”‘’„@#=&*~|\\]+/;
const TRAILING = /[\s/.,;:!?()[\]{}<>"'`«»“”‘’„@#=&*~|\\%$+^]+$/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/**
 * The canonical form of a link or coupon code as people type and paste it, `[a-z0-9_-]{2,64}`, or `null` when none is left.
 * Forgives case, look-alike Unicode (NFKC), accents, dashes, one level of percent-encoding, surrounding punctuation and space,
 * and a query or fragment glued behind. Idempotent.
 */
export function normalizeCode(text: string): string | null {
  if (CODE.test(text)) return text;
  if (text.length > MAX_INPUT) return null;
  const folded = decodeOnce(text)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(LEADING, '');
  const [bare = ''] = folded.split(/[?#&]/, 1);
  const code = bare.replace(TRAILING, '');
  return CODE.test(code) ? code : null;
}

/** Whether `text` can be stored as a code or slug: already canonical, so that `normalizeCode` leaves it alone. */
export function isValidSlug(text: string): boolean {
  return CODE.test(text);
}

function decodeOnce(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
