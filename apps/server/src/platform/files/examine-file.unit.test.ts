import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { pdfFault } from '../pdf/index.ts';
import { examineFile } from './examine-file.ts';
import { cleanName, dispositionOf } from './file-name.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

async function verdict(bytes: Buffer, name = 'file'): Promise<string> {
  try {
    return await examineFile(bytes, name);
  } catch (error) {
    if (error instanceof Refusal) return error.fields[0]?.rule ?? error.code;
    throw error;
  }
}

/** A PDF of these objects, the first its catalog; what is packed is put in as bytes. */
function pdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [latin('%PDF-1.7\n')];
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(latin(`${index + 1} 0 obj\n`), typeof object === 'string' ? latin(object) : object, latin('\nendobj\n'));
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(latin(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`));
  parts.push(latin(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
const catalog = (more = '') => `<< /Type /Catalog /Pages 2 0 R ${more} >>`;
const packed = (said: string, content: Buffer) => {
  const bytes = deflateSync(content);
  return Buffer.concat([
    latin(`<< ${said} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`),
    bytes,
    latin('\nendstream'),
  ]);
};

function png(width: number, height: number, tail = Buffer.alloc(0)): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, latin(type), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([latin('\x89PNG\r\n\x1a\n'), chunk('IHDR', head), chunk('IEND', Buffer.alloc(0)), tail]);
}

describe('a PDF', () => {
  it.each([
    ['plain', pdf([catalog(), pages, page]), 'pdf'],
    ['with a packed page', pdf([catalog(), pages, page, packed('', latin('BT /JS Tf ET'))]), 'pdf'],
    ['that asks for a password', pdf([catalog(), pages, page], '/Encrypt << /Filter /Standard >>'), 'locked'],
    ['that runs a script', pdf([catalog('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), pages, page]), 'active'],
    ['that hides the name of it', pdf([catalog('/OpenAction << /S /J#61vaScript >>'), pages, page]), 'active'],
    ['that starts a program', pdf([catalog('/OpenAction << /S /Launch /F (cmd.exe) >>'), pages, page]), 'active'],
    [
      'that packs its script away',
      pdf([catalog(), pages, page, packed('/Type /ObjStm /N 1 /First 4', latin('9 0 << /S /JavaScript >>'))]),
      'active',
    ],
    ['that grows', pdf([catalog(), pages, page, packed('', Buffer.alloc(60_000_000))]), 'grows'],
    [
      'with a picture that grows',
      pdf([catalog(), pages, page, packed('/Subtype /Image /Width 60000 /Height 60000', Buffer.alloc(10))]),
      'too_many_pixels',
    ],
    ['that is opened at a place of its own', pdf([catalog('/OpenAction [3 0 R /Fit]'), pages, page]), 'pdf'],
    ['that has no page', pdf(['<< /Type /Catalog >>']), 'damaged'],
    ['that is nothing but a beginning', latin('%PDF-1.7\n'), 'damaged'],
  ])('%s', async (_name, bytes, expected) => {
    expect(await verdict(bytes)).toBe(expected);
  });

  it('that takes too long is given up', async () => {
    expect(await pdfFault(pdf([catalog(), pages, page]), 'keep', 0)).toBe('too_much_inside');
  });
});

describe('a picture', () => {
  it.each([
    ['whole', png(640, 480), 'png'],
    ['with something behind it', png(640, 480, latin('<script>')), 'damaged'],
    ['cut off', png(640, 480).subarray(0, 40), 'damaged'],
    ['of which ten bytes make ten thousand million pixels', png(100_000, 100_000), 'too_many_pixels'],
    ['that is a JPEG by its first bytes only', latin('\xff\xd8\xff<html>'), 'damaged'],
  ])('%s', async (_name, bytes, expected) => {
    expect(await verdict(bytes)).toBe(expected);
  });
});

describe('a text', () => {
  it.each([
    ['of UTF-8', Buffer.from('Été 2026 : 12 €'), 'notes.txt', 'text'],
    ['of a spreadsheet of the West', latin('date;montant\n\xe9t\xe9;12\n'), 'export.csv', 'csv'],
    ['that is a page', latin('  <!DOCTYPE html><script>alert(1)</script>'), 'a.txt', 'active'],
    ['that is a drawing', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'a.png', 'active'],
    ['that is XML', latin('<?xml version="1.0"?><a/>'), 'a.txt', 'active'],
    ['that a shell would run', latin('#!/bin/sh\nrm -rf /'), 'a.txt', 'active'],
    ['that is an archive', latin('PK\x03\x04\x14\x00\x00\x00'), 'a.docx', 'unknown_kind'],
    ['that is a program', latin('MZ\x90\x00\x03\x00'), 'a.txt', 'unknown_kind'],
    ['of nothing', Buffer.alloc(0), 'a.txt', 'empty'],
  ])('%s', async (_name, bytes, name, expected) => {
    expect(await verdict(bytes, name)).toBe(expected);
  });

  it('whatever the bytes, there is a kind or a reason', async () => {
    const starts = fc.constantFrom('', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'RIFF\x10\x00\x00\x00WEBP').map(latin);
    const bytes = fc.tuple(starts, fc.uint8Array({ maxLength: 300 })).map(([start, rest]) => Buffer.concat([start, rest]));
    const known = ['text', 'csv', 'png', 'jpeg', 'webp', 'empty', 'unknown_kind', 'damaged', 'active', 'too_many_pixels'];
    await fc.assert(fc.asyncProperty(bytes, async (one) => known.includes(await verdict(one))));
  });
});

describe('a name', () => {
  it.each([
    ['../../etc/passwd', 'text', 'passwd.txt'],
    ['C:\\Users\\ana\\order.pdf', 'pdf', 'order.pdf'],
    ['invoice\u202efdp.exe', 'pdf', 'invoicefdp.exe.pdf'],
    ['photo.JPG', 'jpeg', 'photo.JPG'],
    ['.htaccess', 'text', 'htaccess.txt'],
    ['a\r\nSet-Cookie: x', 'png', 'aSet-Cookie- x.png'],
    ['   ', 'csv', 'file.csv'],
    [`${'é'.repeat(400)}.pdf`, 'pdf', `${'é'.repeat(146)}.pdf`],
  ] as const)('%s', (said, kind, expected) => {
    expect(cleanName(said, kind)).toBe(expected);
  });

  it('reaches a header whole, and never leaves it', () => {
    expect(dispositionOf('Été "1".pdf', 'attachment')).toBe(
      `attachment; filename="_t_ _1_.pdf"; filename*=UTF-8''%C3%89t%C3%A9%20%221%22.pdf`,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        const name = cleanName(said, 'pdf');
        return /^[\x20-\x7e]+$/.test(dispositionOf(name, 'inline')) && Array.from(name).length <= 150 && name.endsWith('.pdf');
      }),
    );
  });
});
