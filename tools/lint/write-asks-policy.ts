import type { Call, Rule } from './rule.ts';

/** A verb that writes asks a policy: it calls something imported from a `*.policy.ts`. */
export const writeAsksPolicy: Rule = {
  create(context) {
    const policies = new Set<string>();
    const called = new Map<string, Call>();
    return {
      ImportDeclaration({ source, specifiers }) {
        if (!source.value.endsWith('.policy.ts')) return;
        for (const { local } of specifiers) policies.add(local.name);
      },
      CallExpression(node) {
        if (node.callee.type === 'Identifier') called.set(node.callee.name, node);
      },
      'Program:exit'() {
        const node = called.get('write');
        if (node === undefined || [...policies].some((name) => called.has(name))) return;
        context.report({ node, message: 'This verb writes without asking who may: call a rule of its *.policy.ts first.' });
      },
    };
  },
};
