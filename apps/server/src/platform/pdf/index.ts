export { endPaper, FAINT, INK, MARGIN, openPaper, type Paper, say, textEnd, textWidth } from './open-paper.ts';
export { type PaperCell, type PaperColumn, type PaperRow, writeTable } from './paper-table.ts';
