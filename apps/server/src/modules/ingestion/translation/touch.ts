import { normalizeCode } from '@cordee/core/codes';
import { decodeId } from '@cordee/core/ids';
import { isObject, textAt, type JsonObject } from './json.ts';

/** What ties an order to a partner, as the company's pages left it in the payment or shop system. */
export interface Touch {
  /** The uuid behind `clk_…`. */
  readonly clickId?: string;
  readonly visitorId?: string;
  readonly code?: string;
  readonly coupon?: string;
  readonly subId?: string;
  /** The company's own id of the customer. */
  readonly customer?: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads `cordee_click`, `cordee_visitor`, `cordee_code`, `cordee_coupon`, `cordee_sub`, `cordee_customer`; ignores what cannot be one. */
export function touchOf(metadata: JsonObject | null): Touch {
  const clickId = clickIdOf(textAt(metadata, 'cordee_click'));
  const visitorId = visitorIdOf(textAt(metadata, 'cordee_visitor'));
  const code = codeOf(textAt(metadata, 'cordee_code'));
  const coupon = codeOf(textAt(metadata, 'cordee_coupon'));
  const subId = textAt(metadata, 'cordee_sub')?.slice(0, 100);
  const customer = (textAt(metadata, 'cordee_customer') ?? textAt(metadata, 'customerExternalId'))?.slice(0, 200);
  return {
    ...(clickId === null ? {} : { clickId }),
    ...(visitorId === null ? {} : { visitorId }),
    ...(code === null ? {} : { code }),
    ...(coupon === null ? {} : { coupon }),
    ...(subId === undefined ? {} : { subId }),
    ...(customer === undefined ? {} : { customer }),
  };
}

export function clickIdOf(text: string | null): string | null {
  return text === null ? null : decodeId('clk', text);
}

export function codeOf(text: string | null): string | null {
  return text === null ? null : normalizeCode(text);
}

function visitorIdOf(text: string | null): string | null {
  const uuid = text?.toLowerCase() ?? '';
  return UUID.test(uuid) ? uuid : null;
}

/** The touch that was remembered as JSON. */
export function rememberedTouch(data: JsonObject | undefined): Touch {
  const touch = data?.['touch'];
  return isObject(touch) ? touch : {};
}

/** Several sources of one touch: the first that knows a part gives it. */
export function mergeTouches(...touches: readonly Touch[]): Touch {
  return Object.assign({}, ...[...touches].reverse()) as Touch;
}

/** Whether it leads to a partner. */
export function isTraced(touch: Touch): boolean {
  return touch.clickId !== undefined || touch.visitorId !== undefined || touch.code !== undefined || touch.coupon !== undefined;
}

/** `[{name, value}]` or `[{key, value}]`, as shops keep free attributes, as one object. */
export function attributesOf(entries: readonly JsonObject[]): JsonObject {
  const named = entries.map((entry) => [textAt(entry, 'name') ?? textAt(entry, 'key') ?? '', entry['value']] as const);
  return Object.fromEntries(named.filter(([name]) => name !== ''));
}
