export { fileJobs } from './file.jobs.ts';
export { registerFiles } from './file.routes.ts';
