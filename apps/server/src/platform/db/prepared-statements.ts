import type { Connection } from 'pg';
import { serialize } from 'pg-protocol';

/** By text; the texts are those written in the code, so there are few. */
const names = new Map<string, string>();

/** Runs after which a statement is planned again at the latest. */
const longestUse = 256;

interface Use {
  runs: number;
  /** Planned again when it has run so often: at first soon, for a table that was empty is planned for as an empty one. */
  until: number;
}

/** What one connection has prepared. */
export class PreparedStatements {
  readonly #ready = new Map<string, Use>();
  readonly #doubtful = new Map<string, Use>();

  /** The name of a statement, to be prepared by what is added to `parts` where it is not yet. */
  name(text: string, parts: Buffer[]): string {
    let name = names.get(text);
    if (name === undefined) {
      name = `cordee_${names.size}`;
      names.set(text, name);
    }
    const use = this.#ready.get(name);
    if (use !== undefined && use.runs < use.until) {
      use.runs += 1;
      return name;
    }
    const former = use ?? this.#doubtful.get(name);
    // To close what does not exist is no error.
    if (former !== undefined) parts.push(serialize.close({ type: 'S', name }));
    parts.push(serialize.parse({ text, name }));
    this.#doubtful.delete(name);
    this.#ready.set(name, { runs: 1, until: former === undefined ? 1 : Math.min(2 * former.until, longestUse) });
    return name;
  }

  /** A message failed: which of its statements were prepared before that is not known. */
  doubt(): void {
    for (const [name, use] of this.#ready) this.#doubtful.set(name, use);
    this.#ready.clear();
  }
}

const byConnection = new WeakMap<Connection, PreparedStatements>();

export function preparedOn(connection: Connection): PreparedStatements {
  let known = byConnection.get(connection);
  if (known === undefined) {
    known = new PreparedStatements();
    byConnection.set(connection, known);
  }
  return known;
}
