import { createAddressHasher, networkOf } from './address.ts';

export interface AddressHashes {
  /** The keyed hash of an address's network, under today's key. null until a key is there. */
  of(address: string): AddressHash | null;
  /** Takes the key of a day in use. */
  use(day: string, key: Buffer): void;
  /** The day whose key is in use. */
  day(): string;
}

export interface AddressHash {
  readonly bytes: Buffer;
  /** The same within this process, as text for keys. */
  readonly text: string;
}

const MOST_KNOWN = 20_000;
/** Half of the digest is plenty against chance and halves what every click carries (RFC 2104, 5). */
const KEPT_BYTES = 16;

/** Hashes of networks, remembered while their key lives: a visitor's second request costs one look-up. */
export function createAddressHashes(): AddressHashes {
  let hasher: ((network: string) => Buffer) | null = null;
  let inUse = '';
  let known = new Map<string, AddressHash>();

  function of(address: string): AddressHash | null {
    const found = known.get(address);
    if (found !== undefined) return found;
    if (hasher === null) return null;
    const bytes = hasher(networkOf(address)).subarray(0, KEPT_BYTES);
    const made = { bytes, text: bytes.toString('base64') };
    if (known.size >= MOST_KNOWN) known = new Map();
    known.set(address, made);
    return made;
  }

  return {
    of,
    day: () => inUse,
    use(day, key) {
      if (day === inUse) return;
      hasher = createAddressHasher(key);
      known = new Map();
      inUse = day;
    },
  };
}
