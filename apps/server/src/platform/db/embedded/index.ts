export { findSystemPostgres } from './find-system-postgres.ts';
export { scratchPlace, startScratch } from './scratch.ts';
export type { ScratchDatabase } from './scratch.ts';
export { startEmbedded } from './start-embedded.ts';
export type { EmbeddedDatabase, EmbeddedOptions } from './start-embedded.ts';
