import type { Instant } from '@cordee/core/time';
import type { Target } from '../links/target.ts';
import type { AddressHashes } from '../redirect/address-hashes.ts';
import type { Agent } from '../redirect/agent.ts';
import { createRepeats } from '../redirect/repeats.ts';
import type { Waiter } from './click-batch.ts';
import { newClickId } from './click-id.ts';
import type { ClickPath, ClickRow } from './click-row.ts';
import type { ClickWriter } from './click-writer.ts';

/** What is known of a click, whichever way it came. */
export interface Click {
  readonly target: Target;
  readonly at: Instant;
  readonly path: ClickPath;
  readonly visitorId: string | null;
  /** Whether the visitor was met before: then the id alone tells repeats; else network and agent do. */
  readonly knownVisitor: boolean;
  /** null when the caller is the company's server: its own address and agent say nothing of the visitor. */
  readonly client: { readonly address: string; readonly agent: Agent } | null;
  readonly subId: string | null;
  readonly referrerHost: string | null;
  readonly parameter: string | null;
}

/** The waiter of a click is handed the row that was stored; told of failure, it must answer that nothing was kept. */
export interface ClickRecorder {
  /** Makes the row: its id, its flag. */
  row(click: Click): RecordedClick;
  /** Hands the row to the writer; false when it takes no more. */
  store(recorded: RecordedClick, waiter: Waiter): boolean;
}

export interface RecordedClick {
  readonly row: ClickRow;
  /** The windows this click opened, closed again if it is not stored. */
  readonly windows: readonly string[];
}

const NO_WINDOWS: readonly string[] = [];

/** Decides what a click is (counted, repeat, robot) and stores it. */
export function createClickRecorder(writer: Pick<ClickWriter, 'add'>, hashes: AddressHashes): ClickRecorder {
  const repeats = createRepeats();

  function row(click: Click): RecordedClick {
    const { target, at, client } = click;
    const address = client === null ? null : hashes.of(client.address);
    const isBot = client !== null && client.agent.bot;
    const keys = isBot ? NO_WINDOWS : keysOf(click, address?.text ?? null);
    const flag = isBot ? 'bot' : isRepeat(keys, at, target.entry.repeatMinutes) ? 'repeat' : null;
    return {
      windows: flag === null ? keys : NO_WINDOWS,
      row: {
        id: newClickId(at),
        owner: target.owner,
        visitorId: click.visitorId,
        subId: click.subId ?? target.entry.subId,
        flag,
        addressHash: address?.bytes ?? null,
        agent: client?.agent.family ?? null,
        referrerHost: click.referrerHost,
        parameter: click.parameter,
        path: click.path,
      },
    };
  }

  // The first key decides; the others are marked so that the visitor is recognised by either from now on.
  function isRepeat(keys: readonly string[], at: Instant, minutes: number): boolean {
    const [first, ...others] = keys;
    if (first === undefined || repeats.check(first, at, minutes)) return first !== undefined;
    for (const other of others) repeats.check(other, at, minutes);
    return false;
  }

  function close(recorded: RecordedClick): void {
    for (const key of recorded.windows) repeats.forget(key, recorded.row.id.at);
  }

  return {
    row,
    store(recorded, waiter) {
      const watched = recorded.windows.length === 0 ? waiter : new WindowWaiter(waiter, recorded, close);
      if (writer.add(recorded.row, watched)) return true;
      close(recorded);
      return false;
    },
  };
}

class WindowWaiter implements Waiter {
  readonly #waiter: Waiter;
  readonly #recorded: RecordedClick;
  readonly #close: (recorded: RecordedClick) => void;

  constructor(waiter: Waiter, recorded: RecordedClick, close: (recorded: RecordedClick) => void) {
    this.#waiter = waiter;
    this.#recorded = recorded;
    this.#close = close;
  }

  committed(): void {
    this.#waiter.committed();
  }

  failed(error: Error): void {
    this.#close(this.#recorded);
    this.#waiter.failed(error);
  }
}

function keysOf(click: Click, address: string | null): readonly string[] {
  const link = click.target.entry.linkId;
  const byVisitor = click.visitorId === null ? null : `${link} ${click.visitorId}`;
  if (byVisitor !== null && click.knownVisitor) return [byVisitor];
  const byClient = click.client === null || address === null ? null : `${link} ${address} ${click.client.agent.number}`;
  return [byClient, byVisitor].filter((key) => key !== null);
}
