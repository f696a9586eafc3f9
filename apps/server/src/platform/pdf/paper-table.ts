import type { Part } from './doc.ts';
import { decorate, FAINT, INK, LINE, MARGIN, type Paper, partOf, textEnd, textWidth } from './open-paper.ts';

export interface PaperColumn {
  readonly header: string;
  /** Its share of the width. */
  readonly share: number;
  readonly align?: 'right';
}

/** A cell's lines: the second, smaller and paler, may take several. */
export type PaperCell = readonly [string, string?];

export interface PaperRow {
  readonly cells: readonly PaperCell[];
  /** A sum, or what the others start from. */
  readonly isSum?: boolean;
}

const GAP = 8;
const PAD = 4;
const SIZE = 8.5;
const SMALL = 7;

/** Writes a table; rows are kept whole, and each page begins with the header. */
export function writeTable(paper: Paper, columns: readonly PaperColumn[], rows: readonly PaperRow[]): void {
  const { doc, body } = paper;
  const table = doc.struct('Table');
  body.add(table);
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const places: { readonly x: number; readonly width: number }[] = [];
  let x = MARGIN;
  for (const [index, { share }] of columns.entries()) {
    const width = (textWidth(doc) * share) / whole;
    places.push({ x, width: index === columns.length - 1 ? width : width - GAP });
    x += width;
  }
  const header = (write: (text: string, index: number) => void) => {
    const top = doc.y;
    doc.font('strong').fontSize(SMALL).fillColor(FAINT);
    for (const [index, column] of columns.entries()) {
      write(column.header, index);
      doc.y = top;
    }
    doc.y = top + 14;
    rule(paper, FAINT);
  };
  const put = (text: string, index: number, y = doc.y) => {
    const { x: left = 0, width = 0 } = places[index] ?? {};
    const align = columns[index]?.align ?? 'left';
    doc.text(text, left, y, { width, align });
  };
  const first = doc.struct('TR');
  table.add(first);
  header((text, index) => first.add(partOf(doc, 'TH', () => put(text, index), 'Column')));
  first.end();
  for (const row of rows) {
    const height = heightOf(paper, row, places);
    if (doc.y + height > textEnd(doc)) {
      doc.addPage();
      decorate(doc, () => header((text, index) => put(text, index)));
    }
    writeRow(paper, table, row, put);
  }
  table.end();
  doc.x = MARGIN;
}

function writeRow(
  { doc, body }: Paper,
  table: Part,
  row: PaperRow,
  put: (text: string, index: number, y?: number) => void,
): void {
  const line = doc.struct('TR');
  table.add(line);
  const top = doc.y + PAD;
  let end = top;
  for (const [index, [text, more]] of row.cells.entries()) {
    const write = () => {
      doc
        .font(row.isSum === true ? 'strong' : 'regular')
        .fontSize(SIZE)
        .fillColor(INK);
      put(text, index, top);
      if (more !== undefined && more !== '') {
        doc.font('regular').fontSize(SMALL).fillColor(FAINT);
        put(more, index);
      }
      end = Math.max(end, doc.y);
    };
    line.add(index === 0 && row.isSum === true ? partOf(doc, 'TH', write, 'Row') : partOf(doc, 'TD', write));
  }
  line.end();
  doc.y = end + PAD;
  rule({ doc, body }, LINE);
}

function heightOf({ doc }: Paper, row: PaperRow, places: readonly { readonly width: number }[]): number {
  let height = 0;
  for (const [index, [text, more]] of row.cells.entries()) {
    const { width = 0 } = places[index] ?? {};
    doc.font(row.isSum === true ? 'strong' : 'regular').fontSize(SIZE);
    let own = doc.heightOfString(text === '' ? ' ' : text, { width });
    if (more !== undefined && more !== '') own += doc.font('regular').fontSize(SMALL).heightOfString(more, { width });
    height = Math.max(height, own);
  }
  return height + 2 * PAD;
}

function rule({ doc }: Paper, colour: string): void {
  const { y } = doc;
  decorate(doc, () =>
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + textWidth(doc), y)
      .lineWidth(0.5)
      .strokeColor(colour)
      .stroke(),
  );
}
