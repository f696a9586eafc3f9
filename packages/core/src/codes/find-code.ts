import { normalizeCode } from './normalize-code.ts';
import { queryPairs } from './query.ts';

/** Our own link parameter. */
const OWN_PARAMETER = 'cordee';

/**
 * The link parameters that may carry a partner's code, strongest first: ours, then those of the systems people come from
 * (Rewardful and Dub `via`, Tapfiliate `ref`, FirstPromoter `fpr` and its nine others, LeadDyno `aff`, and so on).
 */
export const honouredParameters: readonly string[] = [
  OWN_PARAMETER,
  'via',
  'ref',
  'fpr',
  'fp_ref',
  'a',
  '_from',
  '_by',
  'deal',
  '_go',
  '_get',
  'aff',
  'rfsn',
  'a_aid',
  'sld',
  'refcode',
  'cref',
  'ps_xid',
  'ps_partner_key',
  'aecid',
];

/** The first honoured parameter of a URL's query (`?via=anna&x=1`, with or without `?`) that holds a possible code. */
export function findCode(search: string): { parameter: string; code: string } | null {
  const codes = new Map<string, string>();
  for (const pair of queryPairs(search)) {
    const name = pair.name.toLowerCase();
    if (codes.has(name)) continue;
    // The value stays encoded here: `normalizeCode` decodes it, once.
    const code = normalizeCode(pair.rawValue.replaceAll('+', ' '));
    if (code !== null) codes.set(name, code);
  }
  for (const parameter of honouredParameters) {
    const code = codes.get(parameter);
    if (code !== undefined) return { parameter, code };
  }
  return null;
}
