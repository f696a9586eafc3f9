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

it('keeps what is slow a hundred times as long as it took, by its name; then tells it while it is added up anew', async () => {
  const { get, pass } = stage(300);
  expect([await get(), await get(), await get('b')]).toEqual([1, 1, 2]);
  pass(29_000);
  expect(await get()).toBe(1);
  pass(1000);
  expect([await get(), await get()]).toEqual([1, 3]);
});

it('does not tell what is an hour old', async () => {
  const { get, pass } = stage(300);
  await get();
  pass(60 * 60_000);
  expect(await get()).toBe(2);
});

it('lets nobody wait for what takes long, adds it up once, and tells it to who asks later', async () => {
  const answers = new SlowAnswers<string>(1);
  const { promise, resolve } = Promise.withResolvers<string>();
  const get = () =>
    answers.get('a', Date.now, () => {
      begun += 1;
      return promise;
    });
  let begun = 0;
  expect([await get(), await get()]).toEqual([null, null]);
  expect(begun).toBe(1);
  resolve('told');
  expect(await get()).toBe('told');
});

it('tells a failure once: to who waits, or to who asks next', async () => {
  const answers = new SlowAnswers<string>(1);
  const failed = () => Promise.reject(new Error('no database'));
  await expect(answers.get('a', Date.now, failed)).rejects.toThrow('no database');
  expect(await answers.get('a', Date.now, async () => 'there')).toBe('there');
  const { promise, reject } = Promise.withResolvers<string>();
  expect(await answers.get('b', Date.now, () => promise)).toBeNull();
  reject(new Error('gone'));
  await expect(promise).rejects.toThrow();
  await expect(answers.get('b', Date.now, async () => 'there')).rejects.toThrow('gone');
  expect(await answers.get('b', Date.now, async () => 'there')).toBe('there');
});

it('does not believe a clock that went back', async () => {
  const { get, pass } = stage(300);
  await get();
  pass(-1000);
  expect(await get()).toBe(2);
});
