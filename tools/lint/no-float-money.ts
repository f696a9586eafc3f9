import type { Rule } from './rule.ts';

const banned = new Set(['parseFloat', 'toFixed', 'Math.round']);

/** Amounts and rates are exact: what turns a float into something that looks exact is not used near them. */
export const noFloatMoney: Rule = {
  create(context) {
    return {
      CallExpression(node) {
        const { callee } = node;
        let name = callee.type === 'Identifier' ? callee.name : '';
        if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
          const object = callee.object.type === 'Identifier' ? callee.object.name : '';
          name = object === 'Math' ? `Math.${callee.property.name}` : callee.property.name;
        }
        if (!banned.has(name)) return;
        const message = `${name} hides a rounding: money and rates are bigint and fractions, rounded by core/money only.`;
        context.report({ node, message });
      },
    };
  },
};
