import { fieldsIn } from './condition-field.ts';
import { compileTest } from './compile-test.ts';
import type { ConditionScope } from './field-reader.ts';
import type { Condition } from './plan.ts';
import { negate, type Truth } from './truth.ts';

export interface CompiledCondition {
  readonly test: (scope: ConditionScope) => Truth;
  /** The fields that made the condition come out as `truth`: the missing ones, or the first test that decided. */
  readonly blame: (scope: ConditionScope, truth: Truth) => readonly string[];
  /** Every field it may read, in order of appearance. */
  readonly fields: readonly string[];
}

/**
 * The condition as closures, by Kleene's three-valued logic: `all` with a false part is false and `any` with a true part is
 * true whatever is unknown beside it; `not` of unknown is unknown. Throws on an unknown field or comparison.
 */
export function compileCondition(condition: Condition): CompiledCondition {
  return { ...compileNode(condition), fields: fieldsIn(condition) };
}

type Node = Pick<CompiledCondition, 'test' | 'blame'>;

function compileNode(condition: Condition): Node {
  if ('all' in condition) return allOf(condition.all.map(compileNode));
  if ('any' in condition) return anyOf(condition.any.map(compileNode));
  if ('not' in condition) return negationOf(compileNode(condition.not));
  const test = compileTest(condition);
  const fields = [condition.field];
  return { test, blame: () => fields };
}

function allOf(parts: readonly Node[]): Node {
  function test(scope: ConditionScope): Truth {
    let result: Truth = true;
    for (const part of parts) {
      const truth = part.test(scope);
      if (truth === false) return false;
      if (truth === null) result = null;
    }
    return result;
  }
  return { test, blame: (scope, truth) => blameParts(parts, scope, truth, false) };
}

function anyOf(parts: readonly Node[]): Node {
  function test(scope: ConditionScope): Truth {
    let result: Truth = false;
    for (const part of parts) {
      const truth = part.test(scope);
      if (truth === true) return true;
      if (truth === null) result = null;
    }
    return result;
  }
  return { test, blame: (scope, truth) => blameParts(parts, scope, truth, true) };
}

function negationOf(part: Node): Node {
  return {
    test: (scope) => negate(part.test(scope)),
    blame: (scope, truth) => part.blame(scope, negate(truth)),
  };
}

// Unknown names everything that is missing; a decided outcome names the first part that has it.
function blameParts(parts: readonly Node[], scope: ConditionScope, truth: Truth, decisive: boolean): readonly string[] {
  const responsible = parts.filter((part) => part.test(scope) === truth);
  if (truth === null) return [...new Set(responsible.flatMap((part) => part.blame(scope, null)))];
  const named = truth === decisive ? responsible.slice(0, 1) : responsible;
  return [...new Set(named.flatMap((part) => part.blame(scope, truth)))];
}
