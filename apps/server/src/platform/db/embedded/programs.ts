import { spawn } from 'node:child_process';
import type { Account } from './account.ts';
import { binariesUnusable } from './failures.ts';

/** Messages in English (they are read by the supervisor), no PG* variable of the caller, a folder every account may enter. */
export function programOptions(account: Account | null): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_MESSAGES: 'C' };
  if (process.platform === 'win32') Object.assign(env, { SystemRoot: process.env['SystemRoot'], TEMP: process.env['TEMP'] });
  const cwd = process.platform === 'win32' ? process.cwd() : '/';
  return account === null ? { cwd, env } : { cwd, env, uid: account.uid, gid: account.gid };
}

/** Runs a program to its end and answers its exit code with all it said. */
export function runProgram(
  program: string,
  args: readonly string[],
  account: Account | null,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...programOptions(account), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => reject(binariesUnusable(program, error.message, error)));
    child.on('close', (code) => resolve({ code, output: output.trim() }));
  });
}
