import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { createMailer, type Mailer } from '../src/platform/mail/index.ts';

/** A real mail server: keeps what it is sent, and refuses recipients as told. */
export interface PostOffice {
  readonly mailer: Mailer;
  /** Where a server in another process sends to. */
  readonly url: string;
  readonly mails: ParsedMail[];
  /** The answer to a recipient: 250 to take it. */
  refuse: (address: string) => { readonly code: number; readonly text: string } | null;
}

/** Opens one; `close` ends it. */
export async function openPostOffice(): Promise<{ office: PostOffice; close: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const refusal = office.refuse(address);
      if (refusal === null) return done();
      done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, _session, done) {
      simpleParser(stream, (error: Error | null, mail) => {
        if (error === null || error === undefined) office.mails.push(mail);
        done(error);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const url = `smtp://127.0.0.1:${port}`;
  const office: PostOffice = { mailer: createMailer(url), url, mails: [], refuse: () => null };
  const close = async () => {
    office.mailer.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { office, close };
}

export async function withPostOffice<T>(test: (office: PostOffice) => Promise<T>): Promise<T> {
  const { office, close } = await openPostOffice();
  try {
    return await test(office);
  } finally {
    await close();
  }
}
