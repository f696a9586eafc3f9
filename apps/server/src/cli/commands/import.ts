import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { join } from 'node:path';
import { importKinds, importSettings, type ImportKind } from '@cordee/contract/import';
import { decodeId, encodeId } from '@cordee/core/ids';
import { openRunner } from '../../modules/counting/index.ts';
import { getRejects, importFile, type IngestionParts } from '../../modules/ingestion/index.ts';
import { createSealer, readMasterKey } from '../../platform/crypto/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { UsageError } from '../usage-error.ts';

const auto = (choices: readonly string[], help: { en: string; fr: string }) =>
  ({ kind: 'text', value: 'how', choices, help }) as const;

export const importCommand = defineCommand({
  name: 'import',
  summary: {
    en: 'Import a CSV file: sales, clicks, leads, refunds, partners, or another system’s export. Run again, it goes on where it stopped.',
    fr: 'Importer un fichier CSV : ventes, clics, prospects, remboursements, partenaires, ou l’export d’un autre système. Relancé, il reprend où il s’est arrêté.',
  },
  options: {
    workspace: WORKSPACE,
    kind: {
      kind: 'text',
      value: 'kind',
      required: true,
      choices: importKinds,
      help: { en: 'its rows', fr: 'ses lignes' },
    },
    delimiter: auto(['auto', 'comma', 'semicolon', 'tab'], { en: 'what separates columns', fr: 'ce qui sépare les colonnes' }),
    encoding: auto(['auto', 'utf-8', 'windows-1252'], {
      en: 'how characters are written',
      fr: 'comment les caractères sont écrits',
    }),
    numbers: auto(['auto', 'dot', 'comma'], { en: 'the decimal mark', fr: 'le séparateur décimal' }),
    dates: auto(['auto', 'iso', 'fr', 'en'], { en: 'fr: dd/mm/yyyy, en: mm/dd/yyyy', fr: 'fr : jj/mm/aaaa, en : mm/jj/aaaa' }),
    amounts: auto(['major', 'minor'], { en: 'major: 49.90; minor: 4990', fr: 'major : 49,90 ; minor : 4990' }),
    currency: { kind: 'text', value: 'EUR', help: { en: 'for rows that name none', fr: 'pour les lignes qui n’en nomment pas' } },
    program: {
      kind: 'text',
      value: 'prg_…',
      help: { en: 'the program partners are enrolled in', fr: 'le programme où inscrire les partenaires' },
    },
    map: {
      kind: 'list',
      value: 'field=column',
      help: {
        en: 'our field and the column it is in; remembered for this header',
        fr: 'notre champ et sa colonne ; retenu pour cet en-tête',
      },
    },
    rejects: {
      kind: 'text',
      value: 'file.csv',
      help: { en: 'where rows that could not be read go', fr: 'où vont les lignes illisibles' },
    },
  },
  positionals: [{ name: 'file', help: { en: 'the CSV file', fr: 'le fichier CSV' } }],
  async run({ options, words, config, clock, installation, progress, say }) {
    const opened = await installation();
    const context = await opened.context(options.workspace);
    const runner = openRunner({ db: opened.db, onError: () => undefined });
    const parts: IngestionParts = {
      db: opened.db,
      now: clock,
      sealer: createSealer(readMasterKey(config.secret, config.dataFolder)),
      kick: () => undefined,
      catchUp: (workspaceId) => runner.catchUp(workspaceId),
      importFolder: join(config.dataFolder, 'imports'),
      onError: () => undefined,
      baseUrl: opened.baseUrl,
    };
    const bar = progress({ en: 'Importing', fr: 'Import' });
    const input = { ...settingsOf(options), kind: options.kind as ImportKind, path: words.file };
    const done = await importFile(context, parts, input, {
      onProgress: ({ line, share }) => bar.update(line, share > 0 ? Math.round(line / share) : null),
    });
    bar.end();
    const counting = progress({ en: 'Counting', fr: 'Comptage' });
    await runner.catchUp(context.workspaceId, (counted) => counting.update(counted));
    counting.end();
    if (options.rejects !== undefined) await pipeline(await getRejects(context, done.id), createWriteStream(options.rejects));
    const { state, accepted, duplicates, rejected } = done;
    return {
      ok: state === 'done',
      json: { id: encodeId('imp', done.id), state, accepted, duplicates, rejected, fault: done.fault },
      text: say({
        en: `${accepted} accepted, ${duplicates} known already, ${rejected} rejected.`,
        fr: `${accepted} acceptées, ${duplicates} déjà connues, ${rejected} rejetées.`,
      }),
    };
  },
});

interface Given {
  readonly delimiter: string | undefined;
  readonly encoding: string | undefined;
  readonly numbers: string | undefined;
  readonly dates: string | undefined;
  readonly amounts: string | undefined;
  readonly currency: string | undefined;
  readonly program: string | undefined;
  readonly map: readonly string[];
}

function settingsOf({ delimiter, encoding, numbers, dates, amounts, currency, program, map }: Given) {
  if (program !== undefined && decodeId('prg', program) === null) {
    throw new UsageError({ en: 'A program id starts with prg_.', fr: 'Un identifiant de programme commence par prg_.' });
  }
  const mapping = map.length === 0 ? undefined : Object.fromEntries(map.map(pairOf));
  const parsed = importSettings.safeParse({
    delimiter,
    encoding,
    numbers,
    dates,
    amounts,
    currency,
    programId: program,
    mapping,
  });
  if (!parsed.success) throw new UsageError({ en: 'Unknown currency.', fr: 'Devise inconnue.' });
  return parsed.data;
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) {
    throw new UsageError({ en: `--map takes field=column, not ${text}.`, fr: `--map attend champ=colonne, et non ${text}.` });
  }
  return [text.slice(0, at), text.slice(at + 1)];
}
