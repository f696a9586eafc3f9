export { runInThread, type ThreadOptions } from './run-in-thread.ts';
export { serveThread } from './serve-thread.ts';
