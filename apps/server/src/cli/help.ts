import type { Language } from '@cordee/contract/language';
import type { Command, Option, Options } from './command.ts';
import { GLOBAL_OPTIONS } from './parse-command.ts';

const PROGRAM = 'npm run cordee --';

/** Every command, or those whose name begins with `group`. */
export function overview(commands: readonly Command[], language: Language, group = ''): string {
  const shown = commands.filter(({ name }) => group === '' || name.startsWith(`${group} `));
  const words = {
    en: { usage: 'Usage', commands: 'Commands', command: 'command', more: 'Options of a command', codes: 'Exit codes' },
    fr: { usage: 'Usage', commands: 'Commandes', command: 'commande', more: 'Options d’une commande', codes: 'Codes de sortie' },
  }[language];
  const codes = {
    en: '0 done · 1 the answer is no, or it could not be done · 2 wrong usage',
    fr: '0 fait · 1 la réponse est non, ou c’est impossible · 2 mauvais usage',
  }[language];
  const colon = language === 'fr' ? ' :' : ':';
  return [
    `${words.usage}${colon} ${PROGRAM} <${words.command}> [options]`,
    '',
    `${words.commands}${colon}`,
    ...aligned(shown.map(({ name, summary }) => [name, summary[language]])),
    '',
    `${words.more}${colon} ${PROGRAM} <${words.command}> --help`,
    `${words.codes}${colon} ${codes}`,
  ].join('\n');
}

export function helpOf(command: Command, language: Language): string {
  const words = {
    en: { usage: 'Usage', options: 'Options', everywhere: 'Options of all commands' },
    fr: { usage: 'Usage', options: 'Options', everywhere: 'Options de toutes les commandes' },
  }[language];
  const colon = language === 'fr' ? ' :' : ':';
  const line = [PROGRAM, command.name, ...command.positionals.map(({ name }) => name.toUpperCase()), '[options]'].join(' ');
  const sections = [
    [command.summary[language]],
    [`${words.usage}${colon} ${line}`],
    aligned(command.positionals.map(({ name, help }) => [name.toUpperCase(), help[language]])),
    titled(`${words.options}${colon}`, optionLines(command.options, language)),
    titled(`${words.everywhere}${colon}`, optionLines(GLOBAL_OPTIONS, language)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function optionLines(options: Options, language: Language): string[] {
  return aligned(Object.entries(options).map(([name, option]) => [signature(name, option), describe(option, language)]));
}

function signature(name: string, option: Option): string {
  return option.kind === 'flag' ? `--${name}` : `--${name} <${option.value}>`;
}

function describe(option: Option, language: Language): string {
  const notes: string[] = [];
  if ('required' in option && option.required) notes.push({ en: 'required', fr: 'obligatoire' }[language]);
  if (option.kind === 'list') notes.push({ en: 'may be repeated', fr: 'peut être répétée' }[language]);
  if ('choices' in option && option.choices !== undefined) notes.push(option.choices.join(' | '));
  return notes.length === 0 ? option.help[language] : `${option.help[language]} (${notes.join('; ')})`;
}

function aligned(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...pairs.map(([left]) => left.length));
  const indent = ' '.repeat(width + 4);
  return pairs.map(([left, right]) => `  ${left.padEnd(width)}  ${wrapped(right, widest - width).join(`\n${indent}`)}`);
}

/** Columns of a line, beyond which a terminal would break it where it pleases. */
const widest = 150;

function wrapped(text: string, room: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > room) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
