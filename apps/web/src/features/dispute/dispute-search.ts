/** What a list is narrowed by, and what a dispute is about to be opened on. */
interface DisputeSearch {
  state?: unknown;
  about?: unknown;
}

// What an address means is known by the screens: this file is loaded with the shells.
export const disputeSearch = ({ state, about }: Record<string, unknown>): DisputeSearch => ({ state, about });
