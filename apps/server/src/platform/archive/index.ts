export { backup } from './backup.ts';
export type { BackupOptions, BackupResult } from './backup.ts';
export type { SecretPlace } from './master-secret.ts';
export { restore } from './restore.ts';
export type { RestoreOptions, RestoreResult } from './restore.ts';
