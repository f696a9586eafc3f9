import type { FieldFault } from '@cordee/contract/errors';
import { Refusal } from '../refusal.ts';

/** Nesting no right body reaches. */
const MAX_DEPTH = 32;

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Parses a JSON text as everybody else would, except that it refuses what would be changed or misread on the way: integers that
 * a double cannot hold, texts that PostgreSQL cannot hold (NUL, half characters), keys named `__proto__`, and absurd nesting.
 */
export function parseJsonBody(text: string, exampleBody: () => unknown = () => undefined): unknown {
  if (mayBeDeep(text) && depthOf(text) > MAX_DEPTH)
    throw malformed('depth', { en: 'The JSON is nested too deeply.', fr: 'Le JSON est trop imbriqué.' });
  try {
    return DOUBTFUL.test(text) ? parseDoubtful(text) : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('malformed_json', [unreadable(error, exampleBody())]);
    throw error;
  }
}

/** Whether the text has brackets enough to be nested too deeply. */
function mayBeDeep(text: string): boolean {
  let found = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      found += 1;
      if (found > MAX_DEPTH) return true;
    }
  }
  return false;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return deepest;
}

/**
 * What may not be kept as it is read, so that it is read with care: long numbers and exponents, the key `__proto__`, and escapes
 * that may hide an underscore, a NUL, or half a character. Inside a text they cost only time.
 */
const DOUBTFUL = /(?:^|[:[,\s])-?(?:(?:\d\.?){16}|\d[\d.]*[eE])|__proto__|\\u(?:005|0000|[dD][89a-fA-F])/;

/** Stands where a value was that cannot be kept as it is. */
class Unkept {
  readonly rule: keyof typeof reasons;
  constructor(rule: keyof typeof reasons) {
    this.rule = rule;
  }
}

const reasons = {
  safe_integer: {
    message: {
      en: 'The number cannot be carried exactly: integers go up to 9007199254740991.',
      fr: "Le nombre ne peut pas être transmis exactement : les entiers vont jusqu'à 9007199254740991.",
    },
    example: 12345,
  },
  storable_text: {
    message: {
      en: 'The text holds a NUL or half a character, which cannot be stored.',
      fr: 'Le texte contient un caractère nul ou une moitié de caractère, impossibles à conserver.',
    },
    example: 'Ana',
  },
};

type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;

function parseDoubtful(text: string): unknown {
  let found = false;
  const revive: Reviver = (key, value, context) => {
    if (key === '__proto__') {
      throw malformed('key', { en: 'The key __proto__ is not accepted.', fr: "La clé __proto__ n'est pas acceptée." });
    }
    const rule = whyUnkept(value, context.source);
    if (rule === null && isStorable(key)) return value;
    found = true;
    return new Unkept(rule ?? 'storable_text');
  };
  const parsed: unknown = JSON.parse(text, revive as (key: string, value: unknown) => unknown);
  if (!found) return parsed;
  const faults: FieldFault[] = [];
  collectUnkept(parsed, '', faults);
  throw new Refusal('invalid_request', faults);
}

function whyUnkept(value: unknown, source: string | undefined): keyof typeof reasons | null {
  if (typeof value === 'string') return isStorable(value) ? null : 'storable_text';
  return typeof value !== 'number' || source === undefined || isFaithful(value, source) ? null : 'safe_integer';
}

/** What is wrong with parameters whose texts cannot be stored, as with those of a body. */
export function unstorableParameters(parameters: unknown): FieldFault[] {
  return Object.entries(parameters ?? {})
    .filter(([, value]) => [value].flat().some((text) => typeof text === 'string' && !isStorable(text)))
    .map(([path]) => ({ path, rule: 'storable_text', ...reasons.storable_text }));
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** False for integers beyond 2^53, and for texts that only look like an integer once rounded. */
function isFaithful(value: number, source: string): boolean {
  if (!Number.isFinite(value)) return false;
  if (!Number.isInteger(value)) return true;
  if (!Number.isSafeInteger(value)) return false;
  const mantissa = source.split(/[eE]/)[0] ?? '';
  const significant = mantissa.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '');
  return significant.length <= 15 || /^-?\d+$/.test(source);
}

function collectUnkept(value: unknown, path: string, faults: FieldFault[]): void {
  if (value instanceof Unkept) {
    faults.push({ path, rule: value.rule, ...reasons[value.rule] });
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => collectUnkept(item, `${path}[${index}]`, faults));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) collectUnkept(item, path === '' ? key : `${path}.${key}`, faults);
  }
}

function unreadable({ message }: SyntaxError, example: unknown): FieldFault {
  const place = / at position (\d+)/.exec(message)?.[1];
  return {
    path: '',
    rule: 'json',
    message: {
      en: place === undefined ? 'The JSON ends too early.' : `The JSON cannot be read from character ${place} on.`,
      fr: place === undefined ? 'Le JSON se termine trop tôt.' : `Le JSON est illisible à partir du caractère ${place}.`,
    },
    ...(example === undefined ? {} : { example }),
  };
}

function malformed(rule: string, message: FieldFault['message']): Refusal {
  return new Refusal('malformed_json', [{ path: '', rule, message }]);
}
