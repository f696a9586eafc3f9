import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openFrontDoors, OWNER, type FrontDoors } from '../front-doors.ts';
import { signByMail } from '../sign-by-mail.ts';
import {
  act,
  actDespite,
  answerAlone,
  applyByForm,
  archive,
  before,
  confirm,
  dayAhead,
  draftCharter,
  nameSigners,
} from '../story-steps.ts';
import { launch, visit } from '../visit.ts';
import { screenWords, type Language, type Say } from '../words.ts';
import { post, signIn } from '../api.ts';

let browser: Browser;
let doors: FrontDoors;
let wordsOf: (language: Language) => Say;

// Each part is a story of several screens on both sides.
vi.setConfig({ testTimeout: 240_000 });

beforeAll(async () => {
  [browser, doors, wordsOf] = await Promise.all([launch(inject('browser')), openFrontDoors(), screenWords()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await doors.close();
});

/** The clause that is argued about. */
const NOTICE = { fr: /Modifier la clause .*Résiliation avec préavis/, en: /Change clause .*Termination by notice/ };

/** What the why of a commission says of the charter. */
const CITED = { fr: /article .* de la charte, version 1/, en: /article .* of the charter, version 1/ };
const PASSWORD = 'quatre mots sans rapport';

/** The same partnership twice: each side once in each language. */
const stories = [
  { company: 'en', partner: 'fr', name: 'Atelier Lumière', person: 'Ana Martin', email: 'ana@lumiere.example' },
  { company: 'fr', partner: 'en', name: 'Kestrel & Sons', person: 'Ben Kestrel', email: 'ben@kestrel.example' },
].map((cast, at) => ({
  ...(cast as typeof cast & Record<'company' | 'partner', Language>),
  signer: `claire-${at + 1}@alpes.example`,
  /** Of the partner, once there is one. */
  path: '',
  cookies: { company: '', partner: '', nobody: '' },
}));
type Story = (typeof stories)[number];

/** Lets one side do something on its own screens, in its language. */
async function asSide(
  story: Story,
  is: 'company' | 'partner' | 'nobody',
  walk: (page: Page, say: Say) => Promise<void>,
): Promise<void> {
  const language = story[is === 'company' ? 'company' : 'partner'];
  const stage = { origin: doors.origin, cookies: { owner: story.cookies[is] } };
  const { page, leave } = await visit(browser, stage, is === 'nobody' ? { language } : { as: 'owner', language });
  await walk(page, wordsOf(language));
  await leave();
}

async function signBothIn(story: Story): Promise<void> {
  story.cookies.company = await signIn(doors.origin, OWNER.email, OWNER.password);
  story.cookies.partner = await signIn(doors.origin, story.email, PASSWORD);
}

describe.each(stories)('$name ($partner) and a company that reads $company', (cast) => {
  const side = (is: 'company' | 'partner' | 'nobody', walk: (page: Page, say: Say) => Promise<void>) => asSide(cast, is, walk);

  test('somebody applies, and is accepted with a reason', async () => {
    cast.cookies.company = doors.owner;
    await side('nobody', async (page) => {
      await applyByForm(page, doors, cast);
    });
    await side('company', async (page, say) => {
      await page.goto('/console/applications');
      await page.getByRole('link', { name: cast.name }).click();
      await page.getByRole('button', { name: say('Answer', 'qualification') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('Reason')).fill('We look for guides around Annecy.');
      await dialog.getByRole('button', { name: say('Answer', 'qualification') }).click();
      await page.getByRole('link', { name: say('Open the partner') }).click();
      await page.getByRole('heading', { name: cast.name, level: 1 }).waitFor();
      cast.path = new URL(page.url()).pathname;
    });
    // The acceptance invites who applied.
    await side('nobody', async (page, say) => {
      await page.goto(await doors.mailed(cast.email, /(\/invitation\?token=\S+)/));
      await page.getByLabel(say('Password'), { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: say('Continue') }).click();
      await page.waitForURL('**/portal**');
    });
    await signBothIn(cast);
    expect(cast.path).toMatch(/\/console\/partners\/prt_/);
  });

  test('both answer the same questions, each alone, and read them together', async () => {
    let path = '';
    await side('company', async (page, say) => {
      await page.goto('/console/settings/questionnaires');
      await page.getByRole('button', { name: say('Begin a questionnaire') }).click();
      await page.getByRole('button', { name: say('Publish') }).click();
      await page
        .getByText(say('Version {0}, {1} questions.').split('{')[0] ?? '')
        .first()
        .waitFor();
      await page.goto(`${cast.path}/qualifications`);
      await page.getByRole('button', { name: say('Ask both sides') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('Questionnaire')).click();
      await page.getByRole('option').first().click();
      await dialog.getByRole('button', { name: say('Ask'), exact: true }).click();
      await page.waitForURL('**/console/qualifications/**');
      path = new URL(page.url()).pathname;
      await answerAlone(page, say, 1);
      await page.getByText(say('Your side has sealed. Both are revealed once the other side has sealed too.')).waitFor();
    });
    await side('partner', async (page, say) => {
      await page.goto(path.replace('/console/', '/portal/'));
      await answerAlone(page, say, 6);
      await page.getByRole('heading', { name: say('What to talk about') }).waitFor();
    });
    await side('company', async (page, say) => {
      await page.goto(path);
      await page.getByRole('heading', { name: say('What to talk about') }).waitFor();
      await page.getByRole('button', { name: say('Decide') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('Reason')).fill('We differ on notice only.');
      await dialog.getByRole('button', { name: say('Decide') }).click();
      await dialog.waitFor({ state: 'detached' });
    });
  });

  test('the charter is drafted by both in two rounds, and both approve the same text', async () => {
    await side('company', async (page, say) => {
      await page.goto(`${cast.path}/charter`);
      await draftCharter(page, say, cast);
      await confirm(page, say('Share with the other side'));
    });
    for (const months of [1, 2]) {
      await side('partner', async (page, say) => {
        await page.goto('/portal/charter');
        await page.getByRole('button', { name: NOTICE[cast.partner] }).click();
        const editor = page.getByRole('dialog');
        await editor.getByLabel('{months}').fill(String(months));
        await editor.getByLabel(say('For the other side')).fill(`Round ${months}`);
        await editor.getByRole('button', { name: say('Propose'), exact: true }).click();
        await page.getByRole('button', { name: say('Withdraw') }).waitFor();
      });
      await side('company', async (page, say) => {
        await page.goto(`${cast.path}/charter`);
        await page.getByText(`Round ${months}`).first().waitFor();
        const isFirst = months === 1;
        const verb = isFirst ? say('Refuse') : say('Accept');
        await page.getByRole('button', { name: verb, exact: true }).click();
        if (!isFirst) return page.getByText(say('Accepted: the text is changed.')).waitFor();
        await page.getByLabel(say('Reason')).fill('One month leaves no time to tell customers.');
        await page.getByRole('button', { name: verb, exact: true }).click();
        await page.getByText(say('Refused. The other side reads the reason.')).waitFor();
      });
    }
    await side('company', async (page, say) => {
      await page.goto(`${cast.path}/charter`);
      await confirm(page, say('Approve this text'));
      await page.getByText(say('Your side has approved this text; the other side has not yet.')).waitFor();
    });
    await side('partner', async (page, say) => {
      await page.goto('/portal/charter');
      await confirm(page, say('Approve this text'));
      await page.getByRole('button', { name: say('Approve this text') }).waitFor({ state: 'detached' });
    });
  });

  test('both sign what they approved, by link and code, and it holds', async () => {
    await side('company', async (page, say) => {
      await page.goto(`${cast.path}/charter`);
      await page.getByRole('button', { name: say('Send to be signed') }).click();
      const form = page.getByRole('dialog', { name: say('Send to be signed') });
      await nameSigners(page, say, cast);
      await form.getByRole('button', { name: say('Send to be signed') }).click();
      await form.waitFor({ state: 'detached' });
    });
    await side('nobody', async (page) => signByMail(page, doors, { email: cast.signer, language: cast.company }, false));
    await side('nobody', async (page) => signByMail(page, doors, { email: cast.email, language: cast.partner }, true));
    await side('partner', async (page, say) => {
      await page.goto('/portal/charter');
      await page.getByText(say('In force'), { exact: true }).first().waitFor();
    });
  });

  test('a sale earns by the annexed plan, and says by which clause of which version of the charter', async () => {
    const id = cast.path.split('/').at(-1) ?? '';
    const headers = { authorization: `Bearer ${doors.key}` };
    const answer = await fetch(`${doors.origin}/api/v1/enrollments?partnerId=${id}`, { headers });
    const { items } = (await answer.json()) as { items: { id: string }[] };
    const coupon = `${cast.partner}-10`;
    await post(doors.origin, doors.key, '/api/v1/coupons', { enrollmentId: items[0]?.id, code: coupon });
    await post(doors.origin, doors.key, '/api/v1/track/sale', {
      eventId: `order of ${cast.name}`,
      customer: { externalId: `customer of ${cast.name}` },
      currency: 'EUR',
      amount: 20_000,
      coupon,
    });
    await side('partner', async (page) => {
      await page.goto('/portal/commissions');
      await page
        .getByRole('button', { name: /20[.,]00/ })
        .or(page.getByRole('link', { name: /20[.,]00/ }))
        .first()
        .click();
      await page.getByText(CITED[cast.partner]).first().waitFor();
    });
  });

  test('the company announces a change with its notice, and the other side reads what changes', async () => {
    await side('company', async (page, say) => {
      await page.goto(`${cast.path}/charter`);
      await confirm(page, say('Draft a new version'));
      await page.getByRole('button', { name: NOTICE[cast.company] }).click();
      const editor = page.getByRole('dialog');
      await editor.getByLabel('{months}').fill('3');
      await editor.getByRole('button', { name: say('Save'), exact: true }).click();
      await editor.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: say('Announce as a replacement') }).click();
      const dialog = page.getByRole('dialog');
      const holdsFrom = dialog.getByLabel(say('Holds from'));
      // Sooner than the notice both agreed on is refused.
      await dialog.getByRole('button', { name: say('Announce as a replacement') }).click();
      await dialog.getByRole('alert').waitFor();
      await holdsFrom.fill(dayAhead(31));
      await dialog.getByRole('button', { name: say('Announce as a replacement') }).click();
      await dialog.waitFor({ state: 'detached' });
    });
    await side('partner', async (page, say) => {
      await page.goto('/portal/charter');
      await page
        .getByText(new RegExp(`2.* ${say('Announced, not in force yet')}`))
        .filter({ visible: true })
        .first()
        .waitFor();
    });
  });

  test('the exit is rehearsed, notice is given, and both agree on an earlier end', async () => {
    await side('company', async (page, say) => {
      await page.goto(`${cast.path}/leaving`);
      await page.getByLabel(say('Notice given on')).fill(dayAhead(10));
      await page
        .getByText(before(say('Last day: <0/>')))
        .first()
        .waitFor();
      await page.getByRole('button', { name: say('Keep it and show it to the other side') }).click();
      await page.getByText(say('the other side sees it')).waitFor();
    });
    await side('partner', async (page, say) => {
      await page.goto('/portal/leaving');
      await page.getByText(say('shown by the other side')).waitFor();
      await act(page, say('Give notice'), async (dialog) => dialog.getByLabel(say('Reason')).fill('We change our trade.'));
    });
    await side('company', async (page, say) => {
      await page.goto(`${cast.path}/leaving`);
      await page.getByText('We change our trade.').first().waitFor();
      await act(page, say('Propose something else'), async (dialog) => {
        await dialog.getByRole('radio', { name: say('Another last day') }).check();
        await dialog.getByLabel(say('Last day'), { exact: true }).fill(dayAhead(1));
      });
    });
    await side('partner', async (page, say) => {
      await page.goto('/portal/leaving');
      await act(page, say('Agree'));
      await page
        .getByText(before(say('Last day: <0/>')))
        .first()
        .waitFor();
    });
    await side('company', async (page, say) => {
      await page.goto(`${cast.path}/leaving`);
      await act(page, say('Begin to leave'));
    });
  });
});

describe('when the last day has passed', () => {
  beforeAll(() => doors.later(40), 120_000);

  test.each(stories)('the final account is made, the partnership ends, and each side takes its archive: $name', async (cast) => {
    await signBothIn(cast);
    await asSide(cast, 'company', async (page, say) => {
      await page.goto(`${cast.path}/leaving`);
      await actDespite(page, say, say('Make the final account'));
      await actDespite(page, say, say('End the partnership'));
      await page.getByText(say('Ended', 'leaving'), { exact: true }).first().waitFor();
      await archive(page, say);
    });
    await asSide(cast, 'partner', async (page, say) => {
      // Whatever is opened leads to what can still be read.
      await page.goto('/portal');
      await page.waitForURL('**/portal/leaving');
      await page.getByText(say('Ended', 'leaving'), { exact: true }).first().waitFor();
      await archive(page, say);
    });
  });
});
