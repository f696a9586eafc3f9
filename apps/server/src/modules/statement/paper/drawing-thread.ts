import { parentPort, workerData } from 'node:worker_threads';
import type { Drawing } from './draw-statement.ts';
import { statementPaper } from './statement-paper.ts';

const { statement, language } = workerData as Drawing;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await statementPaper(statement, language));
