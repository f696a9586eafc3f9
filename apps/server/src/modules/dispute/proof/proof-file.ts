import type { DisputeDetail } from '@cordee/contract/dispute';
import { decodeId } from '@cordee/core/ids';
import { writeTrail } from '@cordee/core/signature';
import { localDateOf } from '@cordee/core/time';
import { buffer } from 'node:stream/consumers';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import { openFile } from '../../../platform/files/index.ts';
import { pemOf, sealPdf } from '../../../platform/pdf/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { summedZip } from '../../../platform/summed-zip.ts';
import { read } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { signerFor } from '../../statement/index.ts';
import { detailOf, findDispute, mayReadBrief, mayReadDispute } from '../read-dispute.ts';
import { selectEntries } from '../store/entry.store.ts';
import { briefText } from '../verbs/write-brief.ts';
import { coverPaper } from './cover-paper.ts';
import { instructions } from './instructions.ts';
import type { EvidenceLine } from './sheet.ts';

/** What evidence may weigh together; what is beyond is named with its hash and left out. */
const mostBytes = 60_000_000;
const readers = { dsp: mayReadDispute, dbr: mayReadBrief };

/**
 * All that shows how two sides tried to settle, as the reader's side sees it, in one archive that standard tools verify: what is still sealed
 * stays sealed. Refuses `not_found`.
 */
export async function proofFileOf(context: Context, parts: { readonly sealer: Sealer }, id: string): Promise<Buffer> {
  const { workspaceId } = context;
  const inLanguage = (language: 'en' | 'fr'): Context => ({ ...context, language });
  const found = await read(context, async (tx) => {
    const record = await findDispute(tx, context, id);
    if (record === null) throw new Refusal('not_found');
    return {
      record,
      // Its figures are small: none of them is a bigint.
      en: (await detailOf(tx, inLanguage('en'), id)) as DisputeDetail,
      fr: (await detailOf(tx, inLanguage('fr'), id)) as DisputeDetail,
      entries: await selectEntries(tx, workspaceId, id),
      today: localDateOf(context.now(), await zoneOf(tx, workspaceId)),
    };
  });
  const { record, en, fr, entries, today } = found;
  const at = context.now();
  const signer = await signerFor(context, parts);
  const { lines, files } = await evidenceOf(context, en);
  for (const language of ['en', 'fr'] as const) {
    const detail = language === 'en' ? en : fr;
    const drawn = await coverPaper({ record, detail, evidence: lines, at, today }, language);
    files.set(`file.${language}.pdf`, await sealPdf(drawn, signer, { at, reason: `${en.id} ${record.head}` }));
  }
  for (const [name, text] of briefsOf(en)) files.set(name, Buffer.from(text));
  const trail = entries.map(({ number, at: when, kind, side, data, hash }) => ({ number, at: when, kind, by: side, data, hash }));
  files.set('audit.json', Buffer.from(writeTrail(trail)));
  files.set('certificate.pem', Buffer.from(pemOf(Buffer.from(signer.certificate))));
  files.set('INSTRUCTIONS.en.txt', Buffer.from(instructions.en));
  files.set('INSTRUCTIONS.fr.txt', Buffer.from(instructions.fr));
  return summedZip(files, new Date(at));
}

/** What both sides handed in and the reader sees, each once. */
async function evidenceOf(context: Context, { entries, briefs }: DisputeDetail) {
  const handedIn = [...entries.flatMap((entry) => entry.files), ...briefs.flatMap((brief) => brief.files)];
  const lines: EvidenceLine[] = [];
  const files = new Map<string, Buffer>();
  let room = mostBytes;
  for (const [index, { id, name, size, sha256: sum }] of [
    ...new Map(handedIn.map((file) => [file.id, file])).values(),
  ].entries()) {
    const path = `evidence/${String(index + 1).padStart(2, '0')}-${name}`;
    const isInside = size <= room;
    if (isInside) {
      room -= size;
      const { content } = await openFile(context, readers, decodeId('fil', id) ?? '');
      files.set(path, await buffer(content));
    }
    lines.push({ path, sha256: sum, isInside });
  }
  return { lines, files };
}

function briefsOf({ id, briefs }: DisputeDetail): [string, string][] {
  return briefs.flatMap(({ step, side, texts, files }) => {
    if (texts === null) return [];
    const sums = files.map((file) => file.sha256);
    return [[`briefs/step-${step}-${side}.json`, briefText(id, step, side, texts, sums)]];
  });
}
