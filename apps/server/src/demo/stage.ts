import type { Bilingual } from '@cordee/contract/language';
import type { eventAnswer } from '@cordee/contract/events';
import type { z } from 'zod';
import type { ApiClient } from './api-client.ts';
import type { ProgramKey } from './cast/programs.ts';
import type { Hook } from './hooks/deliver.ts';
import type { Story } from './story/story.ts';

export type EventAnswer = z.input<typeof eventAnswer>;

/** Clients of one server under the keys a company gives out. */
export interface Keys {
  /** The administrator's. */
  readonly office: ApiClient;
  /** The company's own back end: events only. */
  readonly backEnd: ApiClient;
  /** Reads, and moves money. */
  readonly finance: ApiClient;
  /** In the pages of the shop: publishable. */
  readonly page: ApiClient;
}

export interface OpenProgram {
  readonly id: string;
  readonly planId: string;
}

export interface SignedPartner {
  readonly id: string;
  readonly enrollments: ReadonlyMap<ProgramKey, string>;
  /** The address of its link by program. */
  readonly links: ReadonlyMap<ProgramKey, string>;
}

export interface Hooks {
  readonly stripe: Hook;
  readonly shopify: Hook;
  readonly woocommerce: Hook;
}

/** What the steps of the demo share. */
export interface Stage {
  readonly keys: Keys;
  readonly story: Story;
  readonly programs: ReadonlyMap<ProgramKey, OpenProgram>;
  /** By code. */
  readonly partners: ReadonlyMap<string, SignedPartner>;
  readonly hooks: Hooks;
  /** Clicks of the story by the ids the server gave them. */
  readonly clickIds: Map<number, string>;
  /** What the server said to each sale, lead and refund told by the API, by event id. */
  readonly answers: Map<string, EventAnswer>;
  readonly note: (sentence: Bilingual) => void;
}

/** Requests under way at once where order does not matter. */
export const WIDTH = 32;

export function partnerOf({ partners }: Pick<Stage, 'partners'>, code: string): SignedPartner {
  const found = partners.get(code);
  if (found === undefined) throw new Error(`no partner ${code} has signed`);
  return found;
}

export function programOf({ programs }: Pick<Stage, 'programs'>, key: ProgramKey): OpenProgram {
  const found = programs.get(key);
  if (found === undefined) throw new Error(`no program ${key} is open`);
  return found;
}
