import { expect, test } from 'vitest';
import { countsIn, runSteps, summaryOf } from './run-steps.ts';
import type { Step } from './steps.ts';

function script(name: string, code: string, more: Partial<Step> = {}): Step {
  return { name, command: [process.execPath, '-e', code], ...more };
}

async function run(...steps: Step[]) {
  const printed: string[] = [];
  const results = await runSteps(steps, (line) => printed.push(line.replace(/\(\d+\.\d s\)/, '(time)')));
  return { results, printed };
}

test('a failing step prints what it said, on both streams; the others still run', async () => {
  const { printed, results } = await run(
    script('bad', "console.log('to out'); console.error('to err'); process.exit(3)"),
    script('good', "console.log('quiet')"),
  );
  expect(printed).toContain('FAIL bad (time)');
  expect(printed.find((line) => line.includes('to out'))).toContain('to err');
  expect(printed).toContain('ok   good (time)');
  expect(printed.join('\n')).not.toContain('quiet');
  expect(summaryOf(results, Date.now()).at(-1)).toMatch(/^1 of 2 checks failed: bad \(/);
});

test('a program that is not there, or that is killed, has failed', async () => {
  const { results } = await run(
    { name: 'away', command: ['cordee-no-such-program'] },
    script('killed', "process.kill(process.pid, 'SIGKILL')"),
  );
  expect(results.map(({ ok }) => ok)).toEqual([false, false]);
});

test('steps that want to be alone come after the others, one by one', async () => {
  const { results } = await run(
    script('alone', '', { alone: true }),
    script('first', ''),
    script('second alone', '', { alone: true }),
  );
  expect(results.map(({ name }) => name)).toEqual(['first', 'alone', 'second alone']);
});

test('a skipped step says why', async () => {
  const { printed } = await run(script('later', 'process.exit(1)', { skip: 'not here' }));
  expect(printed).toEqual(['skip later: not here']);
});

test('the last lines hold the counts of the tests', async () => {
  const output = ' Test Files  2 passed (2)\n      Tests  1 failed | 12 passed (13)\n   Start at  10:00:00\n';
  expect(countsIn(output)).toEqual(['Test Files 2 passed (2)', 'Tests 1 failed | 12 passed (13)']);
  const { results } = await run(script('tests', `process.stdout.write(${JSON.stringify(output)})`));
  expect(summaryOf(results, Date.now()).slice(1, 3)).toEqual([
    'tests: Test Files 2 passed (2)',
    'tests: Tests 1 failed | 12 passed (13)',
  ]);
});

test('the last lines name the failed tests, however much was printed before', async () => {
  const output = '\n FAIL   database  a/b.test.ts > adds > up\n\nAssertionError: expected 1 to be 2\n ❯ a/b.test.ts:3:1\n';
  const { results } = await run(script('tests', `process.stdout.write(${JSON.stringify(output)}); process.exitCode = 1`));
  expect(summaryOf(results, Date.now()).slice(1, 3)).toEqual([
    'FAIL database a/b.test.ts > adds > up',
    '  AssertionError: expected 1 to be 2',
  ]);
});
