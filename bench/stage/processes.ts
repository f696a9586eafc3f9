import { fork, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const running = new Set<ChildProcess>();

/** Ends every process that was started here and still runs. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

function watched(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

export interface Done<Result> {
  readonly result: Result;
  /** The most memory the process ever held, in MiB. */
  readonly peakMemory: number;
}

/** Runs a file of `workers/` in a process of its own; what it is given and gives back must be plain JSON. */
export function runWorker<Result>(file: string, input: unknown): Promise<Done<Result>> {
  const path = fileURLToPath(new URL(`../workers/${file}`, import.meta.url));
  const child = watched(fork(path, [JSON.stringify(input)], { stdio: ['ignore', 2, 2, 'ipc'] }));
  return new Promise((resolve, reject) => {
    let done: Done<Result> | undefined;
    child.once('message', (message) => {
      done = message as Done<Result>;
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (done === undefined) reject(new Error(`${file} ended with ${signal ?? `code ${code}`}`));
      else resolve(done);
    });
  });
}

/** What a worker's file calls: does the work its process was started for. */
export async function work(run: (input: never) => Promise<unknown>): Promise<void> {
  const result = await run(JSON.parse(process.argv[2] ?? '') as never);
  const done: Done<unknown> = { result, peakMemory: peakMemory() };
  await new Promise((resolve) => process.send?.(done, resolve));
  process.disconnect?.();
}

// Linux lets a new program inherit the peak of the process that started it in `maxRSS`; VmHWM is its own.
function peakMemory(): number {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (line !== null) return Number(line[1]) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}

export interface ServerProcess {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a server that prints its address once it listens. */
export function startServerProcess(
  file: URL,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = watched(
    spawn(process.execPath, [fileURLToPath(file), ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 2],
    }),
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const port = /https?:\/\/[^/\s]+:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve({ port: Number(port), stop });
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file.pathname} ended with code ${code} before it listened: ${said}`)));
  });
}
