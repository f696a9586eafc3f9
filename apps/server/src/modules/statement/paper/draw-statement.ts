import type { Language } from '@cordee/contract/language';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ClosedStatement } from '../queries/load-closed-statement.ts';
import { statementPaper } from './statement-paper.ts';

/** What is longer is drawn beside: pages take the processor, and others are to be answered meanwhile. */
const mostInLine = 100;

/** What a thread that draws is given, and answers: `Uint8Array` of the PDF. */
export interface Drawing {
  readonly statement: ClosedStatement;
  readonly language: Language;
}

/** Draws a statement on paper; a long one in a thread of its own. */
export async function drawStatement(statement: ClosedStatement, language: Language): Promise<Buffer> {
  if (statement.movements.length <= mostInLine) return statementPaper(statement, language);
  const workerData: Drawing = { statement, language };
  const worker = new Worker(new URL('./drawing-thread.ts', import.meta.url), { workerData });
  try {
    // An error of the thread rejects.
    const [bytes] = (await once(worker, 'message')) as [Uint8Array];
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } finally {
    await worker.terminate();
  }
}
