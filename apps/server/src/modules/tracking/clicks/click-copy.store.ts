import type { Connection, DatabaseError, PoolClient, Submittable } from 'pg';
import { isConnectionLost, type Database } from '../../../platform/db/index.ts';
import { firstDayOf, partitionOf } from './click-month.ts';
import { CLICK_COLUMNS } from './click-row.ts';

/** Any number nobody else uses: writers share it for the length of a batch, the roll-up takes it alone for an instant. */
export const SETTLING_LOCK = '4871530962217790312';

/** The statements of a batch, one transaction because they travel in one message; binary rows follow. */
export function copyStatement(month: string): string {
  return `select pg_advisory_xact_lock_shared(${SETTLING_LOCK}); copy ${partitionOf(month)} (${CLICK_COLUMNS}) from stdin (format binary)`;
}

/** A statement with its rows behind it, as `ClickBatch` laid it out; done when the server is ready again. */
class CopyMessage implements Submittable {
  readonly #message: Buffer;
  readonly #resolve: () => void;
  readonly #reject: (error: Error) => void;

  constructor(message: Buffer, resolve: () => void, reject: (error: Error) => void) {
    this.#message = message;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    connection.stream.write(this.#message);
  }

  // The driver hands every answer to the statement at work; only the last one matters here.
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCopyInResponse(): void {}
  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#resolve();
  }

  handleError(error: Error): void {
    this.#reject(error);
  }
}

/**
 * Stores the rows of a message in one transaction. Resolves to null once they are durable, or to what the server says is
 * wrong with them (nothing was kept). Rejects when the connection cannot be had, is lost, or is silent for `timeoutMs`.
 */
export async function storeMessage(db: Database, message: Buffer, timeoutMs: number): Promise<DatabaseError | null> {
  return db.raw(async (client) => {
    try {
      await sendMessage(client, message, timeoutMs);
      return null;
    } catch (error) {
      if (isStatementFault(error)) return error;
      throw error;
    }
  });
}

function sendMessage(client: PoolClient, message: Buffer, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SilentDatabase()), timeoutMs);
    const settle = (error: Error | null): void => {
      clearTimeout(timer);
      if (error === null) resolve();
      else reject(error);
    };
    client.query(
      new CopyMessage(
        message,
        () => settle(null),
        (error) => settle(error),
      ),
    );
  });
}

/** The server did not answer in time; whether the rows were kept is unknown. */
class SilentDatabase extends Error {
  override readonly name = 'SilentDatabase';

  constructor() {
    super('the database did not answer in time');
  }
}

function isStatementFault(error: unknown): error is DatabaseError {
  return error instanceof Error && 'severity' in error && error.severity === 'ERROR' && !isConnectionLost(error);
}

/** Makes the partition of a month if it does not exist. */
export async function ensureMonth(db: Database, month: string): Promise<void> {
  await db.query('select cordee_ensure_click_month($1::date)', [firstDayOf(month)]);
}

/** Whether the statement failed because the partition is not there. */
export function isMissingPartition(fault: DatabaseError): boolean {
  return fault.code === '42P01';
}
