import { trackSale } from '@cordee/contract/events';
import { trackingRoutes } from '@cordee/contract/tracking';
import { goods, priceIn } from '../cast/catalogue.ts';
import { castPartners } from '../cast/partners.ts';
import { inParallel } from '../lanes.ts';
import { Random } from '../random.ts';
import { partnerOf, WIDTH, type Stage } from '../stage.ts';
import { SHOP_ORIGIN } from './open-company.ts';

const SEED = 1788;

const browsers = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0',
];
const robots = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
];

type VisitKind = 'person' | 'twice' | 'private' | 'robot' | 'dead_code' | 'ahead' | 'script';

const kinds: readonly (readonly [kind: VisitKind, weight: number])[] = [
  ['person', 56],
  ['twice', 12],
  ['private', 8],
  ['robot', 10],
  ['dead_code', 3],
  ['ahead', 3],
  ['script', 8],
];

interface Visit {
  readonly number: number;
  readonly kind: VisitKind;
  /** Its code, and what the visitor made of it. */
  readonly partner: string;
  readonly code: string;
  readonly agent: string;
  /** As a proxy in front of the server would tell it. */
  readonly address: string;
}

export interface LiveVisits {
  readonly visits: number;
  readonly sales: number;
  /** Sales after the visit of a robot. */
  readonly unpaid: number;
}

/** What comes through the tracked links while the demo runs, and the sales that follow. */
export async function liveVisits(stage: Stage, scale: number): Promise<LiveVisits> {
  const random = new Random(SEED);
  const visits = Array.from({ length: Math.round(700 * scale) }, (_none, number) => makeVisit(random, number));
  const clickIds = new Map<number, string>();
  await inParallel(visits, WIDTH, async (visit) => {
    const clickId = await follow(stage, visit);
    if (clickId !== null) clickIds.set(visit.number, clickId);
  });
  const buyers = visits.filter(({ number, kind }) => clickIds.has(number) && kind !== 'twice' && number % 11 === 0);
  let unpaid = 0;
  for (const { number } of buyers) {
    const answer = await stage.keys.backEnd.call(trackSale, { body: sale(random, number, clickIds.get(number) ?? '') });
    if (answer.unpaid !== undefined) unpaid += 1;
  }
  return { visits: visits.length, sales: buyers.length, unpaid };
}

function makeVisit(random: Random, number: number): Visit {
  const [kind] = random.weighted(kinds, ([, weight]) => weight);
  const shops = castPartners.filter(
    ({ programs, pausedDaysAgo }) => programs[0] === 'affiliation' && pausedDaysAgo === undefined,
  );
  const { code } = random.weighted(shops, ({ weight }) => weight);
  return {
    number,
    kind,
    partner: code,
    code: kind === 'dead_code' ? `${code}zz9` : random.chance(0.1) ? `${code.toUpperCase()}.` : code,
    agent: kind === 'robot' ? random.pick(robots) : random.pick(browsers),
    // Networks, not addresses, tell visitors apart: one each, of the range kept for measurements.
    address: `198.${18 + (number >> 8)}.${number & 255}.7`,
  };
}

/** Follows the link as its visitor would; the click id at the end of the way, if there is one. */
async function follow(stage: Stage, visit: Visit): Promise<string | null> {
  if (visit.kind === 'script') return throughScript(stage, visit);
  const first = await redirect(stage, visit, null);
  if (visit.kind === 'twice') await redirect(stage, visit, first.cookie);
  return new URL(first.location).searchParams.get('cordee_click');
}

async function redirect(
  stage: Stage,
  { kind, partner, code, agent, address }: Visit,
  cookie: string | null,
): Promise<{ location: string; cookie: string | null }> {
  const link = partnerOf(stage, partner).links.get('affiliation') ?? '';
  const path = `${new URL('.', link).pathname}${encodeURIComponent(code)}?sub=live&utm_campaign=automne`;
  const answer = await stage.keys.office.as(null).send({
    method: kind === 'ahead' ? 'HEAD' : 'GET',
    path,
    headers: {
      'user-agent': agent,
      'x-forwarded-for': address,
      referer: 'https://sentiers.example/guide',
      ...(kind === 'private' ? { 'sec-gpc': '1' } : {}),
      ...(cookie === null ? {} : { cookie }),
    },
  });
  await answer.body?.cancel();
  const location = answer.headers.get('location');
  if (answer.status !== 302 || location === null) throw new Error(`GET ${path} answered ${answer.status}`);
  const [set] = answer.headers.getSetCookie();
  if (kind === 'private' && set !== undefined) throw new Error('a visitor who asked for privacy got a cookie');
  return { location, cookie: set?.split(';', 1)[0] ?? null };
}

async function throughScript({ keys }: Stage, { code, agent, address }: Visit): Promise<string> {
  const { trackClick } = trackingRoutes;
  const answer = await keys.page.send({
    method: trackClick.method,
    path: trackClick.path,
    headers: { 'content-type': 'application/json', origin: SHOP_ORIGIN, 'user-agent': agent, 'x-forwarded-for': address },
    body: JSON.stringify({ code, parameter: 'via', url: `${SHOP_ORIGIN}/tentes?via=${encodeURIComponent(code)}&sub=page` }),
  });
  const text = await answer.text();
  if (answer.status !== trackClick.status) throw new Error(`POST ${trackClick.path} answered ${answer.status}: ${text}`);
  return (JSON.parse(text) as { clickId: string }).clickId;
}

function sale(random: Random, number: number, clickId: string) {
  const product = random.pick(goods);
  const currency = random.pick(['EUR', 'EUR', 'CHF', 'GBP', 'USD']);
  return {
    eventId: `CMD-DIRECT-${number}`,
    customer: { externalId: `CL-DIRECT-${number}`, country: 'FR' },
    currency,
    lines: [{ id: '1', productId: product.id, category: product.category, net: priceIn(currency, product.price) }],
    clickId,
  };
}
