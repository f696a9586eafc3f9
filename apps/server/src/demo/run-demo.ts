import type { Bilingual, Language } from '@cordee/contract/language';
import type { Instant } from '@cordee/core/time';
import { castPrograms } from './cast/programs.ts';
import { readBack } from './read-back.ts';
import type { Stage } from './stage.ts';
import { connectSystems } from './steps/connect-systems.ts';
import { openCompany } from './steps/open-company.ts';
import { openPrograms } from './steps/open-programs.ts';
import { play } from './steps/play.ts';
import { signPartners } from './steps/sign-partners.ts';
import { allCounted, takeStock } from './steps/take-stock.ts';
import { tellStory } from './story/tell-story.ts';

/** What an operator learns from `verify`. */
export interface DemoVerdict {
  readonly facts: number;
  readonly ledgerBalanced: boolean;
  readonly replayDifferences: number;
}

/** The server the demo plays on, and its operator. */
export interface DemoHost {
  readonly baseUrl: string;
  /** null: there is an administrator, of an earlier demo. */
  readonly setupLink: string | null;
  readonly now: () => Instant;
  /** Of the company with this slug. */
  readonly verify: (slug: string) => Promise<DemoVerdict>;
  readonly note: (sentence: Bilingual) => void;
}

export interface DemoResult {
  readonly partners: number;
  readonly facts: number;
  readonly commissions: number;
  readonly ledgerBalanced: boolean;
  readonly replayDifferences: number;
}

export interface Demo {
  readonly result: DemoResult;
  /** The statement, the explanations and the verdict, for people. */
  readonly text: string;
}

/**
 * Plays ninety days of a company through the public endpoints of a running server and reads back what came of it. `scale` is
 * the part of the full size. On one day two runs come to the same figures; only ids and instants differ.
 */
export async function runDemo(host: DemoHost, language: Language, scale: number): Promise<Demo> {
  const story = tellStory(host.now(), scale);
  const { keys, slug } = await openCompany(host.baseUrl, host.setupLink, language);
  const programs = await openPrograms(keys.office, story);
  const partners = await signPartners(keys.office, story, programs);
  const hooks = await connectSystems(keys.office);
  const { note } = host;
  const stage: Stage = { keys, story, programs, partners, hooks, clickIds: new Map(), answers: new Map(), note };
  note({
    en: `“Refuge & Cie”: ${castPrograms.length} programs, ${partners.size} partners, 3 connected systems`,
    fr: `« Refuge & Cie » : ${castPrograms.length} programmes, ${partners.size} partenaires, 3 systèmes connectés`,
  });
  const regrets = await play(stage, scale, language);
  await allCounted(keys.office);
  const { partners: signed, facts, commissions, isBalanced } = await takeStock(keys.office);
  const verdict = await host.verify(slug);
  const result = {
    partners: signed,
    facts,
    commissions,
    ledgerBalanced: verdict.ledgerBalanced && isBalanced && verdict.facts === facts,
    replayDifferences: verdict.replayDifferences,
  };
  return { result, text: await readBack(stage, regrets, { outcome: result, now: host.now(), language }) };
}
