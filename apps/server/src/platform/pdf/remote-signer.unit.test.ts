import { BasicConstraintsExtension, X509CertificateGenerator } from '@peculiar/x509';
import { constants, createPrivateKey, privateEncrypt } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PDF } from '@libpdf/core';
import { expect, it } from 'vitest';
import { createOutbound, OutboundError } from '../outbound/index.ts';
import { pemOf, type SealKey } from './own-signer.ts';
import { remoteSigner, SealError } from './remote-signer.ts';
import { sealPdf } from './seal-pdf.ts';
import { verifyPdf } from './verify-pdf.ts';

const AT = Date.UTC(2026, 10, 4, 10);
const SECRET = 'a-secret-of-the-test';

interface Answer {
  readonly status?: number;
  readonly body: string;
}
type Respond = (digest: Buffer) => Answer;

/** Somebody elsewhere who keeps the key, over http on this machine, and what it was sent. */
async function withSigner<Result>(respond: Respond, work: (url: string, sent: string[]) => Promise<Result>): Promise<Result> {
  const sent: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      sent.push(String(request.headers.authorization));
      const { digest } = JSON.parse(await textOf(request)) as { digest: string };
      const { status = 200, body } = respond(Buffer.from(digest, 'base64'));
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sign`, sent);
  } finally {
    server.close();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function paper(): Promise<Buffer> {
  const document = PDF.create();
  document.addPage({ size: 'a4' }).drawText('Relevé 2026-10', { x: 72, y: 700 });
  return Buffer.from(await document.save());
}

/** An RSA key with a certificate of twenty years. */
async function rsaKey(): Promise<SealKey> {
  const signingAlgorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const wanted = { ...signingAlgorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await crypto.subtle.generateKey(wanted, true, ['sign', 'verify']);
  const until = new Date(Date.UTC(2046, 0, 1));
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01a1b2c3d4',
    name: 'CN=Elsewhere',
    notBefore: new Date(AT),
    notAfter: until,
    signingAlgorithm,
    keys,
    extensions: [new BasicConstraintsExtension(false, undefined, true)],
  });
  const privateKey = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return { privateKey, certificate: Buffer.from(certificate.rawData) };
}

/** What says that SHA-256 made the digest (RFC 8017). */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** Signs what was already digested, as a device does that never sees the document. */
function signing({ privateKey }: SealKey): Respond {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return (digest) => {
    const wrapped = Buffer.concat([DIGEST_INFO, digest]);
    return {
      body: JSON.stringify({
        signature: privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, wrapped).toString('base64'),
      }),
    };
  };
}

function sealing(url: string, certificate: Buffer, now = AT) {
  const outbound = createOutbound({ trusted: [new URL(url).host] });
  return remoteSigner({ url, secret: SECRET, certificates: pemOf(certificate) }, outbound, () => now);
}

const seal = async (url: string, certificate: Buffer, now?: number) =>
  sealPdf(await paper(), sealing(url, certificate, now), { at: AT, reason: 'Statement' });

it('seals with a key that stays elsewhere', async () => {
  const key = await rsaKey();
  await withSigner(signing(key), async (url, sent) => {
    const sealed = await seal(url, key.certificate);
    expect(verifyPdf(sealed)).toMatchObject({ isIntact: true, signatures: [{ faults: [] }] });
    expect(sent).toEqual([`Bearer ${SECRET}`]);
  });
});

it('takes no answer that the certificate does not vouch for, and none that is something else', async () => {
  const [key, stranger] = [await rsaKey(), await rsaKey()];
  const answers: readonly Respond[] = [
    signing(stranger),
    () => ({ body: '{"signature":""}' }),
    () => ({ body: '<html>' }),
    () => ({ status: 500, body: '{}' }),
  ];
  for (const respond of answers) {
    await withSigner(respond, (url) => expect(seal(url, key.certificate)).rejects.toSatisfy(isSealError));
  }
});

it('says that nobody answered, and asks nobody for a certificate that is over', async () => {
  const key = await rsaKey();
  await expect(seal('http://127.0.0.1:9/sign', key.certificate)).rejects.toSatisfy((error) => hasCause(error, OutboundError));
  await withSigner(signing(key), async (url, sent) => {
    await expect(seal(url, key.certificate, Date.UTC(2050, 0, 1))).rejects.toSatisfy(isSealError);
    expect(sent).toEqual([]);
  });
  expect(() => remoteSigner({ url: 'x', secret: SECRET, certificates: 'none' }, createOutbound(), () => AT)).toThrow(SealError);
});

const isSealError = (error: unknown) => hasCause(error, SealError);

function hasCause(error: unknown, kind: abstract new (...given: never[]) => Error): boolean {
  let each: unknown = error;
  while (each instanceof Error) {
    const { cause } = each;
    if (each instanceof kind) return true;
    each = cause;
  }
  return false;
}
