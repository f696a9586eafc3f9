import type { ExportBooks } from '@cordee/contract/accounting';
import { decimals, type FecFault, fecFaultSentence, type FecReport } from '@cordee/core/accounting';
import type { Bilingual, Language } from '@cordee/contract/language';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFecFile, faultWords, planBooksFile, writeBooksFile } from '../../modules/accounting/index.ts';
import { type Command, defineCommand, WORKSPACE } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { mustBeMonth } from './close.ts';

const MONTHS = [
  { name: 'from', help: { en: 'the first month, such as 2026-01', fr: 'le premier mois, par exemple 2026-01' } },
  { name: 'to', help: { en: 'the last month, included', fr: 'le dernier mois, inclus' } },
] as const;
const FOLDER = {
  kind: 'text',
  value: 'folder',
  help: { en: 'where the file goes; here unless said', fr: 'où va le fichier ; ici sinon' },
} as const;
const DETAIL = {
  kind: 'flag',
  help: {
    en: 'an entry for each transaction, instead of one for each day, partner and document',
    fr: 'une écriture par opération, au lieu d’une par jour, partenaire et pièce',
  },
} as const;

function writing(format: ExportBooks['format'], summary: Bilingual): Command {
  return defineCommand({
    name: `books ${format}`,
    summary,
    options: {
      workspace: WORKSPACE,
      folder: FOLDER,
      detail: DETAIL,
      encoding: {
        kind: 'text',
        value: 'name',
        choices: ['utf-8', 'iso-8859-15'],
        help: { en: 'of a FEC; utf-8 unless said', fr: 'd’un FEC ; utf-8 sinon' },
      },
      separator: {
        kind: 'text',
        value: 'name',
        choices: ['tab', 'pipe'],
        help: { en: 'of a FEC; tab unless said', fr: 'd’un FEC ; tab sinon' },
      },
    },
    positionals: MONTHS,
    async run({ options, words: { from, to }, installation, language, progress, say }) {
      mustBeMonth(from);
      mustBeMonth(to);
      const context = await (await installation()).context(options.workspace);
      const request: ExportBooks = {
        format,
        from,
        to,
        detail: options.detail,
        encoding: options.encoding === 'iso-8859-15' ? 'iso-8859-15' : 'utf-8',
        separator: options.separator === 'pipe' ? 'pipe' : 'tab',
      };
      const { fileName, isDraft } = await planBooksFile(context, request);
      const path = join(options.folder ?? '.', fileName);
      const file = createWriteStream(path, { mode: 0o600 });
      const line = progress({ en: 'Writing', fr: 'Écriture' });
      const written = await writeBooksFile(context, request, {
        bytes: async (bytes) => {
          if (!file.write(bytes)) await once(file, 'drain');
        },
        read: (postings) => line.update(postings),
      });
      file.end();
      await once(file, 'finish');
      line.end();
      if ('fault' in written) {
        await rm(path);
        return { ok: false, json: { fault: written.fault }, text: say(faultWords(written.fault)) };
      }
      const { books, report } = written;
      const { entries, lines, debit, credit } = books;
      const said = isDraft
        ? say({ en: 'DRAFT: not all of its months are closed.', fr: 'BROUILLARD : tous ses mois ne sont pas clos.' })
        : say({ en: 'Final: its months are closed.', fr: 'Définitif : ses mois sont clos.' });
      return {
        ok: report.faults.length === 0,
        json: { path, isDraft, entries, lines, debit, credit, ...faultsJson(report, language) },
        text: [path, said, ...reportText(report, language)].join('\n'),
      };
    },
  });
}

export const booksFec = writing('fec', {
  en: 'Write the entries of some months as a FEC, and check it.',
  fr: 'Écrire les écritures de quelques mois en FEC, et le contrôler.',
});
export const booksCsv = writing('csv', {
  en: 'Write the same entries for a spreadsheet.',
  fr: 'Écrire les mêmes écritures pour un tableur.',
});
export const booksHledger = writing('hledger', {
  en: 'Write the same entries as a journal hledger reads.',
  fr: 'Écrire les mêmes écritures en journal lisible par hledger.',
});

export const booksCheck = defineCommand({
  name: 'books check',
  summary: {
    en: 'Check a FEC of whatever origin; exit code 1 if anything is wrong with it.',
    fr: 'Contrôler un FEC d’où qu’il vienne ; code de sortie 1 si quelque chose ne va pas.',
  },
  options: {
    encoding: {
      kind: 'text',
      value: 'name',
      choices: ['utf-8', 'iso-8859-15'],
      help: { en: 'unless said, it is found out', fr: 'sinon, il est deviné' },
    },
  },
  positionals: [{ name: 'file', help: { en: 'the file', fr: 'le fichier' } }],
  async run({ options, words: { file }, language, progress }) {
    const line = progress({ en: 'Reading', fr: 'Lecture' });
    const report = await checkFecFile(file, { encoding: options.encoding, onLine: (count) => line.update(count) }).catch(
      (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
          throw new UsageError({ en: `There is no file ${file}.`, fr: `Il n’y a pas de fichier ${file}.` });
        }
        throw error;
      },
    );
    line.end();
    return {
      ok: report.faults.length === 0,
      json: { ...report, ...faultsJson(report, language) },
      text: reportText(report, language).join('\n'),
    };
  },
});

function faultsJson({ faults, moreFaults }: FecReport, language: Language) {
  return { faults: faults.map((fault) => ({ ...fault, sentence: fecFaultSentence(fault, language) })), moreFaults };
}

function reportText({ entries, lines, debit, credit, faults, moreFaults }: FecReport, language: Language): string[] {
  const amount = (cents: bigint) => `${decimals(cents, 2, language === 'fr' ? ',' : '.')} EUR`;
  const sums = {
    en: `${entries} entries, ${lines} lines; debits ${amount(debit)}, credits ${amount(credit)}.`,
    fr: `${entries} écritures, ${lines} lignes ; débits ${amount(debit)}, crédits ${amount(credit)}.`,
  };
  const fault = (one: FecFault) =>
    ({ en: `- line ${one.line}: `, fr: `- ligne ${one.line} : ` })[language] +
    fecFaultSentence(one, language).replace(/\p{Cc}/gu, '\uFFFD');
  const none = { en: 'Checks: nothing was found.', fr: 'Contrôles : aucune anomalie.' };
  const more = { en: `… and ${moreFaults} more.`, fr: `… et ${moreFaults} autres.` };
  return [
    sums[language],
    ...(faults.length === 0 ? [none[language]] : faults.map(fault)),
    ...(moreFaults > 0 ? [more[language]] : []),
  ];
}
