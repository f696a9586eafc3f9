import type { Language } from '@cordee/contract/language';
import { consoleLanguage } from '../console-language.ts';
import type { Clock } from '../platform/clock/index.ts';
import { readConfig, type Config } from '../platform/config/index.ts';
import type { Command, Outcome } from './command.ts';
import { failureOf, failureText } from './failure.ts';
import { helpOf, overview } from './help.ts';
import { openInstallation, type Installation } from './installation.ts';
import { parseCommand, type GlobalValues, type Parsed } from './parse-command.ts';
import { showProgress, type Progress, type Screen } from './progress.ts';
import { UsageError } from './usage-error.ts';

/** The world around a command. */
export interface Terminal {
  readonly stdout: Screen;
  readonly stderr: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

/** Runs the command the words name. Answers the exit code: 0 done, 1 the answer is no or it failed, 2 wrong usage. */
export async function runCli(commands: readonly Command[], args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const language = languageOf(args, terminal.env);
  const command = findCommand(commands, args);
  if (command === null) return explainCommands(commands, args, terminal, language);
  const json = args.includes('--json');
  try {
    const parsed = parseCommand(command, args.slice(command.name.split(' ').length));
    if (parsed.globals.help) {
      terminal.stdout.write(`${helpOf(command, language)}\n`);
      return 0;
    }
    const outcome = await runCommand(command, parsed, terminal, language);
    if (outcome === null) return 0;
    if (json) terminal.stdout.write(`${toJson(outcome.json)}\n`);
    else if (outcome.text !== '') terminal.stdout.write(`${outcome.text}\n`);
    return outcome.ok === false ? 1 : 0;
  } catch (error) {
    return explainFailure(error, terminal, language, { json, verbose: args.includes('--verbose') });
  }
}

async function runCommand(command: Command, parsed: Parsed, terminal: Terminal, language: Language): Promise<Outcome | null> {
  const { stdout, stderr, clock } = terminal;
  const config = configOf(terminal.env, parsed.globals);
  let opened: Promise<Installation> | undefined;
  const lines: Progress[] = [];
  const clear = () => {
    for (const line of lines) line.end();
  };
  const caller = { command: command.name, language, clock, log: () => undefined };
  try {
    return await command.run({
      options: parsed.options,
      words: parsed.words,
      config,
      language,
      json: parsed.globals.json,
      clock,
      say: (sentence) => sentence[language],
      note(sentence) {
        clear();
        stderr.write(`${sentence[language]}\n`);
      },
      write: (text) => void stdout.write(text),
      progress(label) {
        const line = showProgress(stderr, label[language], language, () => performance.now());
        lines.push(line);
        return line;
      },
      installation: () => (opened ??= openInstallation(config, caller)),
    });
  } finally {
    clear();
    await (await opened?.catch(() => undefined))?.close();
  }
}

/** Options win over the environment; a data folder means its own database. */
function configOf(env: Terminal['env'], { database, data }: GlobalValues): Config {
  const chosen = { ...env };
  if (data !== undefined) Object.assign(chosen, { CORDEE_DATA: data, DATABASE_URL: undefined });
  if (database !== undefined) Object.assign(chosen, { DATABASE_URL: database });
  return readConfig(chosen);
}

function languageOf(args: readonly string[], env: Terminal['env']): Language {
  const at = args.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = args[at];
  const given = word === '--lang' ? args[at + 1] : word?.slice('--lang='.length);
  return given === 'fr' || given === 'en' ? given : consoleLanguage(env);
}

function findCommand(commands: readonly Command[], [first = '', second = '']: readonly string[]): Command | null {
  return commands.find(({ name }) => name === `${first} ${second}`) ?? commands.find(({ name }) => name === first) ?? null;
}

function explainCommands(
  commands: readonly Command[],
  args: readonly string[],
  { stdout, stderr }: Terminal,
  language: Language,
): 0 | 2 {
  const first = args[0] ?? '';
  const group = commands.some(({ name }) => name.startsWith(`${first} `)) ? first : '';
  const help = overview(commands, language, group);
  if (args.includes('--help') || args.includes('-h') || first === 'help') {
    stdout.write(`${help}\n`);
    return 0;
  }
  const word = args.slice(0, group === '' ? 1 : 2).join(' ');
  const unknown = { en: `There is no command ${word}.`, fr: `La commande ${word} n’existe pas.` }[language];
  stderr.write(word === '' || word === group || word.startsWith('-') ? `${help}\n` : `cordee: ${unknown}\n\n${help}\n`);
  return 2;
}

function explainFailure(
  error: unknown,
  { stdout, stderr }: Terminal,
  language: Language,
  { json, verbose }: { readonly json: boolean; readonly verbose: boolean },
): 1 | 2 {
  const failure = failureOf(error, language);
  stderr.write(`${failureText(failure)}\n`);
  if (verbose && error instanceof Error && !(error instanceof UsageError)) stderr.write(`${stackOf(error)}\n`);
  if (json) {
    const { exitCode: _, ...shown } = failure;
    stdout.write(`${toJson({ error: shown })}\n`);
  }
  return failure.exitCode;
}

function stackOf(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\n${stackOf(error.cause)}` : own;
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'bigint') return part;
    const number = Number(part);
    if (!Number.isSafeInteger(number)) throw new Error(`${part} cannot be carried by JSON`);
    return number;
  });
}
