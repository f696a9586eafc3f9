import { destinationUrl } from '@cordee/core/codes';
import type { RedirectEntry } from '../../program/index.ts';
import { encodeOwner } from '../clicks/click-row.ts';

const MARK = 'cordee-click-id-here';

/** A link as the redirect uses it: what every click on it shares is worked out once, at its first click. */
export class Target {
  readonly entry: RedirectEntry;
  /** Leads where the link says. While the enrollment waits or pauses it leads to the program's page, and clicks are recorded. */
  readonly isLive: boolean;
  /** The link or the enrollment is over: nothing can be earned on it, nothing is recorded. */
  readonly isOver: boolean;
  #owner: Buffer | null = null;
  #bare: readonly [before: string, after: string] | null = null;

  constructor(entry: RedirectEntry) {
    this.entry = entry;
    this.isLive = entry.state === 'active';
    this.isOver = entry.state === 'ended';
  }

  get owner(): Buffer {
    this.#owner ??= encodeOwner(this.entry);
    return this.#owner;
  }

  /** Where this click goes; null when neither the link nor the program has an address one can go to. */
  locationOf(query: string, clickId: string): string | null {
    if (query === '') {
      const [before, after] = (this.#bare ??= this.#split());
      return before === '' ? null : before + clickId + after;
    }
    return this.#location(query, clickId);
  }

  /** Where somebody goes whose click is not recorded. */
  plainLocation(query: string): string | null {
    const { destination, programPage } = this.entry;
    return (this.isLive ? pageLocation(destination, query) : null) ?? pageLocation(programPage, query);
  }

  #split(): readonly [string, string] {
    const location = this.#location('', MARK);
    if (location === null) return ['', ''];
    const at = location.lastIndexOf(MARK);
    return [location.slice(0, at), location.slice(at + MARK.length)];
  }

  #location(query: string, clickId: string): string | null {
    const { destination, programPage, clickParameter } = this.entry;
    const first = this.isLive ? destination : programPage;
    return destinationUrl(first, query, clickParameter, clickId) ?? destinationUrl(programPage, query, clickParameter, clickId);
  }
}

/** An address of the company with the visitor's own parameters and no click id; null when it is no address. */
export function pageLocation(page: string, query: string): string | null {
  const location = destinationUrl(page, query, MARK, '-');
  if (location === null) return null;
  return location.replace(`?${MARK}=-`, '').replace(`&${MARK}=-`, '');
}
