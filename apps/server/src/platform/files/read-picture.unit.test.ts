import { expect, test } from 'vitest';
import { readPicture } from './read-picture.ts';

const bytes = (base64: string) => Buffer.from(base64, 'base64');

/** Made by common tools, 1 to 3 pixels each way. */
const png = bytes('iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEUlEQVR4nGP8z8Dwn4EIwAQAKQ4B/3sp3lgAAAAASUVORK5CYII=');
const webp = bytes('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA');
const lossless = bytes('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAAAA');
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 0, 40, 0, 64, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
]);

test('tells what a picture is, and how large', () => {
  expect(readPicture(png)).toEqual({ type: 'image/png', width: 2, height: 3 });
  expect(readPicture(jpeg)).toEqual({ type: 'image/jpeg', width: 64, height: 40 });
  expect(readPicture(webp)).toEqual({ type: 'image/webp', width: 1, height: 1 });
  expect(readPicture(lossless)).toEqual({ type: 'image/webp', width: 1, height: 1 });
});

test('what could run, or is cut off, is no picture', () => {
  for (const text of [
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    'GIF89a',
    '',
    '\xff\xd8',
    'RIFF....WEBPVP9 ',
  ]) {
    expect(readPicture(Buffer.from(text, 'latin1'))).toBeNull();
  }
  for (const whole of [png, jpeg])
    for (let length = 0; length < 20; length += 1) expect(() => readPicture(whole.subarray(0, length))).not.toThrow();
});
