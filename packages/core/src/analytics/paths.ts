/**
 * Journeys as typed arrays. Path `i` is `channels[offsets[i] … offsets[i + 1] - 1]`, first touch first; it was walked
 * `conversions[i]` times (or for that value) to a conversion and `nulls[i]` times to none. Equal paths may be merged or not.
 * Weights are zero or more. Empty paths are ignored: nobody was seen.
 */
export interface PathSet {
  /** Channels are numbered 0 to `channelCount - 1`. */
  readonly channelCount: number;
  /** One more than there are paths, never decreasing, from 0 to `channels.length`. */
  readonly offsets: Uint32Array;
  readonly channels: Uint8Array | Uint16Array;
  readonly conversions: Float64Array | Uint32Array;
  readonly nulls: Float64Array | Uint32Array;
}

/** Throws when the arrays do not fit together. Channel numbers are checked where they are counted. */
export function checkPaths(paths: PathSet): number {
  const count = paths.offsets.length - 1;
  if (count < 0 || paths.offsets[count] !== paths.channels.length || paths.offsets[0] !== 0) {
    throw new RangeError('offsets must run from 0 to the number of touches');
  }
  if (paths.conversions.length !== count || paths.nulls.length !== count) {
    throw new RangeError('conversions and nulls must have one value for each path');
  }
  if (!Number.isInteger(paths.channelCount) || paths.channelCount < 1) throw new RangeError('at least one channel is needed');
  return count;
}
