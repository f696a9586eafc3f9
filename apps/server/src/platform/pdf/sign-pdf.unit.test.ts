import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { PDF } from '@libpdf/core';
import { assert, asyncProperty, integer, oneof } from 'fast-check';
import { expect, it } from 'vitest';
import { createOutbound } from '../outbound/index.ts';
import { pdfFault } from './look-at-pdf.ts';
import { makeSealKey, ownSigner, type SealKey } from './own-signer.ts';
import { signPdf, timestampAuthority, type PdfTimestamper } from './sign-pdf.ts';
import { verifyPdf } from './verify-pdf.ts';

const run = promisify(execFile);
const AT = Date.UTC(2026, 10, 4, 10);

async function paper(): Promise<Buffer> {
  const document = PDF.create();
  document.addPage({ size: 'a4' }).drawText('Accord de partenariat', { x: 72, y: 700 });
  return Buffer.from(await document.save());
}

async function sign(bytes: Buffer, key: SealKey, number: number, timestamper: PdfTimestamper | null = null): Promise<Buffer> {
  const who = number === 1 ? 'Zoé Martin (Alpes)' : 'Ana Lind';
  const signing = {
    at: AT + number * 60_000,
    reason: who,
    contact: 'zoe@example.com',
    field: `Signature-${number}`,
    timestamper,
  };
  return signPdf(bytes, await ownSigner(key), signing);
}

async function has(tool: string): Promise<boolean> {
  const found = await run('sh', ['-c', `command -v ${tool}`]).then(
    () => true,
    () => false,
  );
  if (!found) process.stderr.write(`SKIPPED: signatures are not verified by ${tool}, which this machine does not have\n`);
  return found;
}

const [hasPdfsig, hasQpdf, hasOpenssl] = [await has('pdfsig'), await has('qpdf'), await has('openssl')];

