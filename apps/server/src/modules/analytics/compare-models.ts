import { countPaths, heuristicShares, markovShares, shapleyShares, type PathSet } from '@cordee/core/analytics';
import type { Journey } from './journey.store.ts';

export interface ModelRow {
  /** null: all partners beyond the fifteen seen most. */
  readonly partnerId: string | null;
  readonly sales: number;
  readonly inForce: number;
  readonly first: number;
  readonly last: number;
  readonly linear: number;
  readonly markov: number;
  readonly shapley: number;
}

/** Shapley values are exact for sixteen channels at most: fifteen partners, and the others as one. */
const mostPartners = 15;

/** Shares of the same journeys by each model, beside the parts that were credited. Each column sums to one, or is all zero. */
export function compareModels(
  converted: readonly Journey[],
  lost: readonly Journey[],
  parts: ReadonlyMap<string, number>,
): ModelRow[] {
  const seen = new Map<string, number>();
  for (const { partners, times } of converted) {
    for (const partner of new Set(partners)) seen.set(partner, (seen.get(partner) ?? 0) + times);
  }
  for (const partner of parts.keys()) if (!seen.has(partner)) seen.set(partner, 0);
  const ranked = [...seen].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([partner]) => partner);
  const shown = ranked.slice(0, mostPartners);
  const hasOthers = ranked.length > mostPartners;
  const channelCount = shown.length + (hasOthers ? 1 : 0);
  if (channelCount === 0) return [];
  const channels = new Map(shown.map((partner, channel) => [partner, channel]));
  const channelOf = (partner: string) => channels.get(partner) ?? (hasOthers ? shown.length : null);

  const paths = pathsOf(converted, lost, channelOf, channelCount);
  const { first, last, linear } = heuristicShares(paths);
  const counts = countPaths(paths);
  const [markov, shapley] = [markovShares(counts), shapleyShares(counts)];
  const inForce = sharesOf(parts, channelOf, channelCount);
  const sales = salesOf(converted, channelOf, channelCount);
  return Array.from({ length: channelCount }, (_, channel) => ({
    partnerId: shown[channel] ?? null,
    sales: sales[channel] ?? 0,
    inForce: inForce[channel] ?? 0,
    first: first[channel] ?? 0,
    last: last[channel] ?? 0,
    linear: linear[channel] ?? 0,
    markov: markov[channel] ?? 0,
    shapley: shapley[channel] ?? 0,
  }));
}

type ChannelOf = (partner: string) => number | null;

function pathsOf(converted: readonly Journey[], lost: readonly Journey[], channelOf: ChannelOf, channelCount: number): PathSet {
  const all = [...converted.map((journey) => ({ journey, sold: true })), ...lost.map((journey) => ({ journey, sold: false }))];
  const offsets = new Uint32Array(all.length + 1);
  const channels: number[] = [];
  const conversions = new Float64Array(all.length);
  const nulls = new Float64Array(all.length);
  for (const [index, { journey, sold }] of all.entries()) {
    for (const partner of journey.partners) {
      const channel = channelOf(partner);
      if (channel !== null) channels.push(channel);
    }
    offsets[index + 1] = channels.length;
    (sold ? conversions : nulls)[index] = journey.times;
  }
  return { channelCount, offsets, channels: Uint8Array.from(channels), conversions, nulls };
}

function sharesOf(parts: ReadonlyMap<string, number>, channelOf: ChannelOf, channelCount: number): number[] {
  const shares = Array.from({ length: channelCount }, () => 0);
  let total = 0;
  for (const [partner, part] of parts) {
    const channel = channelOf(partner);
    if (channel === null) continue;
    shares[channel] = (shares[channel] ?? 0) + part;
    total += part;
  }
  return total === 0 ? shares : shares.map((part) => part / total);
}

function salesOf(converted: readonly Journey[], channelOf: ChannelOf, channelCount: number): number[] {
  const sales = Array.from({ length: channelCount }, () => 0);
  for (const { partners, times } of converted) {
    const met = new Set(partners.map(channelOf).filter((channel) => channel !== null));
    for (const channel of met) sales[channel] = (sales[channel] ?? 0) + times;
  }
  return sales;
}
