import { createSign, hash, webcrypto, X509Certificate } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { endPaper, openPaper, say } from './open-paper.ts';
import { makeSealKey, ownSigner, pemOf, type SealKey } from './own-signer.ts';
import { type PdfSigner, sealPdf } from './seal-pdf.ts';

const run = promisify(execFile);
const AT = Date.UTC(2026, 10, 4, 10);
const sealing = { at: AT, reason: 'Statement 2026-10-0001' };

async function paper(): Promise<Buffer> {
  const made = openPaper({ title: 'Relevé', author: 'Alpes & Cie', language: 'fr', at: AT, keywords: '' });
  say(made, 'P', () => made.doc.text('Atelier Lumière : 1 234,56 €'));
  return endPaper(made, ['foot'], (page) => String(page));
}

/** What the seal covers, and the seal itself. */
function taken(sealed: Buffer): { content: Buffer; seal: Buffer; end: number } {
  const found = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(sealed.toString('latin1')) ?? expect.fail();
  const [from = 0, length = 0, next = 0, rest = 0] = found.slice(1).map(Number);
  const content = Buffer.concat([sealed.subarray(from, from + length), sealed.subarray(next, next + rest)]);
  return { content, seal: derOf(sealed.subarray(from + length + 1, next - 1).toString('latin1')), end: next + rest };
}

/** The seal stands in more room than it needs: its own first bytes say how long it is. */
function derOf(hex: string): Buffer {
  const bytes = Buffer.from(hex, 'hex');
  const lengthBytes = (bytes[1] ?? 0) & 0x7f;
  return bytes.subarray(0, 2 + lengthBytes + bytes.readUIntBE(2, lengthBytes));
}

async function openssl(sealed: Buffer, certificate: Buffer): Promise<{ code: number; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-seal-'));
  try {
    const { content, seal } = taken(sealed);
    const file = (name: string) => join(folder, name);
    await writeFile(file('content'), content);
    await writeFile(file('seal'), seal);
    await writeFile(file('certificate'), pemOf(certificate));
    const check = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', file('out')];
    const files = ['-in', file('seal'), '-content', file('content'), '-CAfile', file('certificate')];
    const { stderr } = await run('openssl', [...check, ...files]);
    return { code: 0, said: stderr };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pdfsig(sealed: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-seal-'));
  try {
    await writeFile(join(folder, 'sealed.pdf'), sealed);
    return (await run('pdfsig', ['-nocert', join(folder, 'sealed.pdf')])).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isThere(tool: string, version: string): Promise<boolean> {
  const found = await run(tool, [version]).then(
    () => true,
    () => false,
  );
  // Said aloud: a check that was not made must not look as if it had been.
  if (!found) process.stderr.write(`SKIPPED: seals are not verified by ${tool}, which this machine does not have\n`);
  return found;
}

const hasOpenssl = await isThere('openssl', 'version');
const hasPdfsig = await isThere('pdfsig', '-v');

/** Keeps its key to itself, as somebody elsewhere would: it is only asked for signatures. */
function elsewhere({ privateKey, certificate }: SealKey): PdfSigner & { asked: number } {
  const key = { key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' } as const;
  return {
    asked: 0,
    certificate,
    keyType: 'EC',
    signatureAlgorithm: 'ECDSA',
    async sign(data) {
      this.asked += 1;
      return createSign('sha256').update(data).sign(key);
    },
  };
}

it('adds a seal behind the document, which stays as it was', async () => {
  const plain = await paper();
  const key = await makeSealKey('Alpes & Équipement', AT);
  const sealed = await sealPdf(plain, await ownSigner(key), sealing);
  expect(sealed.subarray(0, plain.length).equals(plain)).toBe(true);
  const text = sealed.subarray(plain.length).toString('latin1');
  expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
  expect(text).toMatch(/\/ID \[/);
  expect(taken(sealed).end).toBe(sealed.length);
  expect(taken(sealed).seal.includes(key.certificate)).toBe(true);
  // The digest of what is covered is one of the attributes that are signed.
  expect(taken(sealed).seal.includes(hash('sha256', taken(sealed).content, 'buffer'))).toBe(true);
});

it('makes a certificate in the name of the company, for signing only, by its own key', async () => {
  const { certificate, privateKey } = await makeSealKey('Alpes & Équipement', AT);
  const read = new X509Certificate(certificate);
  expect(read.subject).toContain('Alpes & Équipement');
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.ca).toBe(false);
  expect([read.validFromDate.toISOString(), read.validToDate.getUTCFullYear()]).toEqual(['2026-11-04T10:00:00.000Z', 2046]);
  expect(pemOf(certificate)).toBe(read.toString());
  const other = await makeSealKey('Alpes & Équipement', AT);
  expect([other.privateKey === privateKey, other.certificate.equals(certificate)]).toEqual([false, false]);
  await webcrypto.subtle.importKey('pkcs8', Buffer.from(privateKey, 'base64'), { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ]);
});

it.skipIf(!hasOpenssl)(
  'is verified by openssl, by a key of ours or elsewhere, and no longer once a byte is changed',
  async () => {
    const plain = await paper();
    const key = await makeSealKey('Alpes', AT);
    const sealed = await sealPdf(plain, await ownSigner(key), sealing);
    expect(await openssl(sealed, key.certificate)).toMatchObject({ code: 0, said: expect.stringContaining('successful') });
    const signer = elsewhere(key);
    expect(await openssl(await sealPdf(plain, signer, sealing), key.certificate)).toMatchObject({ code: 0 });
    expect(signer.asked).toBe(1);
    const changed = Buffer.from(sealed);
    changed[400] = (changed[400] ?? 0) ^ 1;
    expect(await openssl(changed, key.certificate)).toMatchObject({ said: expect.stringContaining('Verification failure') });
    const stranger = await makeSealKey('Alpes', AT);
    expect((await openssl(sealed, stranger.certificate)).code).not.toBe(0);
  },
);

it.skipIf(!hasPdfsig)('is verified by pdfsig', async () => {
  const key = await makeSealKey('Alpes', AT);
  const sealed = await sealPdf(await paper(), await ownSigner(key), sealing);
  const said = await pdfsig(sealed);
  expect(said).toContain('Signature is Valid');
  expect(said).toContain('Total document signed');
  const changed = Buffer.from(sealed);
  changed[400] = (changed[400] ?? 0) ^ 1;
  expect(await pdfsig(changed)).not.toContain('Signature is Valid');
});
