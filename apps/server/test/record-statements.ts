import { Client } from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Every statement this process sends to a database while `work` runs; settings and transaction control left out. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const original = Client.prototype.query;
  Client.prototype.query = function recorded(this: Client, ...args: unknown[]) {
    const [first, second] = args as [unknown, unknown];
    const text = typeof first === 'string' ? first : textOf(first);
    if (/^\s*(select|with|insert|update|delete)\b/i.test(text) && !/\b(set_config|pg_advisory)\b/.test(text)) {
      const values = Array.isArray(second) ? (second as unknown[]) : valuesOf(first);
      statements.push({ text, values });
    }
    return Reflect.apply(original, this, args) as never;
  } as typeof original;
  try {
    await work();
  } finally {
    Client.prototype.query = original;
  }
  return statements;
}

function textOf(query: unknown): string {
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';
}

function valuesOf(query: unknown): readonly unknown[] {
  return typeof query === 'object' && query !== null && 'values' in query && Array.isArray(query.values) ? query.values : [];
}
