import type { Instant } from '@cordee/core/time';
import { hash } from 'node:crypto';
import { readCode, readInstant, readText, readUuid } from './read-values.ts';
import { column, mustBePast, required, styleOf, type FileContext } from './row-view.ts';

/** A click that was recorded elsewhere. */
export interface ImportedClick {
  readonly id: string;
  readonly at: Instant;
  readonly code: string;
  readonly visitorId: string | null;
  readonly subId: string | null;
  readonly referrerHost: string | null;
}

/** Rows of a file of clicks. Ids are made of what a row says, so that the same row is the same click. */
export function clickRows(context: FileContext): (fields: readonly string[]) => ImportedClick {
  const style = styleOf(context);
  const idAt = column(context, 'eventId');
  const dateAt = required(context, 'occurredAt');
  const codeAt = required(context, 'code');
  const visitorAt = column(context, 'visitorId');
  const subIdAt = column(context, 'subId');
  const referrerAt = column(context, 'referrerHost');
  return (fields) => {
    const dateText = dateAt(fields);
    const at = mustBePast(readInstant(dateText, style, 'occurredAt'), context.now, 'occurredAt', dateText);
    const code = readCode(codeAt(fields), 'code');
    const visitor = visitorAt(fields);
    const subId = readText(subIdAt(fields), 100, 'subId');
    const eventId = readText(idAt(fields), 200, 'eventId');
    return {
      id: clickId(at, eventId === '' ? `${code}\u001F${visitor}\u001F${subId}` : eventId),
      at,
      code,
      visitorId: visitor === '' ? null : readUuid(visitor, 'visitorId'),
      subId: subId === '' ? null : subId,
      referrerHost: hostOf(referrerAt(fields)),
    };
  };
}

/** A UUIDv7 of the click's own milliseconds, its random part made of what tells it from others. */
function clickId(at: Instant, text: string): string {
  const time = at.toString(16).padStart(12, '0');
  const digits = hash('sha256', `click\u001F${at}\u001F${text}`, 'hex');
  const variant = ((Number.parseInt(digits.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-${variant}${digits.slice(4, 7)}-${digits.slice(7, 19)}`;
}

function hostOf(text: string): string | null {
  const host = text
    .replace(/^[a-z]+:\/\//i, '')
    .split(/[/?#:]/, 1)[0]
    ?.toLowerCase();
  return host === undefined || !/^[a-z0-9.-]{1,253}$/.test(host) ? null : host;
}
