import { createTransport } from 'nodemailer';

export interface Address {
  readonly name: string;
  readonly address: string;
}

export interface OutgoingMail {
  /** The same on every try: a server that has taken it may recognise it. */
  readonly messageId: string;
  readonly from: Address;
  readonly replyTo: string | null;
  readonly to: Address;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A mail that was not taken. `refused`: for good, by the server's own words; `unreachable`: it may be tried again. */
export class MailError extends Error {
  override readonly name = 'MailError';
  readonly reason: 'refused' | 'unreachable';
  constructor(reason: MailError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

export interface Mailer {
  /** Resolves once the server has taken the mail. Rejects with MailError. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 20_000;

/** Sends by the SMTP server of a URL (`smtp://user:word@host:587`, `smtps://…`). Nothing is connected yet. */
export function createMailer(url: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // What is sent is text of ours: it never names a file or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ replyTo, headers, from, to, subject, ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          from: clean(from),
          to: clean(to),
          subject: oneLine(subject),
          ...(replyTo === null ? {} : { replyTo }),
          headers: { ...headers, 'auto-submitted': 'auto-generated' },
        });
      } catch (error) {
        throw asMailError(error);
      }
    },
    close: () => transport.close(),
  };
}

function clean({ name, address }: Address): Address {
  return { name: oneLine(name), address };
}

/** Names and subjects come from people: without line breaks and other controls nothing of them becomes a header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function asMailError(error: unknown): MailError {
  const message = error instanceof Error ? error.message : String(error);
  // Permanent by RFC 5321: the server will say the same again.
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  return new MailError(code >= 500 && code < 600 ? 'refused' : 'unreachable', message, { cause: error });
}
