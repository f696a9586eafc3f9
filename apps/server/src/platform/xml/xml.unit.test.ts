import { expect, it } from 'vitest';
import { attributeOf, decodeXml, elementsAt, readXml, textAt } from './index.ts';

const read = (text: string) => readXml(text) ?? expect.fail();

it('reads elements, attributes and texts whatever their prefixes, with every reference spelled out once', () => {
  const tree = read('<a:r xmlns:a="urn:x"><a:i n="1 &lt; 2"> x &amp;amp; y&#13;&#x1F600; </a:i><i><![CDATA[<&>]]></i><j/></a:r>');
  const items = elementsAt(tree, 'r/i');
  expect(items.map((item) => attributeOf(item, 'n'))).toEqual(['1 < 2', null]);
  expect(textAt(tree, 'r/i')).toBe('x &amp; y\r😀');
  expect(textAt(tree, 'r/j')).toBe('');
  expect([textAt(tree, 'r/k'), elementsAt(tree, 'k/r')]).toEqual([null, []]);
});

it.each([
  ['a document type', '<!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>'],
  ['a document type in small letters', '<!doctype r><r/>'],
  ['what breaks off', '<r><i></r>'],
  ['two roots', '<r/><r/>'],
  ['nothing', ''],
  ['no XML', '%PDF-1.7'],
  ['depths without end', '<r>'.repeat(5000) + '</r>'.repeat(5000)],
])('refuses %s', (_, text) => expect(readXml(text)).toBeNull());

it('is not led astray by names that objects have', () => {
  const tree = readXml('<r><__proto__><x>1</x></__proto__><constructor>2</constructor></r>');
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  if (tree !== null) expect(textAt(tree, 'r/x')).toBeNull();
});

it('decodes by the mark, then by what is declared, and refuses what is neither', () => {
  const declared = (encoding: string) => Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><r>é</r>`, 'latin1');
  expect(decodeXml(declared('ISO-8859-1'))).toContain('é');
  expect(decodeXml(declared('UTF-8'))).toBeNull();
  expect(decodeXml(declared('EBCDIC-FR'))).toBeNull();
  expect(decodeXml(Buffer.from('\ufeff<r>é</r>', 'utf16le'))).toBe('<r>é</r>');
  expect(decodeXml(Buffer.from('\ufeff<r>é</r>'))).toBe('<r>é</r>');
});
