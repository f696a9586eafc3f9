import { projects } from '../cast/catalogue.ts';
import { linkCode } from '../cast/partners.ts';
import { after, choosePartner, click, happen, laneOf, newCustomer, someTime, type Draft } from './draft.ts';
import { makeOrder, maybeRegret } from './orders.ts';
import type { Trace } from './story.ts';

const program = 'introduction';

/** A hut, a hotel or a commune that somebody introduced: a lead, perhaps a good one, perhaps a project. */
export function projectCustomer(draft: Draft): void {
  const { random } = draft;
  const at = someTime(draft, 88, 1);
  const partner = choosePartner(draft, program, at, null);
  const customer = newCustomer(draft, program, laneOf(partner));
  const { lane } = customer;
  const trace: Trace = random.chance(0.8)
    ? { code: linkCode(partner, program) }
    : { click: click(draft, { partner, program, at: at - 600_000, visitorId: random.uuid() }).ref };
  const led = random.chance(0.06) ? {} : trace;
  if (!happen(draft, { kind: 'lead', at, lane, customer, name: 'projet', trace: led })) return;
  if (!random.chance(0.6)) return;
  const qualifiedAt = after(draft, at, 5);
  if (!happen(draft, { kind: 'qualified', at: qualifiedAt, lane, customer })) return;
  if (!random.chance(0.72)) return;
  let last = qualifiedAt;
  do {
    last = after(draft, last, 13);
    const order = makeOrder(draft, { customer, at: last, channel: 'api', trace: {}, products: projects, mostPieces: 1 });
    if (!happen(draft, { kind: 'order', at: last, lane, order })) return;
    maybeRegret(draft, order, 0.06);
  } while (random.chance(0.3));
}
