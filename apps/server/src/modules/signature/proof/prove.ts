import { writeTrail, type ChainedEvent } from '@cordee/core/signature';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { pemOf, sealPdf, timestampsOf } from '../../../platform/pdf/index.ts';
import { summedZip } from '../../../platform/summed-zip.ts';
import { read, write } from '../../../platform/verb.ts';
import { findCertificate, keepCertificate, selectBytes, type NewVersion } from '../document.store.ts';
import type { EnvelopeRecord } from '../envelope.store.ts';
import { selectEvents } from '../envelope-write.store.ts';
import type { SignatureParts } from '../parts.ts';
import { mustFind } from '../queries/envelopes.ts';
import { stepRefused } from '../refusals.ts';
import { mustReadEnvelopes } from '../signature.policy.ts';
import { certificatePaper } from './certificate-paper.ts';
import { instructions } from './instructions.ts';

/** The certificate of a completed envelope, made when it is first asked for and kept. Refuses `envelope_step_refused` before. */
export async function certificateOf(context: Context, parts: SignatureParts, id: string): Promise<Buffer> {
  mustReadEnvelopes(context.actor);
  const { workspaceId, language } = context;
  const { envelope, events, known } = await read(context, async (tx) => ({
    envelope: await mustFind(tx, context, id),
    events: await selectEvents(tx, workspaceId, id),
    known: await findCertificate(tx, workspaceId, id, language),
  }));
  if (known !== null) return known;
  if (envelope.state !== 'completed' || envelope.endedAt === null) throw stepRefused('not_completed');
  const drawn = await certificatePaper(envelope, events, 'Cordée', language);
  const signer = await parts.ownSigner(context);
  const bytes = await sealPdf(drawn, signer, { at: context.now(), reason: `${encodeId('env', id)} ${envelope.head}` });
  return write(context, async (tx) => {
    const isFirst = await keepCertificate(tx, workspaceId, id, language, bytes);
    const result = isFirst ? bytes : ((await findCertificate(tx, workspaceId, id, language)) ?? bytes);
    const after = { language, sha256: sha256(result).toString('hex') };
    return { result, audit: isFirst ? { action: 'envelope.certified', subject: encodeId('env', id), after } : null };
  });
}

/** All that proves a completed envelope, in one archive that standard tools verify. */
export async function bundleOf(context: Context, parts: SignatureParts, id: string): Promise<Buffer> {
  const certificate = await certificateOf(context, parts, id);
  const { envelope, events, documents } = await read(context, async (tx) => ({
    envelope: await mustFind(tx, context, id),
    events: await selectEvents(tx, context.workspaceId, id),
    documents: await selectBytes(tx, context.workspaceId, id),
  }));
  const pem = pemOf(Buffer.from((await parts.ownSigner(context)).certificate));
  return summedZip(filesOf(events, documents, certificate, pem), mtimeOf(envelope));
}

function filesOf(events: readonly ChainedEvent[], documents: readonly NewVersion[], certificate: Buffer, pem: string) {
  const files = new Map<string, Buffer>();
  for (const { number, name, bytes } of documents) {
    const place = String(number).padStart(2, '0');
    files.set(`documents/${place}-${name}`, bytes);
    for (const { signature, token } of timestampsOf(bytes)) files.set(`timestamps/${place}-${signature}.tst`, token);
  }
  files.set('certificate.pdf', certificate);
  files.set('certificate.pem', Buffer.from(pem));
  files.set('audit.json', Buffer.from(writeTrail(events)));
  files.set('INSTRUCTIONS.en.txt', Buffer.from(instructions.en));
  files.set('INSTRUCTIONS.fr.txt', Buffer.from(instructions.fr));
  return files;
}

/** Archives know no zone: what is written is the day in UTC. */
function mtimeOf({ endedAt, createdAt }: EnvelopeRecord): Date {
  return new Date(endedAt ?? createdAt);
}
