import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServerProcess, type ServerProcess } from '../../faults/server-process.ts';
import { sharedBrowser } from '../on-stage.ts';
import { violations, visit } from '../visit.ts';

let browser: Browser;
let server: ServerProcess;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'cordee-set-up-'));
  // The account of the database must be able to enter.
  await chmod(dataFolder, 0o711);
  [browser, server] = await Promise.all([sharedBrowser(), startServerProcess({ dataFolder, port: 0 })]);
}, 120_000);

afterAll(async () => {
  await server.terminate();
  await rm(dataFolder, { recursive: true, force: true });
});

test('whoever opens the link of a fresh server makes its first administrator and company, signs in with it, and nobody after them', async () => {
  const { origin, setupLink } = server;
  const fresh = { origin, cookies: {} };
  const link = setupLink ?? '';
  const french = await visit(browser, fresh, { language: 'fr', width: 390, height: 844 });
  await french.page.goto(link);
  await french.page.getByRole('button', { name: 'Créer l’espace' }).click();
  await french.page.locator('[aria-invalid=true]').first().waitFor();
  expect(await violations(french.page)).toEqual([]);
  expect(await french.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await french.leave();

  const english = await visit(browser, fresh);
  const { page } = english;
  await page.goto(link);
  await page.getByLabel('Your name').fill('Claire Martin');
  await page.getByLabel('E-mail').fill('claire@alpes.example');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByLabel('Company', { exact: true }).fill('Alpes Équipement');
  await page.getByRole('combobox', { name: 'Currency' }).fill('CHF');
  await page.getByRole('option', { name: /^CHF/ }).click();
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  // What was typed stays beside what is wrong.
  await page.locator('[id$=-error]').waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Claire Martin');
  await page.getByLabel('Password', { exact: true }).fill('four unrelated words here');
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await page.getByRole('heading', { name: 'Your workspace is ready' }).waitFor();
  expect(await violations(page)).toEqual([]);
  const secretKey = await page.getByLabel('Secret key').innerText();
  const answer = await fetch(`${origin}/api/v1/workspace`, { headers: { authorization: `Bearer ${secretKey.trim()}` } });
  expect(await answer.json()).toMatchObject({ name: 'Alpes Équipement', currency: 'CHF', zone: 'Europe/Paris', language: 'en' });
  await page.getByRole('link', { name: 'Go on: the first steps' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/console/start');
  await page.goto('/console');
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  await english.leave();

  const late = await visit(browser, fresh);
  await late.page.goto(link);
  await late.page.getByLabel('Your name').fill('Somebody Else');
  await late.page.getByLabel('E-mail').fill('else@example.com');
  await late.page.getByLabel('Password', { exact: true }).fill('four unrelated words here');
  await late.page.getByLabel('Company', { exact: true }).fill('Elsewhere');
  await late.page.getByRole('button', { name: 'Create the workspace' }).click();
  await late.page.getByRole('alert').waitFor();
  expect(await violations(late.page)).toEqual([]);
  await late.page.getByRole('link', { name: 'Sign in' }).click();
  // Both screens have these fields: those of the next one are meant.
  await late.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await late.page.getByLabel('E-mail').fill('claire@alpes.example');
  await late.page.getByLabel('Password', { exact: true }).fill('four unrelated words here');
  await late.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await late.page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  await late.leave();
}, 180_000);
