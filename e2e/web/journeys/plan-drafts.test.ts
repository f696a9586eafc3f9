import { expect, test } from 'vitest';
import { simplePlan } from '../../../apps/server/test/terms.ts';
import { post, type Answer } from '../api.ts';
import { onStage } from '../on-stage.ts';

const { visiting, stage } = onStage();
const send = (path: string, body: unknown, method = 'POST') =>
  post(stage.origin, stage.secretKey, `/api/v1/${path}`, body, method);

const written = (holdDays: number) => ({ document: { ...simplePlan, holdDays } });

/** A plan with a version in force and a draft. */
async function drafted(name: string): Promise<{ planId: string; draftId: string }> {
  const program = await send('programs', { name, destinationUrl: 'https://boutique.alpes.example/', plan: simplePlan });
  const planId = String(program['planId']);
  await send(`plans/${planId}/publication`, {});
  return { planId, draftId: String((await send(`plans/${planId}/versions`, written(21)))['id']) };
}

async function holdOf(planId: string): Promise<unknown> {
  const response = await fetch(`${stage.origin}/api/v1/plans/${planId}`, {
    headers: { authorization: `Bearer ${stage.secretKey}` },
  });
  const { versions } = (await response.json()) as { versions: { document: Answer }[] };
  return versions.at(-1)?.document['holdDays'];
}

test('of two who write a draft the second loses nothing, looks at what differs, and decides', async () => {
  const { planId, draftId } = await drafted('Written by two');
  await visiting({ as: 'manager' }, async ({ page, clean }) => {
    await page.goto(`/console/plans/${planId}/edit`);
    const hold = page.getByLabel('Hold, in days');
    // The editor brings the schemas and core: on a busy machine that takes its time.
    await page.getByRole('button', { name: 'Save the draft' }).waitFor({ timeout: 30_000 });
    await hold.fill('28');
    await send(`plan-versions/${draftId}`, written(45), 'PUT');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'Somebody else has saved this draft meanwhile.' });
    await notice.waitFor();
    expect(await hold.inputValue()).toBe('28');
    expect(await holdOf(planId)).toBe(45);
    await notice.getByRole('button', { name: 'Look at what differs' }).click();
    await notice.getByText('1 clause differs.').waitFor();
    await clean();
    await notice.getByRole('button', { name: 'Save mine over theirs' }).click();
    await page.getByText('The draft is saved.').waitFor();
    expect(await holdOf(planId)).toBe(28);

    await hold.fill('35');
    await send(`plan-versions/${draftId}`, written(60), 'PUT');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await notice.getByRole('button', { name: 'Go on from theirs' }).click();
    await expect.poll(() => hold.inputValue()).toBe('60');
    await notice.waitFor({ state: 'detached' });
    // What was typed is one step back.
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => hold.inputValue()).toBe('35');
  });
}, 120_000);

test('a draft is deleted in French, after a question, and comes back', async () => {
  const { planId } = await drafted('Brouillon de trop');
  await visiting({ as: 'owner', language: 'fr' }, async ({ page, clean }) => {
    await page.goto(`/console/plans/${planId}/edit`);
    await page.getByRole('button', { name: 'Supprimer le brouillon' }).click({ timeout: 30_000 });
    const question = page.getByRole('dialog', { name: 'Supprimer ce brouillon ?' });
    await question.waitFor();
    await clean();
    await question.getByRole('button', { name: 'Supprimer' }).click();
    await page.getByText('Le brouillon est supprimé.').waitFor();
    expect(await holdOf(planId)).toBe(30);
    await page.getByRole('button', { name: 'Supprimer le brouillon' }).waitFor({ state: 'detached' });
    await page.getByRole('alert').getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('button', { name: 'Supprimer le brouillon' }).waitFor();
    expect(await holdOf(planId)).toBe(21);
  });
}, 120_000);
