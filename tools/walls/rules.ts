import { basename } from 'node:path';
import { matches, moduleOf, roomOf, type Architecture, type Violation } from './architecture.ts';
import { findCycles } from './cycles.ts';
import type { Source } from './sources.ts';

type Fault = Pick<Violation, 'rule' | 'sentence'> | null;

/** Everything that does not stand where architecture.json puts it. `listed` is how many files git knows of. */
export function check(architecture: Architecture, sources: readonly Source[], listed: number): Violation[] {
  const table = checkTable(architecture).map((sentence) => ({
    file: 'architecture.json',
    line: 1,
    rule: 'module table',
    sentence,
  }));
  const files = sources.flatMap((source) => [...checkFile(architecture, source), ...checkImports(architecture, source)]);
  const found = [...checkSight(sources, listed), ...table, ...files, ...findCycles(sources)];
  return applyExceptions(architecture, found, new Set(sources.map(({ file }) => file)));
}

function checkSight(sources: readonly Source[], listed: number): Violation[] {
  const faults = sources.flatMap(({ file, errors }) => errors.map((sentence) => ({ file, line: 1, rule: 'sight', sentence })));
  if (listed > 0 && sources.length >= listed) return faults;
  const sentence = `git lists ${listed} files and ${sources.length} were read: a check that does not see cannot pass`;
  return [...faults, { file: '.', line: 1, rule: 'sight', sentence }];
}

function checkTable({ modules }: Architecture): string[] {
  const calls = Object.entries(modules).map(([file, { mayCall }]) => ({
    file,
    imports: mayCall.map((target) => ({ target, line: 1 })),
  }));
  const named = calls.flatMap(({ imports }) => imports.map(({ target }) => target));
  const unknown = named.filter((name) => !(name in modules)).map((name) => `${name} may be called and is no module`);
  return [...unknown, ...findCycles(calls).map(({ sentence }) => `modules may call each other in a circle: ${sentence}`)];
}

function checkFile(architecture: Architecture, { file, exports }: Source): Violation[] {
  const { faceExports, names, modules } = architecture;
  const found: Violation[] = [];
  const add = (rule: string, sentence: string) => void found.push({ file, line: 1, rule, sentence });
  const module = moduleOf(architecture, file);
  if (module !== null && !(module in modules))
    add('module table', `${module} is not in architecture.json: say what it is and may call`);
  if (module !== null && basename(file) === 'index.ts' && exports > faceExports) {
    add('face size', `${exports} values exported, at most ${faceExports}: a face shows what others need and no more`);
  }
  for (const part of file.split('/')) {
    const word = part.split(/[.-]/).find((piece) => names.includes(piece));
    if (word !== undefined) add('name', `"${word}" says nothing about what is inside: name it after the business`);
    else if (/[^a-z0-9.-]/.test(part)) add('name', `"${part}" is not in kebab-case like every other file`);
  }
  return found;
}

function checkImports(architecture: Architecture, { file, imports }: Source): Violation[] {
  return imports.flatMap(({ line, written, target, typeOnly }) => {
    const fault =
      target === null
        ? {
            rule: 'sight',
            sentence: `"${written}" leads to no file and no export: an import nobody can follow cannot be checked`,
          }
        : (crossRoom(architecture, file, target, typeOnly) ??
          crossModule(architecture, file, target, typeOnly) ??
          crossPart(architecture, file, target) ??
          crossLayer(architecture, file, target));
    return fault === null ? [] : [{ file, line, ...fault }];
  });
}

function crossRoom(architecture: Architecture, file: string, target: string, typeOnly: boolean): Fault {
  const { rooms, tests } = architecture;
  const name = roomOf(architecture, file);
  const room = rooms[name];
  const isPath = /^[^@][^:]*\//.test(target);
  const other = isPath ? roomOf(architecture, target) : target;
  const allowed = isPath ? [name, ...(room?.rooms ?? []), ...(typeOnly ? (room?.types ?? []) : [])] : (room?.packages ?? []);
  const inTests = isPath ? tests.rooms : tests.packages;
  if (allowed.includes(other) || allowed.includes('*') || (isTest(file) && inTests.includes(other))) return null;
  return { rule: 'room', sentence: `${name} may not import ${isPath ? `${other} (${target})` : target}: ${room?.because}` };
}

function crossModule(architecture: Architecture, file: string, target: string, typeOnly: boolean): Fault {
  const { modulesPath, modules, kinds } = architecture;
  const from = moduleOf(architecture, file);
  const to = moduleOf(architecture, target);
  if (to !== null && to !== from && target !== `${modulesPath}${to}/index.ts`) {
    return { rule: 'face', sentence: `${to} is reached through its index.ts, not ${target}: what is inside may change any day` };
  }
  if (from === null || isTest(file)) return null;
  const mayCall = modules[from]?.mayCall ?? [];
  if (to !== null && to !== from && !mayCall.includes(to)) {
    return {
      rule: 'module table',
      sentence: `${from} may not call ${to}, only ${mayCall.join(', ') || 'itself'}: see architecture.json`,
    };
  }
  const kind = kinds.find(({ files }) => matches(file, files));
  if (kind === undefined || (typeOnly && kind.typesToo !== true) || !matches(target, kind.refuses)) return null;
  return { rule: 'file kind', sentence: `a ${kind.name} may not import ${target}: ${kind.because}` };
}

function crossPart({ parts }: Architecture, file: string, target: string): Fault {
  for (const { path, because } of parts) {
    if (!file.startsWith(path) || !target.startsWith(path)) continue;
    const [from, to] = [file, target].map((one) => one.slice(path.length).split('/')[0]);
    if (from !== to) return { rule: 'part', sentence: `${from} may not import ${to} (${target}): ${because}` };
  }
  return null;
}

function crossLayer({ layers }: Architecture, file: string, target: string): Fault {
  for (const { paths, because } of layers) {
    const [from, to] = [file, target].map((one) => paths.findIndex((path) => one.startsWith(path)));
    if (from !== undefined && to !== undefined && from >= 0 && to > from) {
      return { rule: 'layer', sentence: `${paths[from]} may not import ${target}: ${because}` };
    }
  }
  return null;
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

function applyExceptions(architecture: Architecture, found: readonly Violation[], files: ReadonlySet<string>): Violation[] {
  const { exceptions, sql } = architecture;
  const excuses = ({ rule, file }: Violation) => exceptions.findIndex((known) => known.rule === rule && known.file === file);
  const used = new Set(found.map(excuses));
  const idle = exceptions
    .filter((_, index) => !used.has(index))
    .map(({ rule, file }) => `${file} holds the rule "${rule}" again`);
  const gone = sql.exceptions.filter(({ file }) => !files.has(file)).map(({ file }) => `${file} has left with its SQL`);
  return [
    ...found.filter((violation) => excuses(violation) === -1),
    ...[...idle, ...gone].map((what) => ({
      file: 'architecture.json',
      line: 1,
      rule: 'exceptions',
      sentence: `${what}: remove it, the list only shrinks`,
    })),
  ];
}
