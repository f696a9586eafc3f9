import { connectionSettings, type ConnectionSettings } from '@cordee/contract/connection';
import type { FactKind } from '@cordee/core/counting';
import { keyText, type FactDraft } from '../../fact/index.ts';
import type { JsonObject } from './json.ts';
import type { HookEvent, Translation, Translator } from './translation.ts';

/** What became of events that were played through a translator in memory, as a connection's store would keep it. */
export interface Rehearsal {
  readonly drafts: readonly FactDraft[];
  readonly outcomes: ReadonlyMap<string, Translation>;
  /** Net left of each sale after what took from it, never below zero. */
  readonly nets: Readonly<Record<string, bigint>>;
  readonly stillWaiting: readonly string[];
}

const key = Buffer.alloc(32, 7);

/** Plays events in this order: each once, companions awaited, then the impatient rest. For tests. */
export function rehearse(
  translator: Translator,
  events: readonly HookEvent[],
  overrides: Partial<ConnectionSettings> = {},
): Rehearsal {
  const settings = connectionSettings.parse(overrides);
  const known = new Map<string, JsonObject>();
  const drafts = new Map<string, FactDraft>();
  const outcomes = new Map<string, Translation>();
  const waiting = new Map<string, { event: HookEvent; for: readonly string[]; until: number | null }>();

  function play(event: HookEvent, patient: boolean): void {
    const world = {
      origin: 'stripe:test',
      customerKey: key,
      settings,
      receivedAt: 1_800_000_000_000,
      known: (reference: string) => known.get(reference),
      patient,
    };
    const outcome = translator.translate(event, world);
    outcomes.set(event.id, outcome);
    waiting.delete(event.id);
    for (const { reference, data } of outcome.learned) known.set(reference, JSON.parse(JSON.stringify(data)) as JsonObject);
    for (const draft of outcome.drafts) {
      const text = `${draft.source} ${draft.externalId}`;
      if (!drafts.has(text)) drafts.set(text, draft);
    }
    if (outcome.waits !== null) waiting.set(event.id, { event, ...outcome.waits });
    const learned = new Set(outcome.learned.map(({ reference }) => reference));
    for (const held of waiting.values()) if (held.for.some((reference) => learned.has(reference))) play(held.event, true);
  }

  for (const event of events) if (!outcomes.has(event.id)) play(event, true);
  for (const held of waiting.values()) if (held.until !== null) play(held.event, false);
  return { drafts: [...drafts.values()], outcomes, nets: netsOf([...drafts.values()]), stillWaiting: [...waiting.keys()] };
}

const taking: ReadonlySet<FactKind> = new Set(['refund', 'cancellation', 'dispute_lost']);

function netsOf(drafts: readonly FactDraft[]): Record<string, bigint> {
  const nets: Record<string, bigint> = {};
  for (const draft of drafts) if (draft.kind === 'sale') nets[draft.externalId] = draft.amount ?? 0n;
  const failed = new Set(drafts.map(({ body }) => body.refund));
  for (const draft of drafts) {
    const sale = draft.target?.externalId ?? '';
    const left = nets[sale];
    if (left === undefined || !taking.has(draft.kind) || failed.has(keyText(draft))) continue;
    const taken = draft.amount ?? left;
    nets[sale] = taken > left ? 0n : left - taken;
  }
  return nets;
}
