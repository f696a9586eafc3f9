import { loadArchitecture, matches } from '../walls/architecture.ts';
import { sqlVisitor } from './find-sql.ts';
import { pathOf, root, type Rule } from './rule.ts';

/** SQL stands where architecture.json allows it; a file on its list of exceptions must still need it. */
export const sqlInStores: Rule = {
  create(context) {
    const { sql } = loadArchitecture(root);
    const file = pathOf(context);
    if (matches(file, sql.files)) return {};
    const excused = sql.exceptions.some((known) => known.file === file);
    let seen = false;
    return {
      ...sqlVisitor(({ node }) => {
        seen = true;
        if (!excused) context.report({ node, message: `SQL outside a store: ${sql.because}.` });
      }),
      'Program:exit'(node) {
        if (!excused || seen) return;
        context.report({ node, message: 'No SQL here any more: remove the file from sql.exceptions in architecture.json.' });
      },
    };
  },
};
