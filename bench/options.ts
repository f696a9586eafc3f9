import { parseArgs } from 'node:util';
import { scales, type ScaleName } from './scale.ts';

export interface RunOptions {
  readonly scale: ScaleName;
  /** Names to run; empty for all. */
  readonly only: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
}

export const USAGE = `npm run bench -- [--scale small|full] [--only name,…] [--json]

  --scale small   about ten minutes on two cores (default)
  --scale full    the sizes the goals were written for
  --scale tiny    a few facts: whether everything still runs, its figures mean nothing
  --only a,b      these benches alone
  --json          one array of {name, value, unit, limit, limitValue, ratio, goal}`;

/** What the command line asks for. Throws an Error whose message is for people. */
export function readOptions(args: readonly string[], known: readonly string[]): RunOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scale: { type: 'string', default: 'small' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { scale, json, help } = values;
  if (!isScale(scale)) throw new Error(`--scale is one of ${Object.keys(scales).join(', ')}, not ${scale}`);
  const only = values.only.split(',').filter((name) => name !== '');
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no bench is called ${unknown.join(', ')}; there are ${known.join(', ')}`);
  return { scale, only, json, help };
}

function isScale(name: string): name is ScaleName {
  return Object.hasOwn(scales, name);
}
