import type { FileKind } from '@cordee/contract/file-limits';

const LONGEST = 150;

/** How the names of each kind may end. */
const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
  text: ['txt', 'md', 'log'],
  csv: ['csv'],
};

/**
 * A name every system bears: without folders, control characters, signs that turn the direction of writing, or an ending its content does
 * not have.
 */
export function cleanName(said: string, kind: FileKind): string {
  const last = said.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const bare = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [ending = ''] = ENDINGS[kind];
  const fits = ENDINGS[kind].some((one) => bare.toLowerCase().endsWith(`.${one}`) && bare.length > one.length + 1);
  if (!fits) return `${shortened(bare === '' ? 'file' : bare, LONGEST - ending.length - 1)}.${ending}`;
  const at = bare.lastIndexOf('.');
  return shortened(bare.slice(0, at), LONGEST - (bare.length - at)) + bare.slice(at);
}

/** Counted in code points, so that no character is cut in two. */
function shortened(text: string, most: number): string {
  return Array.from(text).slice(0, most).join('').trimEnd();
}

/** A name as a header carries it, to be saved or to be shown. */
export function dispositionOf(name: string, as: 'attachment' | 'inline'): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${as}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`;
}

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
