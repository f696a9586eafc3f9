import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { formatMonth } from '@cordee/core/closing';
import { periodOf } from '@cordee/core/time';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchPlace } from '../../../apps/server/src/platform/db/embedded/index.ts';
import { startServerProcess, type ServerProcess } from '../../faults/server-process.ts';
import { post, signIn } from '../api.ts';
import { setStage, type Persona, type Stage } from '../stage.ts';
import { sharedBrowser } from '../on-stage.ts';
import { type Arrival, violations, visit } from '../visit.ts';

const MONTH = periodOf(Date.now(), 'month', 'Europe/Paris').key;
/** The month of today is over then, whatever day it is. */
const AHEAD_MS = 40 * 86_400_000;

let browser: Browser;
let server: ServerProcess;
let stage: Pick<Stage, 'origin' | 'cookies' | 'secretKey' | 'partnerIds'>;
let dataFolder: string;

// A company of its own, whose clock moves on: what became payable this month is invoiced after it.
beforeAll(async () => {
  dataFolder = await mkdtemp(join(scratchPlace(), 'cordee-invoices-'));
  // The account of the database must be able to enter.
  await chmod(dataFolder, 0o711);
  browser = await sharedBrowser();
  const first = await startServerProcess({ dataFolder, port: 0 });
  const made = await setStage(first.origin, first.setupLink ?? '');
  await first.terminate();
  const env = {
    NODE_OPTIONS: `--import=${new URL('../clock-ahead.ts', import.meta.url).href}`,
    CLOCK_AHEAD_MS: String(AHEAD_MS),
    CORDEE_VIES_URL: 'https://vies.invalid',
  };
  server = await startServerProcess({ dataFolder, port: 0, env });
  const people = Object.entries(made.emails).map(async ([persona, email]) => [
    persona,
    await signIn(server.origin, email, made.password),
  ]);
  const cookies = Object.fromEntries(await Promise.all(people)) as Record<Persona, string>;
  stage = { ...made, origin: server.origin, cookies };
  const details = {
    validFrom: `${MONTH}-01`,
    kind: 'business',
    country: 'FR',
    legalName: 'Atelier Lumière SARL',
    address: { street: '3 rue des Lilas', postCode: '69003', town: 'Lyon' },
    siren: '303265045',
    vatStatus: 'liable',
    vatNumber: 'FR40303265045',
  };
  const send = (path: string, body: unknown) => post(stage.origin, stage.secretKey, `/api/v1/${path}`, body);
  await send(`partners/${stage.partnerIds.lumiere}/tax-details`, details);
  await send(`periods/${MONTH}/closing`, {});
  const policy = { uncheckedVat: 'allow', checksVat: false, payoutsHold: 'nobody' };
  await post(stage.origin, cookies.owner, '/api/v1/tax-policy', policy, 'PUT');
}, 180_000);

afterAll(async () => {
  await server.terminate();
  await rm(dataFolder, { recursive: true, force: true });
});

interface Walk {
  readonly page: Awaited<ReturnType<typeof visit>>['page'];
  readonly clean: () => Promise<void>;
}

async function visiting(arrival: Arrival, walk: (walk: Walk) => Promise<void>): Promise<void> {
  const { page, leave } = await visit(browser, stage, arrival);
  const clean = async () => expect(await violations(page)).toEqual([]);
  await walk({ page, clean });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(arrival.width ?? 1280);
  await leave();
}

