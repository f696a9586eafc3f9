import { compareCharters, renderCharter, type ArticleChange, type CharterDocument } from '@cordee/core/charter';
import { decodeId } from '@cordee/core/ids';
import type { Language } from '@cordee/contract/language';
import { getCharter, getCharterVersion, listCharters } from '../../modules/charter/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const CHARTER_ID = [{ name: 'charter-id', help: { en: 'chr_…: the charter', fr: 'chr_… : la charte' } }] as const;
const TEXT = {
  kind: 'text',
  value: 'language',
  choices: ['fr', 'en', 'both'],
  help: {
    en: 'in which language the text is printed; both, the prevailing one first, when left out',
    fr: 'langue du texte affiché ; les deux, celle qui prévaut d’abord, par défaut',
  },
} as const;

export const chartersList = defineCommand({
  name: 'charters list',
  summary: { en: 'All charters, the newest first.', fr: 'Toutes les chartes, de la plus récente à la plus ancienne.' },
  options: {
    workspace: WORKSPACE,
    partner: { kind: 'text', value: 'prt_…', help: { en: 'of this partner only', fr: 'de ce partenaire seulement' } },
  },
  positionals: [],
  async run({ options: { workspace, partner }, installation, say }) {
    const partnerId = partner === undefined ? undefined : idOf('prt', partner);
    const context = await (await installation()).context(workspace);
    const items = await everyPage((page) => listCharters(context, { ...page, partnerId }));
    if (items.length === 0) return { json: items, text: say({ en: 'There is no charter.', fr: 'Il n’y a aucune charte.' }) };
    const header = say({
      en: 'charter partner kind state holds draft ends',
      fr: 'charte partenaire genre état vigueur brouillon fin',
    });
    const rows = items.map(({ id, partnerName, kind, state, inForce, draft, endsOn }) => [
      id,
      printable(partnerName),
      kind,
      state,
      String(inForce ?? '–'),
      String(draft ?? '–'),
      endsOn ?? '–',
    ]);
    return { json: items, text: table(header.split(' '), rows, [4, 5]) };
  },
});

export const chartersShow = defineCommand({
  name: 'charters show',
  summary: {
    en: 'A charter: where it stands, and the text of a version in both languages.',
    fr: 'Une charte : où elle en est, et le texte d’une version dans les deux langues.',
  },
  options: {
    workspace: WORKSPACE,
    version: {
      kind: 'integer',
      min: 1,
      value: 'number',
      help: { en: 'the one in force, else the latest, when left out', fr: 'celle en vigueur, sinon la dernière, par défaut' },
    },
    text: TEXT,
  },
  positionals: CHARTER_ID,
  async run({ options, words, installation, say }) {
    const id = idOf('chr', words['charter-id']);
    const context = await (await installation()).context(options.workspace);
    const charter = await getCharter(context, id);
    const number = Number(options.version ?? charter.inForce ?? charter.versions.at(-1)?.number ?? 1);
    const version = await getCharterVersion(context, id, number, undefined);
    const document = version.document as CharterDocument;
    const head = [
      `${printable(charter.partnerName)} · ${charter.kind} · ${charter.state}`,
      ...charter.versions.map((one) => `  v${one.number} ${one.state} ${one.holdsFrom ?? '–'} ${one.hash.slice(0, 12)}`),
      ...version.faults.map(({ grade, path, message }) => `${grade}: ${path}: ${message}`),
    ];
    const texts = languagesOf(options.text, document).map((language) => textOf(document, language));
    const title = say({ en: `Version ${number}`, fr: `Version ${number}` });
    return { json: { charter, version }, text: [...head, '', title, ...texts].join('\n') };
  },
});

export const chartersCompare = defineCommand({
  name: 'charters compare',
  summary: {
    en: 'What differs between two versions, word by word, and in what falls due. [-gone-] {+new+}',
    fr: 'Ce qui diffère entre deux versions, mot à mot, et dans les échéances. [-retiré-] {+nouveau+}',
  },
  options: {
    workspace: WORKSPACE,
    from: {
      kind: 'integer',
      min: 1,
      value: 'number',
      required: true,
      help: { en: 'the earlier version', fr: 'la version antérieure' },
    },
    to: {
      kind: 'integer',
      min: 1,
      value: 'number',
      required: true,
      help: { en: 'the later version', fr: 'la version ultérieure' },
    },
    text: TEXT,
  },
  positionals: CHARTER_ID,
  async run({ options: { workspace, from, to, text }, words, installation, say }) {
    const id = idOf('chr', words['charter-id']);
    const context = await (await installation()).context(workspace);
    const before = (await getCharterVersion(context, id, from, undefined)).document as CharterDocument;
    const version = await getCharterVersion(context, id, to, from);
    const document = version.document as CharterDocument;
    const told = languagesOf(text, document).map((language) => ({
      language,
      changes: compareCharters(before, document, language),
    }));
    const { duties, obligations, divergences, annexStanding } = version;
    const json = { from, to, differences: told, duties, obligations, divergences, annexStanding };
    if (told.every(({ changes }) => changes.length === 0))
      return { json, text: say({ en: 'Nothing differs.', fr: 'Rien ne diffère.' }) };
    const lines = told.flatMap(({ language, changes }) => [`== ${language}`, ...changes.flatMap(changeLines)]);
    const due = duties.map(({ article, kind, key, change }) => `${change}: ${article} ${kind} ${key}`);
    const alone = divergences.map(({ key, changed, stayed }) =>
      say({ en: `${key}: ${changed} was changed, ${stayed} was not`, fr: `${key} : ${changed} a changé, ${stayed} non` }),
    );
    const dueTitle = say({ en: 'Falls due otherwise', fr: 'Échéances modifiées' });
    return { json, text: [...lines, ...titled(dueTitle, due), ...titled('fr ≠ en', alone)].join('\n') };
  },
});

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function changeLines({ kind, before, after, runs }: ArticleChange): string[] {
  const article = after ?? before;
  const marks = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
  const said = runs.map((run) => `${marks[run.kind][0]}${printable(run.text)}${marks[run.kind][1]}`).join('');
  return [`${kind}: ${article?.number ?? ''} ${printable(article?.heading ?? '')}`.trimEnd(), `  ${said}`];
}

function languagesOf(asked: string | undefined, { prevailing }: CharterDocument): Language[] {
  if (asked === 'fr' || asked === 'en') return [asked];
  return [prevailing, prevailing === 'fr' ? 'en' : 'fr'];
}

function textOf(document: CharterDocument, language: Language): string {
  const sections = renderCharter(document, language).map(({ letter, heading, articles }) =>
    [
      ...(letter === null ? [] : [`${letter}. ${heading}`]),
      ...articles.map(({ number, heading: title, text }) => `${number} ${printable(title)}\n${indented(text)}`.trimStart()),
    ].join('\n'),
  );
  return `\n== ${language}\n\n${sections.join('\n\n')}`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${printable(line)}`)
    .join('\n');
}

/** Texts from outside must not move the cursor or change colours. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\uFFFD');
}

function idOf(prefix: 'chr' | 'prt', given: string): string {
  const id = decodeId(prefix, given);
  if (id === null) {
    throw new UsageError({ en: `An id here starts with ${prefix}_.`, fr: `Un identifiant commence ici par ${prefix}_.` });
  }
  return id;
}
