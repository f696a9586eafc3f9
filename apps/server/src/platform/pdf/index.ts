export type { PaperInside } from './archival.ts';
export { endPaper, FAINT, INK, MARGIN, openPaper, type Paper, say, textEnd, textWidth } from './open-paper.ts';
export { makeSealKey, ownSigner, pemOf, type SealKey } from './own-signer.ts';
export { type PaperCell, type PaperColumn, type PaperRow, writeTable } from './paper-table.ts';
export { type PdfSigner, sealPdf } from './seal-pdf.ts';
export { pdfFault, type PdfFault } from './look-at-pdf.ts';
export { signPdf, timestampAuthority, type PdfSigning, type PdfTimestamper } from './sign-pdf.ts';
export { timestampsOf, verifyPdf, type PdfVerdict, type SignatureFault, type VerifiedSignature } from './verify-pdf.ts';
export { remoteSigner, SealError } from './remote-signer.ts';