test('a company says how it invoices; the partner gives its mandate; finance issues; the partner contests; it is made out anew', async () => {
  await visiting({ as: 'finance', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/invoices');
    await page.getByText('L’entreprise n’a pas dit qui elle est', { exact: false }).first().waitFor();
    await clean();
    await page.goto('/console/settings/invoicing');
    await page.getByText('Son nom et son adresse manquent', { exact: false }).waitFor();
    await clean();
    await page.getByRole('link', { name: 'Cela s’écrit sous Réglages › Entreprise' }).click();
    await page.getByRole('button', { name: 'Renseigner l’entreprise' }).click();
    const asked = page.getByRole('dialog', { name: 'Renseigner l’entreprise' });
    const fields = {
      Dénomination: 'Alpes Équipement SAS',
      'Forme juridique': 'SAS',
      Capital: '50 000 EUR',
      'Registre du commerce': 'RCS Lyon 732 829 320',
      'Numéro et rue': '1 rue de Paris',
      'Code postal': '69001',
      Ville: 'Lyon',
      SIREN: '732829321',
      'Numéro de TVA': 'FR44 732 829 320',
    };
    for (const [label, value] of Object.entries(fields)) await asked.getByLabel(label, { exact: true }).fill(value);
    await clean();
    await asked.getByRole('button', { name: 'Écrire la fiche' }).click();
    await asked.getByText('Ce SIREN ne peut pas exister', { exact: false }).waitFor();
    await asked.getByLabel('SIREN', { exact: true }).fill('732829320');
    await asked.getByRole('button', { name: 'Écrire la fiche' }).click();
    await asked.waitFor({ state: 'detached' });
    await page.getByRole('list', { name: 'Historique' }).getByText('Vaut aujourd’hui').waitFor();
    await clean();
    await page.goto('/console/settings/invoicing');
    await page.getByText('Alpes Équipement SAS').waitFor();
    await page.getByRole('switch', { name: 'Établir les factures au nom des partenaires' }).click();
    await page.getByRole('button', { name: 'Ajouter une mention' }).click();
    const mention = page.getByRole('group', { name: 'Mention 4' });
    await mention.getByLabel('En français').fill('Membre d’une association agréée.');
    await mention.getByLabel('En anglais').fill('Member of an approved association.');
    await mention.getByLabel('À partir de ce jour').fill(`${MONTH}-01`);
    await page.getByRole('button', { name: 'Garder' }).click();
    await mention.getByLabel('D’où elle vient').and(page.locator('[aria-invalid]')).fill('CGI, art. 1649 quater F');
    await clean();
    await page.getByRole('button', { name: 'Garder' }).click();
    await page.getByText('Enregistré. Cela vaut pour ce qui est établi désormais.').waitFor();
    await page.goto('/console/invoices');
    await page.getByText('Le partenaire n’a donné aucun mandat en vigueur.').first().waitFor();
  });
  await visiting({ as: 'partner', width: 390, height: 844 }, async ({ page, clean }) => {
    await page.goto('/portal/invoices');
    await page.getByText('The partner mandates the company', { exact: false }).waitFor();
    await page.getByLabel('Your first and last name').fill('Ana Lumière');
    await page.getByRole('checkbox', { name: 'I have read the text above and give this mandate.' }).click();
    await clean();
    await page.getByRole('button', { name: 'Give the mandate' }).click();
    await page.getByText('Given by Ana Lumière', { exact: false }).waitFor();
    await clean();
  });
  await visiting({ as: 'finance', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/invoices');
    const ready = page.getByRole('list', { name: 'Prêts à être émis' });
    await ready.getByText(formatMonth(MONTH, 'fr'), { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Émettre 1 document' }).click();
    const documents = page.getByRole('table', { name: 'Documents' });
    await documents.getByRole('link', { name: 'AF-0001-000001' }).click();
    await page.getByRole('heading', { name: 'AF-0001-000001' }).waitFor();
    await page.getByText(`Commissions d’apport d’affaires, ${formatMonth(MONTH, 'fr')}`).waitFor();
    await clean();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PDF (Factur-X)' }).click();
    const download = await file;
    expect(download.suggestedFilename()).toBe('AF-0001-000001.pdf');
    const bytes = await readFile((await download.path()) ?? '');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.includes('factur-x.xml')).toBe(true);
  });
  await visiting({ as: 'partner', scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/portal/invoices');
    await page.getByRole('link', { name: 'AF-0001-000001' }).click();
    await page.getByRole('button', { name: 'Contest' }).click();
    const asked = page.getByRole('dialog', { name: 'Contest this document?' });
    await asked.getByLabel('Reason').fill('Our address is another one');
    await clean();
    await asked.getByRole('button', { name: 'Contest' }).click();
    await asked.waitFor({ state: 'detached' });
    await page.getByText('Our address is another one').waitFor();
  });
  await visiting({ as: 'finance', language: 'fr' }, async ({ page, clean }) => {
    await page.goto('/console/invoices?state=contested');
    await page.getByRole('link', { name: 'AF-0001-000001' }).click();
    await page.getByText('Our address is another one').waitFor();
    await page.getByRole('button', { name: 'Annuler par un avoir' }).click();
    const asked = page.getByRole('dialog', { name: 'Annuler cette facture ?' });
    await asked.getByLabel('Motif').fill('Adresse corrigée');
    await asked.getByRole('button', { name: 'Établir l’avoir' }).click();
    await asked.waitFor({ state: 'detached' });
    await page.getByText('AF-0001-000002').waitFor();
    await clean();
    await page.goto(`/console/partners/${stage.partnerIds.lumiere}/invoices`);
    await page.getByRole('button', { name: 'Émettre 1 document' }).click();
    const anew = page.getByRole('table', { name: 'Documents' });
    await anew.getByRole('link', { name: 'AF-0001-000003' }).waitFor();
    await clean();
  });
  await visiting({ as: 'viewer', width: 390, height: 844, scheme: 'dark' }, async ({ page, clean }) => {
    await page.goto('/console/invoices');
    await page.getByRole('link', { name: 'AF-0001-000003' }).first().waitFor();
    expect(await page.getByRole('button', { name: /^Issue/ }).count()).toBe(0);
    await clean();
  });
}, 180_000);