async function inFolder<Result>(work: (file: (name: string) => string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-sign-'));
  try {
    return await work((name) => join(folder, name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

it('signs behind what was signed before, which stays valid', async () => {
  const key = await makeSealKey('Alpes', AT);
  const plain = await paper();
  const first = await sign(plain, key, 1);
  const second = await sign(first, key, 2);
  expect(second.subarray(0, first.length).equals(first)).toBe(true);
  const verdict = verifyPdf(second);
  expect(verdict).toMatchObject({ isIntact: true, isWhole: true });
  expect(verdict.signatures).toMatchObject([
    { number: 1, faults: [], reason: 'Zoé Martin [Alpes]', coversTo: first.length, signedAt: '2026-11-04T10:01:00.000Z' },
    { number: 2, faults: [], reason: 'Ana Lind', coversTo: second.length, stampedAt: null },
  ]);
  expect(verifyPdf(plain)).toMatchObject({ signatures: [], isIntact: false });
  expect(verifyPdf(Buffer.concat([second, Buffer.from('%more\n')]))).toMatchObject({ isWhole: false, isIntact: false });
});

it.skipIf(!hasPdfsig || !hasQpdf)('is judged valid by pdfsig and sound by qpdf', async () => {
  const key = await makeSealKey('Alpes', AT);
  const signed = await sign(await sign(await paper(), key, 1), key, 2);
  await inFolder(async (file) => {
    await writeFile(file('a.pdf'), signed);
    const { stdout } = await run('pdfsig', ['-nocert', file('a.pdf')]);
    expect(stdout.match(/Signature is Valid/gu)).toHaveLength(2);
    expect(stdout).toContain('Total document signed');
    await run('qpdf', ['--check', file('a.pdf')]);
  });
});

it('any byte that was changed, wherever it stands, is found', async () => {
  const key = await makeSealKey('Alpes', AT);
  const first = await sign(await paper(), key, 1);
  const signed = await sign(first, key, 2);
  const positions = oneof(
    integer({ min: 0, max: signed.length - 1 }),
    // The signatures themselves, which no signature covers.
    integer({ min: signed.lastIndexOf('/Contents') + 9, max: signed.lastIndexOf('/Contents') + 4000 }),
  );
  await assert(
    asyncProperty(positions, integer({ min: 1, max: 255 }), async (position, flip) => {
      const changed = Buffer.from(signed);
      changed[position] = (changed[position] ?? 0) ^ flip;
      expect(verifyPdf(changed).isIntact).toBe(false);
    }),
    { numRuns: 250 },
  );
}, 60_000);

const TSA = `[tsa]
default_tsa = here
[here]
serial = SERIAL
crypto_device = builtin
signer_cert = CERT
certs = CERT
signer_key = KEY
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
`;

it.skipIf(!hasOpenssl)('carries the time an authority gave, and tells when it is not about this signature', async () => {
  await inFolder(async (file) => {
    const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=Time', '-addext'];
    const made = ['extendedKeyUsage=critical,timeStamping', '-keyout', file('key'), '-out', file('cert')];
    await run('openssl', [...asked, ...made]);
    const settings = TSA.replace('SERIAL', file('serial')).replaceAll('CERT', file('cert')).replace('KEY', file('key'));
    await writeFile(file('settings'), settings);
    await writeFile(file('serial'), '01\n');
    const server = createServer((request, response) => {
      void (async () => {
        const parts: Buffer[] = [];
        for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
        await writeFile(file('query'), Buffer.concat(parts));
        await run('openssl', ['ts', '-reply', '-config', file('settings'), '-queryfile', file('query'), '-out', file('reply')]);
        response.setHeader('content-type', 'application/timestamp-reply');
        response.end(await readFile(file('reply')));
      })().catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}/`;
      const authority = timestampAuthority(url, createOutbound({ trusted: [`127.0.0.1:${port}`] }));
      const key = await makeSealKey('Alpes', AT);
      const signed = await sign(await paper(), key, 1, authority);
      const [signature] = verifyPdf(signed).signatures;
      expect(signature?.faults).toEqual([]);
      expect(Math.abs(Date.parse(signature?.stampedAt ?? '') - Date.now())).toBeLessThan(120_000);
      // Nothing inside the company's network is asked unless it was allowed.
      await expect(sign(await paper(), key, 1, timestampAuthority(url, createOutbound()))).rejects.toThrow();
    } finally {
      server.close();
    }
  });
});

const withObjects = (objects: string) => `%PDF-1.7\n${objects}\ntrailer << /Root 1 0 R >>\n%%EOF`;

it('takes only documents that are whole, open to all and do nothing by themselves', async () => {
  const plain = await paper();
  const faultToSign = (bytes: Buffer) => pdfFault(bytes, 'sign');
  expect(await faultToSign(plain)).toBeNull();
  expect(await faultToSign(Buffer.from('<html>'))).toBe('not_a_pdf');
  expect(await faultToSign(Buffer.from('%PDF-1.7\nnothing'))).not.toBeNull();
  const put = (text: string) => Buffer.concat([plain, Buffer.from(`\n9 0 obj\n<< ${text} >>\nendobj\n`)]);
  expect(await faultToSign(put('/S /JavaScript /JS (app.alert(1))'))).toBe('active_content');
  expect(await faultToSign(put('/S /J#61vaScript'))).toBe('active_content');
  expect(await faultToSign(put('/OpenAction 3 0 R'))).toBe('active_content');
  expect(await faultToSign(put('/Type /EmbeddedFile'))).toBe('embedded_files');
  // What is only kept may open where it wants, and carry a file: invoices carry their XML so.
  expect(await pdfFault(put('/OpenAction 3 0 R'), 'keep')).toBeNull();
  expect(await pdfFault(put('/Type /EmbeddedFile'), 'keep')).toBeNull();
  expect(await faultToSign(put('/Encrypt 4 0 R'))).toBe('encrypted');
  const key = await makeSealKey('Alpes', AT);
  expect(await faultToSign(await sign(plain, key, 1))).toBe('signed_already');
  const hidden = deflateSync(Buffer.from('9 0 << /S /Launch >>'));
  const stream = (dictionary: string, body: Buffer) =>
    Buffer.concat([
      Buffer.from('%PDF-1.7\n8 0 obj\n<< ' + dictionary + ' >>\nstream\n'),
      body,
      Buffer.from(withObjects('\nendstream\nendobj')),
    ]);
  expect(await faultToSign(stream('/Type /ObjStm /Filter /FlateDecode', hidden))).toBe('active_content');
  const bomb = deflateSync(Buffer.alloc(210 * 1024 * 1024), { level: 9 });
  expect(await faultToSign(stream('/Filter /FlateDecode', bomb))).toBe('too_much_inside');
  expect(await faultToSign(Buffer.concat([plain, Buffer.alloc(21 * 1024 * 1024)]))).toBe('too_large');
});
