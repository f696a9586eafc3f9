export type { ExportParts } from './export-parts.ts';
export { serveExports } from './export.routes.ts';
export { removeExpired, runExport } from './run-export.ts';
