/** Loaded before the program (`--import`): its clock runs ahead, so that a journey can come to the end of a month. */
const AHEAD = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);
const Real = Date;

class Ahead extends Real {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(Real.now() + AHEAD);
    else super(given[0]);
  }
  static override now(): number {
    return Real.now() + AHEAD;
  }
}

globalThis.Date = new Proxy(Ahead, {
  construct: (target, given: unknown[]) =>
    given.length > 1 ? Reflect.construct(Real, given) : (Reflect.construct(target, given) as Date),
}) as DateConstructor;
