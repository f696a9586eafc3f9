import type { Language } from '@cordee/contract/language';
import { i18n, type Messages } from '@lingui/core';
import { activate, currentLanguage, rememberLanguage } from './language.ts';

/** Each feature has a catalogue of its own, loaded with its first screen; `shell` is what all of them share. */
export type CatalogueName =
  | 'shell'
  | 'identity'
  | 'partner'
  | 'partnership'
  | 'fact'
  | 'commission'
  | 'overview'
  | 'home'
  | 'commission-review'
  | 'settings'
  | 'webhook'
  | 'messaging'
  | 'ingestion'
  | 'link'
  | 'analytics'
  | 'ledger'
  | 'payment'
  | 'accounting'
  | 'tax'
  | 'contribution'
  | 'charter'
  | 'claim'
  | 'qualification'
  | 'obligation'
  | 'dispute'
  | 'guard'
  | 'file'
  | 'signature'
  | 'transaction'
  | 'invoice'
  | 'statement'
  | 'terms'
  | 'program'
  | 'plan'
  | 'enrollment';

const files = import.meta.glob<{ messages: Messages }>('../../locales/*/*.po');
const wanted = new Set<CatalogueName>(['shell']);
const loaded = new Set<string>();

/** Loads the strings of a feature in the language of the moment. */
export async function loadCatalogue(name: CatalogueName): Promise<void> {
  wanted.add(name);
  await load(name, currentLanguage());
}

/** Shows everything in this language from now on. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([...wanted].map((name) => load(name, language)));
  activate(language);
}

/** The same, as the person's choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  rememberLanguage(language);
}

async function load(name: CatalogueName, language: Language): Promise<void> {
  const path = `../../locales/${language}/${name}.po`;
  if (loaded.has(path)) return;
  const read = files[path];
  if (read === undefined) throw new Error(`no catalogue ${path}: run \`npm run strings -w apps/web\``);
  const { messages } = await read();
  i18n.load(language, messages);
  loaded.add(path);
}
