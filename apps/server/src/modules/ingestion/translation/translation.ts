import type { ConnectionSettings } from '@cordee/contract/connection';
import type { Instant } from '@cordee/core/time';
import type { FactDraft } from '../../fact/index.ts';
import type { JsonObject } from './json.ts';
import type { ReasonCode } from './reasons.ts';

/** An event of a connected system, verified and parsed. */
export interface HookEvent {
  readonly id: string;
  readonly type: string;
  /** When it happened, by its sender; when we received it for senders that do not say. */
  readonly at: Instant;
  readonly payload: JsonObject;
}

/** What a translation may know besides the event. Looking something up never changes it. */
export interface World {
  /** `stripe:<connection id>`: begins the source of every fact of this connection. */
  readonly origin: string;
  readonly customerKey: Buffer;
  readonly settings: ConnectionSettings;
  readonly receivedAt: Instant;
  /** What earlier events of this connection taught about a reference; undefined when none did. */
  readonly known: (reference: string) => JsonObject | undefined;
  /** False once waiting for a companion event has lasted long enough. */
  readonly patient: boolean;
}

/** Something to remember of a reference, replacing what was known. */
export interface Learned {
  readonly reference: string;
  readonly data: JsonObject;
}

export interface Waits {
  /** References of which any one ends the wait. */
  readonly for: readonly string[];
  /** When to go on without; null: never. */
  readonly until: Instant | null;
}

/** A person whose details the sender corrected or asked to erase, by the company's external id. */
export type PersonChange =
  | { readonly kind: 'forget'; readonly externalId: string }
  | { readonly kind: 'update'; readonly externalId: string; readonly email: string | null; readonly name: string | null };

/** What an event means: facts, or the reason for none, and what to remember for the events that belong to it. */
export interface Translation {
  readonly drafts: readonly FactDraft[];
  readonly reason: ReasonCode | null;
  readonly learned: readonly Learned[];
  readonly waits: Waits | null;
  readonly people: readonly PersonChange[];
}

/** How one kind of connected system is read. Both functions are pure. */
export interface Translator {
  /** The references an event needs to know about; what those lead to (`sale`) is looked up as well. */
  readonly references: (event: HookEvent) => readonly string[];
  readonly translate: (event: HookEvent, world: World) => Translation;
}

const nothing: Translation = { drafts: [], reason: null, learned: [], waits: null, people: [] };

export function facts(drafts: readonly FactDraft[], learned: readonly Learned[] = []): Translation {
  return { ...nothing, drafts, learned };
}

export function noFact(reason: ReasonCode, learned: readonly Learned[] = [], people: readonly PersonChange[] = []): Translation {
  return { ...nothing, reason, learned, people };
}

export function waiting(references: readonly string[], until: Instant | null, learned: readonly Learned[] = []): Translation {
  return { ...nothing, learned, waits: { for: references, until } };
}
