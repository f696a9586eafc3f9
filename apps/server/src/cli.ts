// `npm run cordee -- <command>`
import { commands } from './cli/commands.ts';
import { runCli } from './cli/run-cli.ts';
import { systemClock } from './platform/clock/index.ts';

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCli(commands, process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  clock: systemClock,
});
