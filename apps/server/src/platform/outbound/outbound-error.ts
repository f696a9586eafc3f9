/** A call to somebody else's server that did not end in an answer. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  /** `refused`: the address may not be called. `timeout`, `too_large`, `failed`: it was tried. */
  readonly reason: 'refused' | 'timeout' | 'too_large' | 'failed';

  constructor(reason: OutboundError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
