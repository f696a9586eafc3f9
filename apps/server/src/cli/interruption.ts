export interface Interruption {
  /** Resolves at the first SIGINT or SIGTERM; another one ends the process at once. */
  readonly signalled: Promise<void>;
  /** Signals are none of our business any more. */
  readonly forget: () => void;
}

/** Listens for the wish to end, from now on. */
export function interruption(): Interruption {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isWished = false;
  const listener = () => {
    if (isWished) process.exit(1);
    isWished = true;
    resolve();
  };
  process.on('SIGINT', listener).on('SIGTERM', listener);
  return {
    signalled: promise,
    forget: () => void process.off('SIGINT', listener).off('SIGTERM', listener),
  };
}
