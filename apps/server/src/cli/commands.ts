import type { Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { createKey, listKeys, revokeKey } from './commands/key.ts';
import { restore } from './commands/restore.ts';
import { serve } from './commands/serve.ts';
import { createUser, listUsers, resetLink } from './commands/user.ts';

/** Every command, in the order of the help: one file in `commands/` and one word here. */
export const commands: readonly Command[] = [
  serve,
  backup,
  restore,
  listUsers,
  createUser,
  resetLink,
  listKeys,
  createKey,
  revokeKey,
];
