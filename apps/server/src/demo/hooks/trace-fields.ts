import type { Trace } from '../story/story.ts';

/** The id the server gave a click of the story. */
export type ClickIds = ReadonlyMap<number, string>;

/** The trace as the company's pages leave it in the metadata of a payment or an order. */
export function traceFields(trace: Trace, customer: string, clicks: ClickIds): Record<string, string> {
  const click = trace.click === undefined ? undefined : clicks.get(trace.click);
  return {
    cordee_customer: customer,
    ...(click === undefined ? {} : { cordee_click: click }),
    ...(trace.visitorId === undefined ? {} : { cordee_visitor: trace.visitorId }),
    ...(trace.code === undefined ? {} : { cordee_code: trace.code }),
    ...(trace.coupon === undefined ? {} : { cordee_coupon: trace.coupon }),
  };
}

/** Minor units as the decimal text that shops write. */
export function decimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** French VAT on an amount, in minor units. */
export function vatOn(net: number): number {
  return Math.round(net / 5);
}
