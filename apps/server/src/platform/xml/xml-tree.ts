import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: its children by name, always lists; its text is under `#text`, its attributes under their names after `@`. */
export interface Element {
  readonly [name: string]: readonly Element[] | string | undefined;
}

/** Deeper than anything that is sent. */
const DEEPEST = 60;

// No entities beyond XML's own, which are spelled out below: a hostile file shall not grow.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  alwaysCreateTextNode: true,
  trimValues: false,
  maxNestedTags: DEEPEST,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** Reads XML into elements, namespaces left away; null when it is not whole and well formed, or declares a document type. */
export function readXml(text: string): Element | null {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) return null;
  try {
    const tree = parser.parse(text) as Element;
    const roots = Object.keys(tree).flatMap((name) => (/^[?#]/.test(name) ? [] : childrenOf(tree, name)));
    return roots.length === 1 ? tree : null;
  } catch {
    return null;
  }
}

/** The elements at a path below another: `Stmt/Ntry` gives all entries of all statements. */
export function elementsAt(from: Element, path: string): Element[] {
  return path.split('/').reduce<Element[]>((found, name) => found.flatMap((element) => childrenOf(element, name)), [from]);
}

/** The text of the first element at a path, without the blanks around it, or null. */
export function textAt(from: Element, path: string): string | null {
  const [element] = elementsAt(from, path);
  return element === undefined ? null : textOf(element);
}

/** An element's own text, without the blanks around it. */
export function textOf(element: Element): string {
  const text = element['#text'];
  return typeof text === 'string' ? spelledOut(text.trim()) : '';
}

/** An attribute, or null. */
export function attributeOf(element: Element, name: string): string | null {
  const value = element[`@${name}`];
  return typeof value === 'string' ? spelledOut(value) : null;
}

function childrenOf(element: Element, name: string): readonly Element[] {
  const children = element[name];
  return Array.isArray(children) ? (children as readonly Element[]) : [];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** References to characters, by name or number, as those characters. */
function spelledOut(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}
