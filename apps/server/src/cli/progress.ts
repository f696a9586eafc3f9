import type { Language } from '@cordee/contract/language';

/** Where a long command is; shown on a terminal only, after the first second. */
export interface Progress {
  update(done: number, total?: number | null): void;
  /** Clears the line. */
  end(): void;
}

/** The part of a terminal stream that is used. */
export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const QUIET_MS = 1000;
const REFRESH_MS = 100;

export function showProgress(screen: Screen, label: string, language: Language, now: () => number): Progress {
  const started = now();
  let shownAt = started + QUIET_MS - REFRESH_MS;
  let shown = false;
  return {
    update(done, total = null) {
      const at = now();
      if (screen.isTTY !== true || at - shownAt < REFRESH_MS) return;
      shownAt = at;
      shown = true;
      const line = progressLine(label, { done, total, elapsedMs: at - started }, language);
      screen.write(`\r\u001B[K${line.slice(0, (screen.columns ?? 80) - 1)}`);
    },
    end() {
      if (shown) screen.write('\r\u001B[K');
      shown = false;
    },
  };
}

/** `Restoring  120,000 / 1,000,000 (12 %)  40,000/s  22 s left` */
export function progressLine(
  label: string,
  { done, total, elapsedMs }: { readonly done: number; readonly total: number | null; readonly elapsedMs: number },
  language: Language,
): string {
  const count = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const rate = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const parts = [label];
  if (total === null) parts.push(count.format(done));
  else {
    const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
    parts.push(`${count.format(done)} / ${count.format(total)} (${percent} %)`);
  }
  parts.push(`${count.format(rate)}/s`);
  if (total !== null && rate > 0 && done < total) {
    parts.push(`${duration((total - done) / rate)} ${{ en: 'left', fr: 'restant' }[language]}`);
  }
  return parts.join('  ');
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
