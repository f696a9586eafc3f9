import { type InvoiceDocument, writeCii } from '@cordee/core/invoice';
import type { PaperInside } from '../../../platform/pdf/index.ts';

/** The name under which every reader of a Factur-X looks for its XML. */
export const FACTUR_X_FILE = 'factur-x.xml';

const NAMESPACE = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

/** What Factur-X says of itself in a document's description. */
const PROPERTIES = [
  ['DocumentFileName', FACTUR_X_FILE, 'Name of the embedded XML invoice file'],
  ['DocumentType', 'INVOICE', 'INVOICE'],
  ['Version', '1.0', 'The actual version of the Factur-X XML schema'],
  ['ConformanceLevel', 'EN 16931', 'The conformance level of the embedded Factur-X data'],
] as const;

/** The document as XML, to stand inside its PDF (Factur-X 1.09, profile EN 16931). */
export function facturXOf(document: InvoiceDocument): PaperInside {
  return {
    name: FACTUR_X_FILE,
    mediaType: 'text/xml',
    bytes: Buffer.from(writeCii(document)),
    description: 'Factur-X',
    about,
  };
}

const values = PROPERTIES.map(([name, value]) => `<fx:${name}>${value}</fx:${name}>`).join('');
const declared = PROPERTIES.map(
  ([name, , description]) =>
    `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>` +
    `<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`,
).join('');

// PDF/A takes no property it does not know without its schema.
const about =
  `<rdf:Description rdf:about="" xmlns:fx="${NAMESPACE}">${values}</rdf:Description>\n` +
  `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ` +
  `xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
  `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
  `<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>` +
  `<pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>` +
  `<pdfaSchema:property><rdf:Seq>${declared}</rdf:Seq></pdfaSchema:property>` +
  `</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;
