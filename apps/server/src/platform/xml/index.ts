export { attributeOf, type Element, elementsAt, readXml, textAt, textOf } from './xml-tree.ts';
export { decodeXml } from './decode-xml.ts';
