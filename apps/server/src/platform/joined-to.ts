import type { Context } from './context.ts';
import { joinTransaction, type Tx } from './db/index.ts';

/**
 * The same caller inside a transaction that is open: verbs it is handed to write in it, or undo with it. The key of the request stays
 * with the verb whose transaction it is. `tx` has no workspace afterwards: set it again (`withWorkspace`) before reading on.
 */
export function joinedTo(tx: Tx, context: Context): Context {
  const { idempotency: _, ...plain } = context;
  return { ...plain, db: joinTransaction(tx) };
}
