import { expect, test } from 'vitest';
import { noLabels, trackedAddress } from './tracked-address.ts';

test('labels are hung on as the redirect reads them, empty ones left out', () => {
  const link = 'https://go.shop.example/r/ana';
  expect(trackedAddress(link, noLabels)).toBe(link);
  expect(trackedAddress(link, { ...noLabels, sub: ' june ', utm_campaign: 'été & mer' })).toBe(
    `${link}?sub=june&utm_campaign=%C3%A9t%C3%A9+%26+mer`,
  );
});
