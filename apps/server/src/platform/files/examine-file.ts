import type { FileKind } from '@cordee/contract/file-limits';
import { faultOfPdf } from './examine-pdf.ts';
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
  if (kind === 'pdf') return faultOfPdf(bytes);
  return kind === 'text' || kind === 'csv' ? faultOfText(bytes) : faultOfPicture(bytes);
}
