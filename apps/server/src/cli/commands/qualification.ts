import { writeFile } from 'node:fs/promises';
import { qualificationStates, type QualificationDetail } from '@cordee/contract/qualification';
import { decodeId } from '@cordee/core/ids';
import type { Language } from '@cordee/contract/language';
import { getQualification, listQualifications } from '../../modules/qualification/index.ts';
import { createSealer, readMasterKey } from '../../platform/crypto/index.ts';
import type { Config } from '../../platform/config/index.ts';
import type { Context } from '../../platform/context.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const stateWords = {
  open: { en: 'being answered', fr: 'en cours de réponse' },
  revealed: { en: 'revealed', fr: 'révélée' },
  withdrawn: { en: 'withdrawn', fr: 'retirée' },
  expired: { en: 'run out', fr: 'échue' },
} as const;
const severityWords = {
  serious: { en: 'far apart', fr: 'très éloignés' },
  notable: { en: 'apart', fr: 'éloignés' },
  minor: { en: 'slightly apart', fr: 'un peu éloignés' },
  aligned: { en: 'in agreement', fr: 'en accord' },
  unknown: { en: 'not known', fr: 'inconnu' },
  shown: { en: 'to be read', fr: 'à lire' },
} as const;
const ID = { name: 'qualification-id', help: { en: 'qlf_…: the qualification', fr: 'qlf_… : la qualification' } } as const;

export const listQualificationsCommand = defineCommand({
  name: 'qualification list',
  summary: {
    en: 'Questionnaires both sides were asked, the newest first.',
    fr: 'Les questionnaires posés aux deux parties, du plus récent au plus ancien.',
  },
  options: {
    workspace: WORKSPACE,
    state: {
      kind: 'text',
      value: 'state',
      choices: [...qualificationStates],
      help: { en: 'only those that stand so', fr: 'seulement celles dans cet état' },
    },
    partner: {
      kind: 'text',
      value: 'partner-id',
      help: { en: 'only those of this partner (prt_…)', fr: 'seulement celles de ce partenaire (prt_…)' },
    },
  },
  positionals: [],
  async run({ options: { workspace, state, partner }, installation, language, say }) {
    const partnerId = partner === undefined ? undefined : decodeId('prt', partner);
    if (partnerId === null) throw new UsageError(noPartner);
    const context = await (await installation()).context(workspace);
    const wanted = qualificationStates.find((known) => known === state);
    const found = await everyPage((page) => listQualifications(context, { ...page, partnerId, state: wanted }));
    const sealed = ({ company, partner: other }: (typeof found)[number]['sides']) =>
      `${company.sealedAt === null ? '–' : '✓'} ${other.sealedAt === null ? '–' : '✓'}`;
    const rows = found.map(({ id, partnerName, name, version, state: now, sides, openedAt }) => [
      id,
      plain(partnerName),
      `${plain(name[language])} v${version}`,
      say(stateWords[now]),
      sealed(sides),
      openedAt.slice(0, 10),
    ]);
    const heads = {
      en: ['id', 'partner', 'questionnaire', 'state', 'sealed (company, partner)', 'opened'],
      fr: ['id', 'partenaire', 'questionnaire', 'état', 'scellé (entreprise, partenaire)', 'ouverte'],
    };
    return { json: found, text: table(heads[language], rows) };
  },
});

export const showQualification = defineCommand({
  name: 'qualification show',
  summary: {
    en: 'How one stands; once revealed its score, differences and agenda.',
    fr: 'Où en est une qualification ; une fois révélée, score, écarts et ordre du jour.',
  },
  options: { workspace: WORKSPACE },
  positionals: [ID],
  async run({ options, words, installation, config, language }) {
    const context = await (await installation()).context(options.workspace);
    const detail = await readDetail(context, config, words['qualification-id']);
    return { json: detail, text: linesOf(detail, language).join('\n') };
  },
});

