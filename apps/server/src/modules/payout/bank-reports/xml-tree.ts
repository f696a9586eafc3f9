import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: its children by name, always lists; a text is under `#text`. */
export interface Element {
  readonly [name: string]: readonly (Element | string)[] | string | undefined;
}

// No entities beyond XML's own: a file of a bank has none, and a hostile one shall not grow.
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  isArray: () => true,
});

/** Reads XML into elements, namespaces left away; null when it is not whole and well formed, or declares a document type. */
export function readXml(text: string): Element | null {
  if (text.includes('<!DOCTYPE') || XMLValidator.validate(text) !== true) return null;
  try {
    return parser.parse(text) as Element;
  } catch {
    return null;
  }
}

/** The elements at a path below another: `Stmt/Ntry` gives all entries of all statements. */
export function elementsAt(from: Element, path: string): Element[] {
  return path.split('/').reduce<Element[]>((found, name) => found.flatMap((element) => childrenOf(element, name)), [from]);
}

/** The text of the first element at a path, or null. */
export function textAt(from: Element, path: string): string | null {
  const names = path.split('/');
  const last = names.pop() ?? '';
  const parents = names.length === 0 ? [from] : elementsAt(from, names.join('/'));
  for (const parent of parents) {
    const children = parent[last];
    const [first] = Array.isArray(children) ? (children as readonly (Element | string)[]) : [];
    if (typeof first === 'string') return first;
    const text = first === undefined ? undefined : first['#text'];
    if (typeof text === 'string') return text;
  }
  return null;
}

function childrenOf(element: Element, name: string): Element[] {
  const children = element[name];
  if (!Array.isArray(children)) return [];
  return (children as readonly (Element | string)[]).filter((child) => typeof child !== 'string');
}
