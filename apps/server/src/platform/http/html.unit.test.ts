import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { html, htmlPage } from './html.ts';

test('the style between the tags is the one its hash allows, to the byte', () => {
  const { html: text, allow } = htmlPage('fr', 'Titre', html`<p>corps</p>`);
  const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? '';
  expect(style.length).toBeGreaterThan(1000);
  expect(allow?.styles).toEqual([`sha256-${createHash('sha256').update(style).digest('base64')}`]);
});

test('whatever is put into markup is escaped, markup is not', () => {
  expect(html`<i title="${'"&'}">${'<b>'}${html`<b>x</b>`}${[html`1`, '<2>']}</i>`.text).toBe(
    '<i title="&quot;&amp;">&lt;b&gt;<b>x</b>1&lt;2&gt;</i>',
  );
});

test('a page that knows its address offers the other language', () => {
  const { html: text } = htmlPage('en', 'Title', html``, { here: '/setup?token=a' });
  expect(text).toContain('href="/setup?token=a&amp;lang=fr"');
});
