import { readFile } from 'node:fs/promises';
import { guardRoutes } from '@cordee/contract/guard';
import { checkGuardsOf } from '../../modules/guard/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { UsageError } from '../usage-error.ts';

const states = {
  broken: { en: 'not respected', fr: 'non respectée' },
  unknown: { en: 'unknown', fr: 'inconnue' },
  respected: { en: 'respected', fr: 'respectée' },
  not_concerned: { en: 'does not concern it', fr: 'sans objet' },
} as const;

export const checkGuardsCommand = defineCommand({
  name: 'guards check',
  summary: {
    en: 'Put what the law asks to a case; not legal advice.',
    fr: 'Confronter un cas à ce que demande le droit ; ceci n’est pas un conseil juridique.',
  },
  options: { workspace: WORKSPACE },
  positionals: [
    {
      name: 'file',
      help: {
        en: 'JSON of answers: {"contract_kind": "agent", "starts_on": "2025-01-15"}',
        fr: 'réponses en JSON : {"contract_kind": "agent", "starts_on": "2025-01-15"}',
      },
    },
  ],
  async run({ options: { workspace }, words, installation, say }) {
    const read = guardRoutes.checkGuards.body?.safeParse({ answers: parsed(await readFile(words.file, 'utf8')) });
    if (read?.success !== true) throw new UsageError(notAnswers);
    const context = await (await installation()).context(workspace);
    const check = await checkGuardsOf(context, read.data);
    const told = check.findings.filter(({ state }) => state !== 'not_concerned');
    const lines = told.flatMap(({ topic, state, rule, source, days, missing }) => [
      `${topic}: ${say(states[state])}`,
      `  ${rule} (${source})`,
      ...days.map(({ label, on }) => `  ${label}: ${on}`),
      ...missing.map(({ key, text }) => `  ? ${key}: ${text}`),
    ]);
    return { ok: check.counts.broken === 0, json: check, text: [...lines, check.notice].join('\n') };
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(notAnswers);
  }
}

const notAnswers = {
  en: 'The file holds one JSON object of answers by question.',
  fr: 'Le fichier contient un seul objet JSON : les réponses, par question.',
};
