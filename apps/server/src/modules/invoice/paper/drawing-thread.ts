import { parentPort, workerData } from 'node:worker_threads';
import type { Drawing } from './draw-invoice.ts';
import { invoicePaper } from './invoice-paper.ts';

const { document, language, at, isDraft } = workerData as Drawing;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await invoicePaper(document, language, at, isDraft));
