import { expect, test } from 'vitest';
import { watchRunner } from './stuck-runner.ts';

function watch() {
  const { events, isStuck } = watchRunner();
  const say = events as unknown as { emit(name: string): boolean };
  return {
    fails: (times = 1) => {
      for (let time = 0; time < times; time += 1) say.emit('worker:getJob:error');
    },
    works: () => say.emit('worker:getJob:empty'),
    isStuck,
  };
}

test('failures while the database is away mean nothing', () => {
  const runner = watch();
  runner.fails(50);
  expect(runner.isStuck(false)).toBe(false);
  runner.fails(50);
  expect(runner.isStuck(true)).toBe(false);
  expect(runner.isStuck(true)).toBe(false);
});

test('failures while it answers mean a runner that must start again, and are then forgotten', () => {
  const runner = watch();
  expect(runner.isStuck(true)).toBe(false);
  runner.fails(2);
  expect(runner.isStuck(true)).toBe(false);
  runner.fails();
  expect(runner.isStuck(true)).toBe(true);
  expect(runner.isStuck(true)).toBe(false);
});

test('one look that succeeds clears it', () => {
  const runner = watch();
  runner.isStuck(true);
  runner.fails(2);
  runner.works();
  runner.fails(2);
  expect(runner.isStuck(true)).toBe(false);
  expect(runner.isStuck(true)).toBe(false);
});
