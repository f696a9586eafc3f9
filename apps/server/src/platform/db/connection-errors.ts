/** The database cannot be reached, is starting or stopping, or all connections are busy. HTTP answers 503. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly code = 'database_unavailable';
  readonly sentence = {
    en: 'The database cannot be reached at the moment.',
    fr: 'La base de données est injoignable pour le moment.',
  };
  readonly hint = {
    en: 'Try again in a few seconds; if it lasts, check that the database server is running.',
    fr: 'Réessayez dans quelques secondes ; si cela dure, vérifiez que le serveur de base de données fonctionne.',
  };
  /** `unknown` when the connection was lost during a commit: the work may have been kept. Otherwise nothing was kept. */
  readonly outcome: 'nothing_kept' | 'unknown';

  constructor(outcome: 'nothing_kept' | 'unknown', cause: unknown) {
    super('The database cannot be reached at the moment.', { cause });
    this.outcome = outcome;
  }
}

const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Class 08: connection; 57P01-57P03, 57P05: stopping, crashed, starting, idle too long; 53300: no connection left. */
const SQLSTATES = /^(?:08...|57P0[1235]|53300)$/;

const MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** True when the statement failed because the connection could not be had or was lost, not because of the statement. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SYSTEM_CODES.has(code) || SQLSTATES.test(code)) return true;
  return code === '' && MESSAGES.test(error.message);
}

/** The same error, or `DatabaseUnavailable` around it when the connection is what failed. */
export function asUnavailable(error: unknown, outcome: 'nothing_kept' | 'unknown' = 'nothing_kept'): unknown {
  if (error instanceof DatabaseUnavailable || !isConnectionLost(error)) return error;
  return new DatabaseUnavailable(outcome, error);
}
