export type { IngestionParts } from './hooks/parts.ts';
export { type Importer, openImporter } from './importer.ts';
export { ingestionJobs } from './ingestion.jobs.ts';
export { serveIngestion } from './ingestion.routes.ts';
export { getRejects } from './queries/get-rejects.ts';
export { importFile } from './verbs/import-file.ts';
