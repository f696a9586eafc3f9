import type { Bench } from './measurement.ts';
import { measureReplay } from './replay.ts';

/** Adding everything again and replaying all facts. */
export const verify: Bench = { name: 'verify', goal: 0.3, run: (context) => measureReplay(context, 'verify', 0.3) };
