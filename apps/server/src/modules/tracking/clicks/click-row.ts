import { writeBytes, writeInstant, writeNull, writeText, writeUuid } from '../../../platform/db/binary-row.ts';
import { writeClickId, type ClickId } from './click-id.ts';

/** One click on its way to its month. Texts are short: whoever makes a row has cleaned them. */
export interface ClickRow {
  readonly id: ClickId;
  /** The five ids of the link, already encoded by `encodeOwner`. */
  readonly owner: Buffer;
  readonly visitorId: string | null;
  readonly subId: string | null;
  readonly flag: 'bot' | 'repeat' | null;
  readonly addressHash: Buffer | null;
  readonly agent: string | null;
  readonly referrerHost: string | null;
  readonly parameter: string | null;
  readonly path: ClickPath;
}

/** How the click reached us: our redirect without or with the visitor cookie, the script on the page, the company's server. */
export type ClickPath = 'redirect' | 'cookie' | 'script' | 'api';

export interface ClickOwner {
  readonly workspaceId: string;
  readonly programId: string;
  readonly enrollmentId: string;
  readonly partnerId: string;
  readonly linkId: string;
}

/** In the order `encodeRow` writes them. */
export const CLICK_COLUMNS =
  'workspace_id, program_id, enrollment_id, partner_id, link_id, id, at, visitor_id, sub_id, flag, address_hash, agent, referrer_host, parameter, path';
const FIELDS = 15;

/** More than any row needs: 130 of fixed width, and texts bounded by their cleaners to less than 900 bytes together. */
export const LONGEST_ROW = 1200;

/** The start of every row of one link: the number of fields and the five ids. */
export function encodeOwner(owner: ClickOwner): Buffer {
  const ids = [owner.workspaceId, owner.programId, owner.enrollmentId, owner.partnerId, owner.linkId];
  const buffer = Buffer.alloc(2 + ids.length * 20);
  let offset = buffer.writeInt16BE(FIELDS, 0);
  for (const id of ids) offset = writeUuid(buffer, offset, id);
  return buffer;
}

/** Writes the row in binary COPY form; returns where it ends. The caller leaves `LONGEST_ROW` bytes free. */
export function encodeRow(buffer: Buffer, start: number, row: ClickRow): number {
  let offset = start + row.owner.copy(buffer, start);
  offset = writeClickId(buffer, buffer.writeInt32BE(16, offset), row.id);
  offset = writeInstant(buffer, offset, row.id.at);
  offset = row.visitorId === null ? writeNull(buffer, offset) : writeUuid(buffer, offset, row.visitorId);
  offset = writeText(buffer, offset, row.subId);
  offset = writeText(buffer, offset, row.flag);
  offset = writeBytes(buffer, offset, row.addressHash);
  offset = writeText(buffer, offset, row.agent);
  offset = writeText(buffer, offset, row.referrerHost);
  offset = writeText(buffer, offset, row.parameter);
  return writeText(buffer, offset, row.path);
}
