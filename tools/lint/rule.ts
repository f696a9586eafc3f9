import { join, relative } from 'node:path';
import type { RuleTester } from 'oxlint/plugins-dev';

type Create = NonNullable<Parameters<RuleTester['run']>[1]['create']>;

/** A rule of ours, as oxlint calls it. */
export interface Rule {
  readonly create: Create;
}

export type Context = Parameters<Create>[0];
export type Visitor = ReturnType<Create>;
type NodeOf<Name extends keyof Visitor> = Parameters<NonNullable<Visitor[Name]>>[0];
export type Call = NodeOf<'CallExpression'>;
export type Expression = NodeOf<'ExpressionStatement'>['expression'];

/** The repository these rules stand in. */
export const root = join(import.meta.dirname, '../..');

/** The file under the linter, from the root of the repository. */
export function pathOf(context: Context): string {
  return relative(root, context.filename).replaceAll('\\', '/');
}
