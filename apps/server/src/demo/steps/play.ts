import type { Language } from '@cordee/contract/language';
import { euros } from '../report.ts';
import type { Stage } from '../stage.ts';
import type { StoryEvent } from '../story/story.ts';
import { importOffline } from './import-offline.ts';
import { liveVisits } from './live-visits.ts';
import { offlineFile } from './offline-file.ts';
import { announceRates } from './open-programs.ts';
import { payPartners } from './pay-partners.ts';
import { regretPaid, type PaidRegret } from './regret-paid.ts';
import { registerContributions } from './register-contributions.ts';
import { tellAgain } from './tell-again.ts';
import { tellClicks } from './tell-clicks.ts';
import { tellHistory } from './tell-history.ts';

/** Everything that happens once the company is set up, in order, with a remark after each step. */
export async function play(stage: Stage, scale: number, language: Language): Promise<readonly PaidRegret[]> {
  await playHistory(stage, scale);
  const regrets = await playMoney(stage);
  await playToday(stage, scale, language);
  return regrets;
}

async function playHistory(stage: Stage, scale: number): Promise<void> {
  const { note, story } = stage;
  const repeats = await tellClicks(stage);
  note({
    en: `${story.clicks.length} clicks of ninety days, ${repeats} of them repeats`,
    fr: `${story.clicks.length} clics en quatre-vingt-dix jours, dont ${repeats} répétés`,
  });
  await tellHistory(stage);
  const of = (kind: StoryEvent['kind']) => story.events.filter((event) => event.kind === kind).length;
  note({
    en: `${of('lead')} leads, ${of('order')} sales by API, Stripe, Shopify and WooCommerce, ${of('refund')} refunds, ${of('dispute')} steps of disputes`,
    fr: `${of('lead')} prospects, ${of('order')} ventes par API, Stripe, Shopify et WooCommerce, ${of('refund')} remboursements, ${of('dispute')} étapes de litiges`,
  });
  const file = offlineFile(story, scale);
  const { accepted, rejected } = await importOffline(stage, file);
  if (rejected !== file.badRows) throw new Error(`${rejected} rows were rejected, ${file.badRows} are bad`);
  note({
    en: `${accepted} offline sales imported from a French spreadsheet, ${rejected} bad rows set aside`,
    fr: `${accepted} ventes hors ligne importées d'un tableur français, ${rejected} lignes fautives mises de côté`,
  });
}

async function playMoney(stage: Stage): Promise<readonly PaidRegret[]> {
  const { note } = stage;
  const payments = await payPartners(stage);
  note({
    en: `${payments.released} balances released, ${payments.paid} payouts arrived, ${payments.rejected} came back`,
    fr: `${payments.released} soldes devenus exigibles, ${payments.paid} versements arrivés, ${payments.rejected} revenu`,
  });
  const regrets = await regretPaid(stage, payments);
  note({
    en: `${regrets.length} sales given back after their commission was paid`,
    fr: `${regrets.length} ventes reprises après le versement de leur commission`,
  });
  return regrets;
}

async function playToday(stage: Stage, scale: number, language: Language): Promise<void> {
  const { note } = stage;
  const live = await liveVisits(stage, scale);
  note({
    en: `${live.visits} live visits (people, repeats, robots, privacy signals), ${live.sales} sales, ${live.unpaid} of them unpaid`,
    fr: `${live.visits} visites en direct (personnes, répétitions, robots, refus de pistage), ${live.sales} ventes, dont ${live.unpaid} non rémunérées`,
  });
  const registered = await registerContributions(stage);
  note({
    en: `${registered.deals} registered deal and ${registered.introductions} introduction confirmed; the sales that followed earn ${euros(registered.earned, language)}`,
    fr: `${registered.deals} affaire enregistrée et ${registered.introductions} mise en relation confirmées ; les ventes qui ont suivi rapportent ${euros(registered.earned, language)}`,
  });
  const again = await tellAgain(stage);
  note({
    en: `${again.byApi + again.byWebhook} events delivered twice, counted once; a contradiction refused`,
    fr: `${again.byApi + again.byWebhook} événements livrés deux fois, comptés une seule ; une contradiction refusée`,
  });
  const change = await announceRates(stage);
  const share = (minor: number) => euros(minor, language);
  note({
    en: `New rates announced for ${change.effectiveAt.slice(0, 10)}; on these ninety days: ${share(change.difference)} of ${share(change.now)}`,
    fr: `Nouveau barème annoncé pour le ${change.effectiveAt.slice(0, 10)} ; sur ces quatre-vingt-dix jours : ${share(change.difference)} sur ${share(change.now)}`,
  });
}
