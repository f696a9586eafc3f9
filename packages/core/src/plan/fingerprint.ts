/**
 * Sixteen hexadecimal digits that differ when the text differs (FNV-1a, 64 bits). It tells versions of one agreed text apart;
 * it is no protection against somebody who wants two texts to collide.
 */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text) {
    hash ^= BigInt(character.codePointAt(0) ?? 0);
    hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(16).padStart(16, '0');
}
