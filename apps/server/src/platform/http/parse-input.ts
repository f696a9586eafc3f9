import type { FieldFault } from '@cordee/contract/errors';
import type { Route } from '@cordee/contract/route';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { faultsOf } from '@cordee/contract/field-faults';
import { unstorableParameters } from './json-body.ts';
import { strictSchema } from './strict-schema.ts';

export interface ParsedInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

interface Part {
  readonly schema: z.ZodType;
  readonly parse: (value: unknown) => { value: unknown } | { faults: FieldFault[] };
}

/** A parser of everything a route takes; refuses with all faults at once. A query or body nobody declared must be empty. */
export function inputParser(route: Route): (raw: ParsedInput) => ParsedInput {
  const params = partOf(route.params ?? z.object({}));
  const query = partOf(route.query ?? z.object({}));
  const body = route.body === undefined ? null : partOf(route.body);
  return (raw) => {
    const faults: FieldFault[] = [];
    const take = (part: Part, value: unknown): unknown => {
      const parsed = part.parse(value);
      if ('value' in parsed) return parsed.value;
      faults.push(...parsed.faults);
      return undefined;
    };
    // A path parameter that cannot be an id leads nowhere: that is an address nothing exists at.
    faults.push(...unstorableParameters(raw.params));
    const parsedParams = take(params, raw.params);
    if (faults.length > 0) throw new Refusal('not_found', faults);
    faults.push(...unstorableParameters(raw.query));
    const input = { params: parsedParams, query: take(query, raw.query), body: body === null ? undefined : take(body, raw.body) };
    if (faults.length > 0) throw new Refusal('invalid_request', faults);
    return input;
  };
}

function partOf(schema: z.ZodType): Part {
  // Compiled when first asked: most of hundreds of routes are not, and a start would wait for all of them.
  let strict: z.ZodType | undefined;
  return {
    schema,
    parse(value) {
      strict ??= z.compile(strictSchema(schema));
      const result = strict.safeParse(value, { reportInput: true });
      return result.success ? { value: result.data } : { faults: faultsOf(schema, result.error.issues) };
    },
  };
}

/** Throws when an answer does not fit its schema or says more than it. */
export function answerChecker(route: Route): (text: string) => void {
  if (route.answer === undefined) return () => undefined;
  const { answer } = route;
  let strict: z.ZodType | undefined;
  return (text) => {
    strict ??= strictSchema(answer);
    const result = strict.safeParse(JSON.parse(text));
    if (!result.success) throw new Error(`the answer of ${route.id} does not fit its schema: ${z.prettifyError(result.error)}`);
  };
}
