import type { Bench } from './measurement.ts';
import { measureReplay } from './replay.ts';

/** All facts under another plan, nothing written. */
export const simulate: Bench = { name: 'simulate', goal: 0.4, run: (context) => measureReplay(context, 'simulate', 0.4) };
