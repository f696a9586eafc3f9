import { Stripe } from 'stripe';

/** What is asked of Stripe for one line. The same line is always asked for in the same words, under the same key. */
export interface AskedTransfer {
  /** Also the idempotency key, and in the transfer's metadata. */
  readonly line: string;
  /** The batch: transfers are found again by it. */
  readonly group: string;
  /** In Stripe's units. */
  readonly amount: bigint;
  readonly currency: string;
  readonly destination: string;
  readonly description: string;
}

/** What is known after asking. `not_done`: certainly nothing happened. `unknown`: it may have. */
export type Asked =
  | { readonly kind: 'sent'; readonly transferId: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'not_done'; readonly problem: 'key_refused' | 'no_answer' }
  | { readonly kind: 'unknown'; readonly why: string };

/** The transfers of a group by their line; or why they cannot be known. */
export type LookedUp = ReadonlyMap<string, string> | 'key_refused' | 'no_answer';

export interface StripeDesk {
  readonly ask: (transfer: AskedTransfer) => Promise<Asked>;
  readonly lookUp: (group: string) => Promise<LookedUp>;
}

const TIMEOUT_MS = 20_000;

/** Stripe, by its own package, which shall not repeat anything by itself: whether to is decided here, after a look. */
export function openStripe(
  secret: string,
  { url, timeoutMs = TIMEOUT_MS }: { readonly url: string; readonly timeoutMs?: number },
): StripeDesk {
  const { hostname, port, protocol } = new URL(url);
  const stripe = new Stripe(secret, {
    host: hostname,
    port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port),
    protocol: protocol === 'http:' ? 'http' : 'https',
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    httpClient: asOnce(Stripe.createNodeHttpClient()),
  });
  return {
    async ask({ line, group, amount, currency, destination, description }) {
      try {
        const transfer = await stripe.transfers.create(
          {
            amount: Number(amount),
            currency: currency.toLowerCase(),
            destination,
            description,
            transfer_group: group,
            metadata: { line },
          },
          { idempotencyKey: line },
        );
        return typeof transfer.id === 'string' ? { kind: 'sent', transferId: transfer.id } : { kind: 'unknown', why: 'no id' };
      } catch (error) {
        return meaningOf(error);
      }
    },
    async lookUp(group) {
      const found = new Map<string, string>();
      try {
        // The newest come first: of a line that stood twice the first would be kept.
        for await (const { id, metadata } of stripe.transfers.list({ transfer_group: group, limit: 100 })) {
          const line = metadata['line'];
          if (line !== undefined) found.set(line, id);
        }
      } catch (error) {
        const meaning = meaningOf(error);
        return meaning.kind === 'not_done' ? meaning.problem : 'no_answer';
      }
      return found;
    },
  };
}

type HttpClient = ReturnType<typeof Stripe.createNodeHttpClient>;

/** The package asks again by itself where a connection is cut, however often it may repeat: what was cut is told without its code. */
function asOnce(client: HttpClient): HttpClient {
  const makeRequest: HttpClient['makeRequest'] = async (...request) => {
    try {
      return await client.makeRequest(...request);
    } catch (error) {
      throw new Error('Stripe did not answer', { cause: error });
    }
  };
  return { getClientName: () => client.getClientName(), makeRequest };
}

/** Only an answer that says so means that nothing happened. */
function meaningOf(error: unknown): Asked {
  const { errors } = Stripe;
  if (!(error instanceof errors.StripeError)) return { kind: 'unknown', why: String(error) };
  const { statusCode = 0, code, message } = error;
  if (error instanceof errors.StripeRateLimitError) return { kind: 'not_done', problem: 'no_answer' };
  if (statusCode === 401 || (statusCode === 403 && code !== 'account_invalid'))
    return { kind: 'not_done', problem: 'key_refused' };
  const isIdempotency = error instanceof errors.StripeIdempotencyError || statusCode === 409;
  if (isIdempotency || statusCode < 400 || statusCode >= 500) return { kind: 'unknown', why: code ?? message };
  return { kind: 'refused', reason: code === undefined ? message : `${code}: ${message}` };
}
