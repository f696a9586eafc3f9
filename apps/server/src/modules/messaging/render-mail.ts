import type { Language } from '@cordee/contract/language';
import { contrastRatio, textOn } from '@cordee/core/colour';
import { html, type Html } from '../../platform/http/index.ts';
import type { Block, Branding, Message } from './message.ts';

export interface RenderedMail {
  readonly html: string;
  readonly text: string;
}

const words = {
  en: { sentBy: (name: string) => `Sent by ${name} with Cordée.`, unsubscribe: 'No more mails of this kind' },
  fr: { sentBy: (name: string) => `Envoyé par ${name} avec Cordée.`, unsubscribe: 'Ne plus recevoir ce type de message' },
} as const;

const PAPER = '#ffffff';
const INK = '#1c2430';
/** The least contrast of text (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** One layout for all mails: a card of one column, readable without images and on a phone; and the same words as plain text. */
export function renderMail(
  message: Message,
  language: Language,
  branding: Branding,
  unsubscribeUrl: string | null,
): RenderedMail {
  return {
    html: htmlOf(message, language, branding, unsubscribeUrl).text,
    text: textOf(message, language, branding, unsubscribeUrl),
  };
}

function htmlOf(message: Message, language: Language, branding: Branding, unsubscribeUrl: string | null): Html {
  const foot = `${FONT};font-size:13px;line-height:1.5;color:#6b7280;margin:0`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${message.subject}</title>
      </head>
      <body style="margin:0;padding:0;background:#f5f4f0">
        <div style="display:none;max-height:0;overflow:hidden">${message.preview}</div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f5f4f0">
          <tr>
            <td align="center" style="padding:24px 12px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width:560px;background:#ffffff;border:1px solid #e4e1d8;border-radius:10px"
              >
                <tr>
                  <td style="padding:24px 28px 0">${headOf(branding)}</td>
                </tr>
                <tr>
                  <td style="padding:8px 28px 24px">${message.blocks.map((block) => blockHtml(block, branding.accent))}</td>
                </tr>
              </table>
              <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
                <tr>
                  <td style="padding:16px 28px">
                    <p style="${foot}">${words[language].sentBy(branding.name)}</p>
                    ${footLink(unsubscribeUrl, words[language].unsubscribe, foot)}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
}

function headOf({ name, logoUrl, accent }: Branding): Html {
  if (logoUrl !== null)
    return html`<img src="${logoUrl}" alt="${name}" height="36" style="display:block;height:36px;border:0" />`;
  const colour = contrastRatio(accent, PAPER) >= READABLE ? accent : INK;
  return html`<p style="${FONT};font-size:17px;font-weight:600;color:${colour};margin:0">${name}</p>`;
}

function footLink(url: string | null, label: string, style: string): Html {
  return url === null ? html`` : html`<p style="${style}"><a href="${url}" style="color:#6b7280">${label}</a></p>`;
}

function blockHtml(block: Block, accent: string): Html {
  const body = `${FONT};font-size:16px;line-height:1.55;color:#1c2430;margin:16px 0 0`;
  switch (block.kind) {
    case 'text':
      return html`<p style="${body}">${block.text}</p>`;
    case 'note':
      return html`<p style="${body};font-size:14px;color:#5a6270">${block.text}</p>`;
    case 'button':
      return html`<p style="${body}">
        <a
          href="${block.url}"
          style="display:inline-block;background:${accent};color:${textOn(accent)};text-decoration:none;font-weight:600;padding:11px 20px;border-radius:6px"
          >${block.label}</a
        >
      </p>`;
    case 'rows':
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:16px 0 0">
        ${block.rows.map(
          ([label, value]) =>
            html`<tr>
              <td style="${FONT};font-size:15px;color:#5a6270;padding:7px 12px 7px 0;border-top:1px solid #eceae3">${label}</td>
              <td
                align="right"
                style="${FONT};font-size:15px;font-weight:600;color:#1c2430;padding:7px 0;border-top:1px solid #eceae3;font-variant-numeric:tabular-nums"
              >
                ${value}
              </td>
            </tr>`,
        )}
      </table>`;
    default:
      return block satisfies never;
  }
}

function textOf(message: Message, language: Language, { name }: Branding, unsubscribeUrl: string | null): string {
  const parts = message.blocks.map((block) => {
    if (block.kind === 'button') return `${block.label}:\n${block.url}`;
    if (block.kind === 'rows') return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    return block.text;
  });
  const foot = [words[language].sentBy(name)];
  if (unsubscribeUrl !== null) foot.push(`${words[language].unsubscribe}: ${unsubscribeUrl}`);
  return `${[...parts, `-- \n${foot.join('\n')}`].join('\n\n')}\n`;
}
