import { Result } from 'pg';
import type { Connection, QueryResult, Submittable } from 'pg';
import { serialize } from 'pg-protocol';
import { prepareValue } from 'pg/lib/utils.js';
import { preparedOn, PreparedStatements } from './prepared-statements.ts';
import { typeParsers } from './type-parsers.ts';

export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  /** Of a `copy … from stdin`: its rows, in the format the statement names. */
  readonly rows?: string | Buffer;
  /** Planned now and then instead of every time: for statements that are always run in a transaction of look-ups. */
  readonly prepared?: boolean;
}

/** A statement with the promise of who waits for its result. */
export interface Sent {
  readonly statement: Statement;
  readonly resolve: (result: QueryResult) => void;
  readonly reject: (error: Error) => void;
}

/** The driver's own row builder, whose types its declarations leave out. */
interface RowBuilder extends QueryResult {
  addFields(fields: unknown): void;
  parseRow(fields: unknown): object;
  addCommandComplete(message: unknown): void;
}

const RowBuilder = Result as unknown as new (rowMode: undefined, types: typeof typeParsers) => RowBuilder;

/** A statement that was not run because one before it in its message failed. */
export class StatementSkipped extends Error {
  override readonly name = 'StatementSkipped';

  constructor(cause: Error) {
    super('not run: a statement before it had failed', { cause });
  }
}

/**
 * Several statements in one message, each with its own result: one way to the server and back for all of them (the extended
 * query protocol with a single Sync). COPY's rows travel behind their statement. The first that fails keeps those behind it
 * from being run; to be used inside a transaction, which it then ends as well.
 */
export class Message implements Submittable {
  readonly #sent: readonly Sent[];
  readonly #settled: () => void;
  readonly #results: RowBuilder[] = [];
  #current = new RowBuilder(undefined, typeParsers);
  #failed: number | null = null;
  #prepared = new PreparedStatements();

  constructor(sent: readonly Sent[], settled: () => void) {
    this.#sent = sent;
    this.#settled = settled;
  }

  submit(connection: Connection): Error | null {
    const parts: Buffer[] = [];
    this.#prepared = preparedOn(connection);
    for (const [index, { statement }] of this.#sent.entries()) {
      try {
        this.#add(statement, parts);
      } catch (error) {
        // A value that cannot be sent: then nothing is.
        this.#failed = index;
        return error instanceof Error ? error : new Error('a statement cannot be sent', { cause: error });
      }
    }
    connection.stream.write(Buffer.concat([...parts, serialize.sync()]));
    return null;
  }

  #add({ text, values = [], rows, prepared = false }: Statement, parts: Buffer[]): void {
    const statement = prepared ? this.#prepared.name(text, parts) : '';
    if (!prepared) parts.push(serialize.parse({ text }));
    parts.push(serialize.bind({ statement, values: [...values], valueMapper: prepareValue }));
    if (rows === undefined) parts.push(describePortal, execute);
    else parts.push(execute, ...copyData(typeof rows === 'string' ? Buffer.from(rows, 'utf8') : rows), serialize.copyDone());
  }

  handleRowDescription(message: { fields: unknown }): void {
    this.#current.addFields(message.fields);
  }

  handleDataRow(message: { fields: unknown }): void {
    this.#current.rows.push(this.#current.parseRow(message.fields));
  }

  handleCommandComplete(message: unknown): void {
    this.#current.addCommandComplete(message);
    this.#results.push(this.#current);
    this.#current = new RowBuilder(undefined, typeParsers);
  }

  // The rows are on their way already.
  handleCopyInResponse(): void {}

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handleReadyForQuery(): void {
    for (const [index, { resolve, reject }] of this.#sent.entries()) {
      const result = this.#results[index];
      if (result === undefined) reject(new Error('a statement was not answered'));
      else resolve(result);
    }
    this.#settled();
  }

  handleError(error: Error): void {
    this.#prepared.doubt();
    const failed = this.#failed ?? this.#results.length;
    for (const [index, { resolve, reject }] of this.#sent.entries()) {
      const result = this.#results[index];
      if (result !== undefined) resolve(result);
      else reject(index === failed ? error : new StatementSkipped(error));
    }
    this.#settled();
  }
}

const describePortal = serialize.describe({ type: 'P', name: '' });
const execute = serialize.execute();

/** The driver's own would copy the rows once more. */
function copyData(rows: Buffer): Buffer[] {
  const head = Buffer.allocUnsafe(5);
  head.write('d', 0, 'latin1');
  head.writeUInt32BE(rows.length + 4, 1);
  return [head, rows];
}
