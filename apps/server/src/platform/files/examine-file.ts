import type { FileKind } from '@cordee/contract/file-limits';
import { pdfFault, type PdfFault } from '../pdf/index.ts';
import { refusedFile, type FileFault } from './file-fault.ts';
import { faultOfText } from './plain-text.ts';
import { faultOfPicture } from './whole-picture.ts';

/** What the bytes are, whatever they are called; a text is a CSV where its name says so. Refuses `file_refused` with the reason. */
export async function examineFile(bytes: Buffer, name: string): Promise<FileKind> {
  if (bytes.length === 0) throw refusedFile('empty');
  const kind = kindOf(bytes, name);
  const fault = await faultOf(kind, bytes);
  if (fault !== null) throw refusedFile(fault);
  return kind;
}

function kindOf(bytes: Buffer, name: string): FileKind {
  const start = bytes.toString('latin1', 0, 12);
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  return name.toLowerCase().endsWith('.csv') ? 'csv' : 'text';
}

async function faultOf(kind: FileKind, bytes: Buffer): Promise<FileFault | null> {
  if (kind === 'pdf') {
    const fault = await pdfFault(bytes, 'keep');
    return fault === null ? null : pdfFaults[fault];
  }
  return kind === 'text' || kind === 'csv' ? faultOfText(bytes) : faultOfPicture(bytes);
}

/** What is wrong with a PDF, as it is told of any file. Some of it is asked of what is put before signers only. */
const pdfFaults: Readonly<Record<PdfFault, FileFault>> = {
  not_a_pdf: 'unknown_kind',
  too_large: 'grows',
  encrypted: 'locked',
  too_much_inside: 'grows',
  too_many_pixels: 'too_many_pixels',
  active_content: 'active',
  embedded_files: 'active',
  signed_already: 'locked',
  unreadable: 'damaged',
  no_pages: 'damaged',
  too_many_pages: 'grows',
};
