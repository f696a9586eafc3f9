import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import type { Step } from './steps.ts';

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  /** What a test run says of itself: `Tests  12 passed (12)`. */
  readonly counts: readonly string[];
  /** Which tests failed, and the first line of why: what is printed above may be long, or cut off by who keeps it. */
  readonly failures: readonly string[];
}

type Print = (line: string) => void;

/** Runs the steps, two at a time unless they want to be alone, to the end; prints each as it ends, with its output if it failed. */
export async function runSteps(steps: readonly Step[], print: Print): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const waiting = steps.filter((step) => step.alone !== true);
  async function work(): Promise<void> {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) results.push(await runStep(step, print));
  }
  await Promise.all([work(), work()]);
  for (const step of steps.filter(({ alone }) => alone === true)) results.push(await runStep(step, print));
  return results;
}

async function runStep(step: Step, print: Print): Promise<StepResult> {
  const { name, skip } = step;
  if (skip !== undefined) {
    print(`skip ${name}: ${skip}`);
    return { name, ok: true, counts: [], failures: [] };
  }
  const started = Date.now();
  const { ok, output } = await execute(step);
  print(`${ok ? 'ok  ' : 'FAIL'} ${name} (${secondsSince(started)} s)`);
  if (!ok) print(output);
  return { name, ok, counts: countsIn(output), failures: ok ? [] : failuresIn(output) };
}

function execute({ command: [program, ...args], env }: Step): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** The lines in which Vitest counts files and tests. */
export function countsIn(output: string): string[] {
  const lines = stripVTControlCharacters(output).split('\n');
  return lines.filter((line) => /^\s*(Test Files|Tests|Errors)\s+\d/.test(line)).map((line) => line.trim().replace(/\s+/g, ' '));
}

/** What Vitest says of each failed test: which, then the first words of the error. */
export function failuresIn(output: string): string[] {
  const lines = stripVTControlCharacters(output).split('\n');
  return lines.flatMap((line, index) => {
    if (!/^\s*FAIL\s/.test(line)) return [];
    const why = lines.slice(index + 1).find((next) => next.trim() !== '' && !/^\s*FAIL\s/.test(next));
    return [line.trim().replace(/\s+/g, ' '), `  ${why?.trim().slice(0, 300) ?? ''}`];
  });
}

/** The last words: how many tests ran where, what failed, how long it took. */
export function summaryOf(results: readonly StepResult[], started: number): string[] {
  const counts = results.flatMap((result) => result.counts.map((line) => `${result.name}: ${line}`));
  const failures = results.flatMap((result) => result.failures);
  const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
  const verdict =
    failed.length === 0
      ? `all ${results.length} checks passed`
      : `${failed.length} of ${results.length} checks failed: ${failed.join(', ')}`;
  return ['', ...failures, ...counts, `${verdict} (${secondsSince(started)} s)`];
}

function secondsSince(started: number): string {
  return ((Date.now() - started) / 1000).toFixed(1);
}
