import type { Rule } from './rule.ts';

/** Attributes people read or hear. */
const spoken = new Set([
  'title',
  'label',
  'placeholder',
  'description',
  'aria-label',
  'aria-description',
  'alt',
  'verb',
  'legend',
]);

/** A word, and not the name of the product or a language in itself. */
const WORD = /\p{L}{2,}/u;
const names = new Set(['Cordée', 'English', 'Français', 'Ctrl K']);

/** Every string people read goes through Lingui, so that both languages have it. */
export const noRawText: Rule = {
  create(context) {
    return {
      JSXText(node) {
        // What stands inside <Trans> is a message.
        const { parent } = node;
        let above: unknown = parent;
        while (isElement(above)) {
          if (nameOf(above) === 'Trans') return;
          above = above.parent;
        }
        if (isRaw(node.value)) context.report({ node, message: messageOf(node.value) });
      },
      JSXAttribute(node) {
        if (node.name.type !== 'JSXIdentifier' || !spoken.has(node.name.name)) return;
        const text = node.value?.type === 'Literal' ? node.value.value : null;
        if (typeof text === 'string' && isRaw(text)) context.report({ node, message: messageOf(text) });
      },
    };
  },
};

function isRaw(text: string): boolean {
  return WORD.test(text) && !names.has(text.trim());
}

function messageOf(text: string): string {
  return `"${text.trim()}" exists in one language only: write it with <Trans>, t or msg of Lingui.`;
}

interface Element {
  readonly type: string;
  readonly parent: unknown;
  readonly openingElement: { readonly name: { readonly name?: unknown } };
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'JSXElement';
}

function nameOf({ openingElement }: Element): unknown {
  return openingElement.name.name;
}
