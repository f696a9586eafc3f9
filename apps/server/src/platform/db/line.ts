import type { PoolClient, QueryResult } from 'pg';
import { Message, type Sent, type Statement } from './message.ts';

/** One connection, whose statements are run in the order they are asked for. */
export interface Line {
  /**
   * Runs a statement. Those asked for without waiting for each other travel together, in one message. `mayRun` is asked when its
   * turn comes; what it throws is the answer.
   */
  send(statement: Statement, mayRun?: () => void): Promise<QueryResult>;
  /** Lends the connection to `work` alone, once everything asked for before is done. */
  alone<T>(work: (client: PoolClient) => Promise<T>, mayRun?: () => void): Promise<T>;
}

interface Waiting {
  readonly mayRun: () => void;
  readonly reject: (error: unknown) => void;
  /** One of the two. */
  readonly sent?: Sent;
  readonly run?: () => Promise<void>;
}

const always = (): void => undefined;

export function openLine(client: PoolClient): Line {
  let waiting: Waiting[] = [];
  let running = false;
  let scheduled = false;

  function add(item: Waiting): void {
    waiting.push(item);
    if (running || scheduled) return;
    scheduled = true;
    // Once whoever is at work has said all it has to say without waiting.
    process.nextTick(() => {
      scheduled = false;
      void runAll();
    });
  }

  async function runAll(): Promise<void> {
    running = true;
    while (waiting.length > 0) await runNext();
    running = false;
  }

  async function runNext(): Promise<void> {
    const alone = waiting.findIndex(({ run }) => run !== undefined);
    const count = alone === 0 ? 1 : alone < 0 ? waiting.length : alone;
    const items = waiting.slice(0, count).filter(isAllowed);
    waiting = waiting.slice(count);
    const [first] = items;
    if (first?.run !== undefined) return first.run();
    const sent = items.flatMap((item) => item.sent ?? []);
    if (sent.length === 0) return;
    await new Promise<void>((settled) => client.query(new Message(sent, settled)));
  }

  return {
    send: (statement, mayRun = always) =>
      new Promise((resolve, reject) => add({ mayRun, reject, sent: { statement, resolve, reject } })),
    alone: (work, mayRun = always) =>
      new Promise((resolve, reject) => {
        const run = () => work(client).then(resolve, reject);
        add({ mayRun, reject, run });
      }),
  };
}

function isAllowed({ mayRun, reject }: Waiting): boolean {
  try {
    mayRun();
    return true;
  } catch (error) {
    reject(error);
    return false;
  }
}
