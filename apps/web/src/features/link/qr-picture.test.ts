import decodeQr from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrPicture, qrSvg } from './qr-picture.ts';

/** The drawing as a camera would see it: four points a module. */
function photograph({ size, path }: ReturnType<typeof qrPicture>) {
  const scale = 4;
  const data = new Uint8Array(4 * (size * scale) ** 2).fill(255);
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)/g)) {
    for (let point = 0; point < scale ** 2; point += 1) {
      const left = Number(x) * scale + (point % scale);
      const top = Number(y) * scale + Math.floor(point / scale);
      data.fill(0, 4 * (top * size * scale + left), 4 * (top * size * scale + left) + 3);
    }
  }
  return { width: size * scale, height: size * scale, data };
}

test('what is drawn reads as the address', () => {
  const address = 'https://go.shop.example/r/ana?sub=stand-12&utm_campaign=%C3%A9t%C3%A9';
  expect(decodeQr(photograph(qrPicture(address)))).toBe(address);
});

test('the drawing file is light behind and dark before', async () => {
  const picture = qrPicture('https://go.shop.example/r/ana');
  const svg = await qrSvg(picture).text();
  expect(svg).toContain(`viewBox="0 0 ${picture.size} ${picture.size}"`);
  expect(svg).toContain(picture.path);
});
