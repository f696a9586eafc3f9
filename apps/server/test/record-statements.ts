import { serialize } from 'pg-protocol';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Every query and write this process sends to a database while `work` runs, with its values, as they are put on the wire. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { parse, bind } = serialize;
  let text = '';
  serialize.parse = (query) => {
    ({ text } = query);
    return parse(query);
  };
  serialize.bind = (config) => {
    if (/^\s*(select|with|insert|update|delete)\b/i.test(text) && !/\b(set_config|pg_advisory)\b/.test(text)) {
      statements.push({ text, values: config?.values ?? [] });
    }
    return bind(config);
  };
  try {
    await work();
  } finally {
    serialize.parse = parse;
    serialize.bind = bind;
  }
  return statements;
}
