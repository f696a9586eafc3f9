import { expect, it } from 'vitest';
import { SlowAnswers } from './slow-answers.ts';

function stage(takes: number) {
  let time = 0;
  let added = 0;
  const answers = new SlowAnswers<number>();
  const get = (name = 'a') =>
    answers.get(
      name,
      () => time,
      async () => {
        time += takes;
        added += 1;
        return added;
      },
    );
  return { get, pass: (by: number) => (time += by) };
}

it('adds up each time what is quick', async () => {
  const { get } = stage(199);
  expect([await get(), await get()]).toEqual([1, 2]);
});

it('keeps what is slow a hundred times as long as it took, by its name', async () => {
  const { get, pass } = stage(300);
  expect([await get(), await get(), await get('b')]).toEqual([1, 1, 2]);
  pass(29_000);
  expect(await get()).toBe(1);
  pass(1000);
  expect(await get()).toBe(3);
});

it('does not believe a clock that went back', async () => {
  const { get, pass } = stage(300);
  await get();
  pass(-1000);
  expect(await get()).toBe(2);
});
