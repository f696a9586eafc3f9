import { i18n } from '@lingui/core';
import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../../test/show.tsx';
import { fakeServer } from '../../test/fake-server.ts';
import { Instant, LocalDate, Money, Percent } from './values.tsx';

test('amounts are exact beyond what a double holds, in both languages', () => {
  fakeServer();
  const { container } = show(
    <>
      <Money amount={9007199254740993n} currency="EUR" />
      <br />
      <Money amount={-1234} currency="JPY" />
      <br />
      <Money amount={5} currency="TND" signed />
    </>,
  );
  const texts = () => [...container.querySelectorAll('span')].map((span) => span.textContent);
  expect(texts()).toEqual(['€90,071,992,547,409.93', '−¥1,234', '+TND 0.005']);
  act(() => i18n.activate('fr'));
  expect(texts().map((text) => text?.replace(/\s/g, ' '))).toEqual(['90 071 992 547 409,93 €', '−1 234 ¥', '+0,005 TND']);
  act(() => i18n.activate('en'));
});

test('a rate is told exactly, never rounded', () => {
  fakeServer();
  expect(show(<Percent rate="1/8" />).container.textContent).toContain('12.5%');
  expect(show(<Percent rate="1/3" />).container.textContent).toContain('1/3');
});

test('a moment is told in the zone of the workspace, a day in none', async () => {
  fakeServer({
    getWorkspace: {
      id: 'wsp_01j0000000e0080000000000ff',
      name: 'A',
      slug: 'a',
      country: 'JP',
      currency: 'JPY',
      zone: 'Asia/Tokyo',
      language: 'en',
      trackingHosts: [],
      embedOrigins: [],
      branding: { accentColour: null, onAccent: '#ffffff', logo: null },
      sender: { name: null, replyTo: null },
      clickRetentionDays: null,
      createdAt: '2026-01-01T00:00:00.000Z',
    },
  });
  const { findByText, container } = show(
    <>
      <Instant at="2026-11-23T18:00:00.000Z" />
      <LocalDate date="2026-11-01" />
    </>,
  );
  await findByText('24 Nov 2026, 03:00');
  expect(container.textContent).toContain('1 November 2026');
});
