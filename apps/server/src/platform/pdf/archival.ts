import type { Instant } from '@cordee/core/time';
import type { Doc } from './doc.ts';
import { inOurFonts } from './paper-fonts.ts';

/** A file inside a document that is kept for good (PDF/A-3): the same content for machines. */
export interface PaperInside {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description: string;
  /** What the document's description says of it: elements `rdf:Description` (XMP), with the schema of any property PDF/A does not know. */
  readonly about: string;
}

/** Puts the file in: attached, and tied to the document as another form of all of it (`/AF`, Alternative). */
export function putInside(doc: Doc, inside: PaperInside, at: Instant): void {
  const date = new Date(at);
  const { name, mediaType, bytes, description, about } = inside;
  // The types of pdfkit are behind it by a version: it knows the relationship.
  const options: object = {
    name,
    type: mediaType,
    description,
    relationship: 'Alternative',
    creationDate: date,
    modifiedDate: date,
  };
  doc.file(Buffer.from(bytes), options);
  (doc as unknown as { appendXML(xml: string): void }).appendXML(about);
}

/** PDF/A forbids what a font shows as an empty box: whatever is written is put in the characters of ours. */
export function keepToOurFonts(doc: Doc): void {
  const text = doc.text.bind(doc) as (text: string, ...rest: unknown[]) => Doc;
  doc.text = (written: string, ...rest: unknown[]) => text(inOurFonts(written), ...rest);
}
