import type { Language } from '@cordee/contract/language';
import type { Instant } from '@cordee/core/time';
import Document from 'pdfkit';
import { keepToOurFonts, type PaperInside, putInside } from './archival.ts';
import type { Doc, Part } from './doc.ts';
import { fontFor } from './paper-fonts.ts';

/** In points. */
export const MARGIN = 44;
/** Kept free at the foot of each page. */
export const FOOT = 34;

export const INK = '#1b1f24';
export const FAINT = '#5b6470';
export const LINE = '#d5dae0';

/** A document being written, and the part of its structure that everything stands in. */
export interface Paper {
  readonly doc: Doc;
  readonly body: Part;
}

export interface PaperOptions {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  /** What the document says of when it was made. */
  readonly at: Instant;
  /** For programs: found in the document's own description. */
  readonly keywords: string;
  /** With a file inside the document is PDF/A-3b: readable for as long as it must be kept. */
  readonly inside?: PaperInside;
}

/** Opens an A4 document. The same options and the same content give the same bytes. */
export function openPaper({ title, author, language, at, keywords, inside }: PaperOptions): Paper {
  const date = new Date(at);
  const doc = new Document({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    pdfVersion: '1.7',
    ...(inside === undefined ? {} : { subset: 'PDF/A-3b' as const }),
    // No font of the reader's: what is not drawn in ours must fail here, not in an archive.
    font: null as unknown as string,
    tagged: true,
    displayTitle: true,
    lang: language,
    bufferPages: true,
    info: {
      Title: title,
      Author: author,
      Keywords: keywords,
      Creator: 'Cordée',
      Producer: 'Cordée',
      CreationDate: date,
      ModDate: date,
    },
  });
  escapeDescription(doc as unknown as Described);
  for (const name of ['regular', 'strong'] as const) doc.registerFont(name, fontFor(name) as unknown as Buffer);
  if (inside !== undefined) {
    putInside(doc, inside, at);
    keepToOurFonts(doc);
  }
  doc.font('regular').fontSize(9).fillColor(INK);
  const body = doc.struct('Document');
  doc.addStructure(body);
  return { doc, body };
}

/** Adds a part that is read as `kind` (`P`, `H1`, …). */
export function say({ doc, body }: Paper, kind: string, write: () => void): void {
  body.add(partOf(doc, kind, write));
}

/** A part that is read as `kind`; of a header cell what it heads. */
export function partOf(doc: Doc, kind: string, write: () => void, scope?: 'Column' | 'Row'): Part {
  // The types of pdfkit are behind it by a version: it knows the scope.
  const options: object = scope === undefined ? {} : { scope };
  return doc.struct(kind, options, write);
}

/** Writes what is not part of the text, such as lines and page numbers: readers leave it out. */
export function decorate(doc: Doc, write: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  write();
  doc.endMarkedContent();
}

/** How wide the text is. */
export function textWidth({ page }: Doc): number {
  return page.width - 2 * MARGIN;
}

/** Where a page's text ends. */
export function textEnd({ page }: Doc): number {
  return page.height - MARGIN - FOOT;
}

/** Ends the document: `foot` is written on every page, and its number beside it. */
export function endPaper(
  { doc, body }: Paper,
  foot: readonly string[],
  pageOf: (page: number, pages: number) => string,
): Promise<Buffer> {
  body.end();
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    // Text below the margin would begin another page.
    doc.page.margins.bottom = 0;
    decorate(doc, () => {
      const top = doc.page.height - MARGIN - 12;
      doc.font('regular').fontSize(7).fillColor(FAINT);
      for (const [index, line] of foot.entries()) {
        doc.text(line, MARGIN, top + index * 9, { width: textWidth(doc) - 70, lineBreak: false });
      }
      doc.text(pageOf(page + 1, count), MARGIN, top, { width: textWidth(doc), align: 'right', lineBreak: false });
    });
  }
  return bytesOf(doc);
}

/** What pdfkit makes the document's description in XML of. */
interface Described {
  info: Record<string, unknown>;
  endMetadata(): void;
}

/** pdfkit puts titles and names into XML as they are, and one with an ampersand makes all of it unreadable. */
function escapeDescription(doc: Described): void {
  const endMetadata = doc.endMetadata.bind(doc);
  doc.endMetadata = () => {
    const escaped = Object.entries(doc.info).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]);
    doc.info = Object.fromEntries(escaped) as Record<string, unknown>;
    endMetadata();
  };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function bytesOf(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}
