import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { paper } from '../../../apps/server/test/paper.ts';
import { post } from '../api.ts';
import { openFrontDoors, type FrontDoors } from '../front-doors.ts';
import { invitePartner, type PartnerAtTheDoor } from '../invite-partner.ts';
import { signByMail, signOnPage } from '../sign-by-mail.ts';
import { sharedBrowser } from '../on-stage.ts';
import { violations, visit, type Arrival } from '../visit.ts';

let browser: Browser;
let doors: FrontDoors;
let partner: PartnerAtTheDoor;

beforeAll(async () => {
  [browser, doors] = await Promise.all([sharedBrowser(), openFrontDoors()]);
  partner = await invitePartner(doors, { name: 'Atelier Lumière', person: 'Zoé Petit', email: 'zoe@lumiere.example' });
}, 120_000);

afterAll(async () => {
  await doors.close();
});

async function visiting(arrival: Arrival, walk: (page: Page, clean: () => Promise<void>) => Promise<void>): Promise<void> {
  const stage = { origin: doors.origin, cookies: { owner: doors.owner, partner: partner.cookie } };
  const { page, leave } = await visit(browser, stage, arrival);
  await walk(page, async () => expect(await violations(page)).toEqual([]));
  await leave();
}

/** A charter both have approved, with somebody of each side who signs. */
async function approvedCharter(): Promise<void> {
  const make = (path: string, body: unknown, as = doors.key) => post(doors.origin, as, `/api/v1/${path}`, body);
  const people = `partners/${partner.id}/partnership/people`;
  const signer = { role: 'sponsor', maySign: true };
  await make(people, { ...signer, side: 'company', name: 'Claire Martin', email: 'claire@alpes.example' });
  await make(people, { ...signer, side: 'partner', name: 'Zoé Petit', email: 'zoe@lumiere.example' });
  const begun = { partnerId: partner.id, kind: 'introducer', prevailing: 'fr' };
  const named = { companyPerson: 'Claire Martin', partnerPerson: 'Zoé Petit' };
  const { id } = await make('charters', { ...begun, ...named });
  const shared = await make(`charters/${String(id)}/sharing`, {});
  const [version] = shared['versions'] as { hash: string }[];
  for (const as of [doors.key, partner.cookie]) await make(`charters/${String(id)}/approval`, { hash: version?.hash }, as);
}

test('a charter both have approved is sent, signed by both by mail and from the screen, and holds', async () => {
  await approvedCharter();
  await visiting({ as: 'owner' }, async (page, clean) => {
    await page.goto(`/console/partners/${partner.id}/charter`);
    await page.getByRole('button', { name: 'Send to be signed' }).click();
    const form = page.getByRole('dialog', { name: 'Send to be signed' });
    // Those who sign for their side are there already.
    await form.getByRole('group', { name: 'Signer 2' }).waitFor();
    expect(await form.getByLabel('E-mail').evaluateAll((fields: HTMLInputElement[]) => fields.map(({ value }) => value))).toEqual(
      ['claire@alpes.example', 'zoe@lumiere.example'],
    );
    await clean();
    await form.getByRole('button', { name: 'Send to be signed' }).click();
    await page.getByText('Being signed').first().waitFor();
    await page.getByText('Waits for others to sign first').waitFor();
    expect(await page.getByRole('button', { name: 'Give up the draft' }).count()).toBe(0);
    await clean();
    // Who is signed in goes from here; the code still comes by mail.
    await page.getByRole('button', { name: 'Read and sign' }).click();
    await signOnPage(page, doors, { email: 'claire@alpes.example', language: 'fr' }, false);
  });
  await visiting({ language: 'fr', width: 390, height: 844 }, async (page) => {
    await signByMail(page, doors, { email: 'zoe@lumiere.example', language: 'fr' }, true);
  });
  await visiting({ as: 'partner', language: 'fr', width: 390, height: 844 }, async (page, clean) => {
    await page.goto('/portal/charter');
    await page.getByText('En vigueur', { exact: true }).waitFor();
    await page.getByText('Signé par tous').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Dossier de preuve' }).click();
    expect((await saved).suggestedFilename()).toBe('signatures.zip');
    await clean();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.getByRole('link', { name: 'Documents et piste d’audit' }).click();
    await page.getByRole('heading', { name: 'Piste d’audit' }).waitFor();
    await page.getByRole('button', { name: /^Vérifier/ }).click();
    await page.getByRole('status').getByText('Valable').waitFor();
    await clean();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});

test('a PDF is sent from the console, its signer replaced, the sending cancelled with a reason', async () => {
  await visiting({ as: 'owner' }, async (page, clean) => {
    await page.goto('/console/signatures');
    await page.getByRole('button', { name: 'Send a document' }).first().click();
    const form = page.getByRole('dialog', { name: 'Send a document to be signed' });
    await form.getByLabel('What is to be signed').fill('Confidentiality agreement');
    const file = { name: 'accord.pdf', mimeType: 'application/pdf', buffer: await paper('Accord') };
    await form.locator('input[type=file]').setInputFiles(file);
    for (const [number, name] of ['Claire Martin', 'Max Roy'].entries()) {
      const signer = form.getByRole('group', { name: `Signer ${number + 1}` });
      await signer.getByLabel('Name').fill(name);
      await signer.getByLabel('E-mail').fill(`${name.split(' ')[0]?.toLowerCase() ?? ''}@alpes.example`);
    }
    await form.getByLabel('All at once').check();
    await clean();
    await form.getByRole('button', { name: 'Send to be signed' }).click();
    await page.getByRole('heading', { name: 'Confidentiality agreement', level: 1 }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Replace Max Roy' }).click();
    const other = page.getByRole('dialog');
    await other.getByLabel('Name').fill('Eva Lund');
    await other.getByLabel('E-mail').fill('eva@alpes.example');
    await other.getByRole('button', { name: 'Replace' }).click();
    await page.getByText('Signer replaced by the company').waitFor();
    await page.getByRole('button', { name: 'Remind' }).click();
    await page.getByText('They are written to again').waitFor();
    await page.getByRole('button', { name: 'Cancel the sending' }).click();
    const cancel = page.getByRole('dialog');
    await cancel.getByLabel('Reason').fill('Another version follows.');
    await clean();
    await cancel.getByRole('button', { name: 'Cancel the sending' }).click();
    await page.getByText('Another version follows.').first().waitFor();
    await page.goto('/console/signatures?state=cancelled');
    await page.getByRole('button', { name: 'Confidentiality agreement' }).waitFor();
    await clean();
  });
});
