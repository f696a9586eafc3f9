import type { CustomerDraft } from './draft.ts';

/** Places for 2^20 customers: eight megabytes, of which a small file touches little. */
const defaultPlaces = 1 << 20;

/**
 * What a run has saved of customers lately, so that a buyer of many orders is written once, and once more when a later order
 * knows what the others did not. Of each only bits of the id are kept, in a place the id decides: memory stays what it is
 * however many there are, and one who was driven out of a place is merely saved again. Ids are keyed hashes, so nobody can make
 * two customers that meet.
 */
export class SavedCustomers {
  readonly #places: number;
  #marks: Uint32Array;

  constructor(places = defaultPlaces) {
    this.#places = places;
    this.#marks = new Uint32Array(places * 2);
  }

  /** Whether a customer is to be saved; remembers it as saved. */
  isNew({ id, email, name, country }: CustomerDraft): boolean {
    const last = bitsOf(id, 28);
    const place = (last % this.#places) * 2;
    const mark = bitsOf(id, 0);
    const rest = (last - (last & 7)) >>> 0;
    const knows = (email === null ? 0 : 1) | (name === null ? 0 : 2) | (country === null ? 0 : 4);
    const [first = 0, second = 0] = [this.#marks[place], this.#marks[place + 1]];
    const isSame = first === mark && (second & ~7) >>> 0 === rest;
    if (isSame && (second & knows) === knows) return false;
    this.#marks[place] = mark;
    this.#marks[place + 1] = rest + (isSame ? (second & 7) | knows : knows);
    return true;
  }

  /** Nothing was saved after all. */
  forget(): void {
    this.#marks = new Uint32Array(this.#places * 2);
  }
}

/** The eight hexadecimal digits from `start` on. */
function bitsOf(id: string, start: number): number {
  let bits = 0;
  for (let index = start; index < start + 8; index += 1) {
    const code = id.charCodeAt(index);
    bits = (bits << 4) | (code <= 57 ? code - 48 : code - 87);
  }
  return bits >>> 0;
}
