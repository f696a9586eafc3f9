import type { Language } from '@cordee/contract/language';

/** What a mail says, before it has a look. */
export interface Message {
  readonly subject: string;
  /** Shown by mail programs beside the subject. */
  readonly preview: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'note'; readonly text: string };

/** A kind of mail: data in, words out, in both languages. */
export type Template<Data> = Readonly<Record<Language, (data: Data) => Message>>;

/** How a workspace looks and is called in its mails. */
export interface Branding {
  readonly name: string;
  /** Whom mails come from. */
  readonly senderName: string;
  /** `#1f5f5b` */
  readonly accent: string;
  readonly logoUrl: string | null;
  readonly replyTo: string | null;
}

export const text = (words: string): Block => ({ kind: 'text', text: words });
export const note = (words: string): Block => ({ kind: 'note', text: words });
export const button = (label: string, url: string): Block => ({ kind: 'button', label, url });
export const rows = (...list: readonly (readonly [string, string])[]): Block => ({ kind: 'rows', rows: list });