export const exportQualification = defineCommand({
  name: 'qualification export',
  summary: {
    en: 'Writes a revealed one as JSON: questions, answers, seals and what they were made of.',
    fr: 'Écrit une qualification révélée en JSON : questions, réponses, sceaux et ce dont ils sont faits.',
  },
  options: { workspace: WORKSPACE },
  positionals: [ID, { name: 'file', help: { en: 'the file to write', fr: 'le fichier à écrire' } }],
  async run({ options, words, installation, config, say }) {
    const context = await (await installation()).context(options.workspace);
    const detail = await readDetail(context, config, words['qualification-id']);
    if (detail.revealed === null) return { ok: false, json: { written: false }, text: say(notRevealed) };
    await writeFile(words.file, `${JSON.stringify(detail, null, 2)}\n`, { mode: 0o600 });
    const answers = Object.keys(detail.revealed.answers.company).length + Object.keys(detail.revealed.answers.partner).length;
    const told = { en: `${answers} answers written to ${words.file}.`, fr: `${answers} réponses écrites dans ${words.file}.` };
    return { json: { written: true, file: words.file, answers }, text: say(told) };
  },
});

/** A qualification without the draft of the company: before the reveal nobody but those who answer reads it. */
async function readDetail(context: Context, config: Config, id: string): Promise<QualificationDetail> {
  const uuid = decodeId('qlf', id);
  if (uuid === null) throw new UsageError(noQualification);
  const parts = { sealer: createSealer(readMasterKey(config.secret, config.dataFolder)) };
  return { ...(await getQualification(context, parts, uuid)), own: null };
}

function linesOf(detail: QualificationDetail, language: Language): string[] {
  const { partnerName, name, version, state, sides, revealed, evidence, decision } = detail;
  const french = language === 'fr';
  const sealedOn = (at: string | null) => at?.slice(0, 10) ?? (french ? 'pas encore' : 'not yet');
  const lines = [
    `${plain(partnerName)} · ${plain(name[language])} v${version} · ${stateWords[state][language]}`,
    `${french ? 'Scellé par l’entreprise' : 'Sealed by the company'}: ${sealedOn(sides.company.sealedAt)}`,
    `${french ? 'Scellé par le partenaire' : 'Sealed by the partner'}: ${sealedOn(sides.partner.sealedAt)}`,
  ];
  if (evidence.length > 0)
    lines.push(`${french ? 'Justificatifs' : 'Evidence'}: ${evidence.map(({ title }) => plain(title)).join(', ')}`);
  if (decision !== null) lines.push(`${french ? 'Décision' : 'Decision'}: ${decision.kind} – ${plain(decision.reason)}`);
  if (revealed === null) return lines;
  const { score, differences, agenda } = revealed;
  if (score !== null) {
    lines.push(`Score: ${percent(score.worst)} – ${percent(score.best)} (${score.known}/${score.terms})`);
  }
  const rows = differences
    .filter(({ severity }) => severity === 'serious' || severity === 'notable' || severity === 'unknown')
    .map(({ item, severity, weight, text }) => [item, severityWords[severity][language], String(weight), plain(text[language])]);
  lines.push('', table(french ? ['question', 'lecture', 'poids', ''] : ['question', 'reading', 'weight', ''], rows, [2]));
  lines.push('', ...agenda.map(({ minutes, text }) => `${minutes} min  ${plain(text[language])}`));
  return lines;
}

const percent = (share: number) => `${Math.round(share / 100)} %`;
/** What people wrote moves no cursor of a terminal. */
const plain = (text: string) => text.replace(/\p{Cc}/gu, '\uFFFD');

const noPartner = { en: 'A partner id starts with prt_.', fr: 'Un identifiant de partenaire commence par prt_.' };
const noQualification = {
  en: 'The id of a qualification starts with qlf_: see `qualification list`.',
  fr: 'L’identifiant d’une qualification commence par qlf_ : voyez `qualification list`.',
};
const notRevealed = {
  en: 'It is not revealed: both sides have to seal first. Nothing was written.',
  fr: 'Elle n’est pas révélée : les deux parties doivent d’abord sceller. Rien n’a été écrit.',
};
