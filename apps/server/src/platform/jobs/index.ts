export { defineJob, defineJobs } from './define-jobs.ts';
export type { Job, JobRun, Jobs } from './define-jobs.ts';
export { enqueue } from './enqueue.ts';
export type { EnqueueOptions } from './enqueue.ts';
export { installJobs } from './install-jobs.ts';
export { startJobWorker } from './worker.ts';
export type { JobWorker, JobWorkerOptions } from './worker.ts';
