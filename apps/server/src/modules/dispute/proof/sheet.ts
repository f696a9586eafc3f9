import type { DisputeDetail } from '@cordee/contract/dispute';
import type { Language } from '@cordee/contract/language';
import type { Instant, LocalDate } from '@cordee/core/time';
import { INK, MARGIN, type Paper, say, textEnd, textWidth } from '../../../platform/pdf/index.ts';
import type { DisputeRecord } from '../store/dispute.store.ts';
import type { FileWords } from './file-words.ts';

export interface EvidenceLine {
  readonly path: string;
  readonly sha256: string;
  readonly isInside: boolean;
}

export interface CoverData {
  readonly record: DisputeRecord;
  /** In the language of the cover, as the reader's side sees it. */
  readonly detail: DisputeDetail;
  readonly evidence: readonly EvidenceLine[];
  readonly at: Instant;
  readonly today: LocalDate;
}

/** A paper being written in the words of a language. */
export interface Sheet {
  readonly paper: Paper;
  readonly words: FileWords;
  readonly language: Language;
  readonly day: (day: LocalDate) => string;
}

export function heading(sheet: Sheet, text: string): void {
  const { doc } = sheet.paper;
  keepRoom(sheet, 70);
  doc.moveDown(1);
  say(sheet.paper, 'H2', () => doc.font('strong').fontSize(13).fillColor(INK).text(text, MARGIN));
  doc.moveDown(0.3);
}

export function smallHeading(sheet: Sheet, text: string): void {
  const { doc } = sheet.paper;
  keepRoom(sheet, 50);
  doc.moveDown(0.5);
  say(sheet.paper, 'H3', () => doc.font('strong').fontSize(10).fillColor(INK).text(text, MARGIN));
}

export function plain({ paper }: Sheet, text: string, size = 9.5, colour: string = INK): void {
  const { doc } = paper;
  say(paper, 'P', () =>
    doc
      .font('regular')
      .fontSize(size)
      .fillColor(colour)
      .text(text, MARGIN, doc.y, { width: textWidth(doc) }),
  );
}

/** A paragraph that says first what it is. */
export function labelled({ paper }: Sheet, label: string, text: string): void {
  const { doc } = paper;
  const width = textWidth(doc);
  say(paper, 'P', () => {
    doc
      .font('strong')
      .fontSize(9.5)
      .fillColor(INK)
      .text(`${label} : `.replace(' :', ':'), MARGIN, doc.y, { width, continued: true });
    doc.font('regular').text(text === '' ? '–' : text, { width });
  });
}

function keepRoom({ paper: { doc } }: Sheet, points: number): void {
  if (doc.y + points > textEnd(doc)) doc.addPage();
}
