import type { Language } from '@cordee/contract/language';
import { signingRoutes as routes, type VerdictAnswer } from '@cordee/contract/signing';
import { html, htmlPage, pagePolicy, type Api, type Page, type Wire } from '../../../platform/http/index.ts';
import { verifyDocument } from '../queries/verify-document.ts';
import { momentWords, pageWords } from './page-words.ts';

/** The page where anybody verifies a PDF that was signed here. */
export function serveVerifyPage(api: Pick<Api, 'on' | 'page'>): void {
  api.page('/verify', async ({ language }) => verifyPage(language, null));
  api.on(routes.verifyOnPage, async (context, { rawBody, headers, query, reply }) => {
    const bytes = await fileIn(rawBody, headers['content-type'] ?? '');
    const page = verifyPage(query.lang ?? context.language, await verifyDocument(context.db, bytes));
    reply.type('text/html; charset=utf-8');
    reply.header('content-security-policy', pagePolicy(page.allow));
    reply.header('cache-control', 'no-store');
    return page.html;
  });
}

async function fileIn(body: Buffer, type: string): Promise<Buffer> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const file = form.get('file');
    return file === null || typeof file === 'string' ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
  } catch {
    return Buffer.alloc(0);
  }
}

function verifyPage(language: Language, verdict: Wire<VerdictAnswer> | null): Page {
  const words = pageWords[language];
  const body = html`<h1>${words.verifyTitle}</h1>
    ${verdict === null ? '' : verdictOf(language, verdict)}
    <section>
      <p>${words.verifyWhy}</p>
      <form method="post" action="/verify?lang=${language}" enctype="multipart/form-data">
        <label>${words.file}<br /><input type="file" name="file" accept="application/pdf" required /></label>
        <button class="main">${words.check}</button>
      </form>
    </section>
    <p class="dim">${words.simple}</p>`;
  return htmlPage(language, words.verifyTitle, body, { here: '/verify' });
}

function verdictOf(language: Language, verdict: Wire<VerdictAnswer>) {
  const words = pageWords[language];
  return html`<section role="status">
    <p><strong>${headline(language, verdict)}</strong></p>
    ${verdict.signatures.length > 0 && !verdict.isWhole ? html`<p>${words.appended}</p>` : ''}
    ${verdict.signatures.map(
      ({ number, faults, reason, signedAt, stampedAt }) =>
        html`<p>
          ${words.signature(Number(number))}
          ${faults.length === 0 ? words.holds : faults.map((fault) => words.fault[fault] ?? fault).join(', ')}<br />
          <span class="dim"
            >${reason ?? ''}${signedAt === null ? '' : ` · ${words.at} ${momentWords(language, signedAt)}`}${stampedAt === null ? '' : ` · ${words.stamped} ${momentWords(language, stampedAt)}`}</span
          >
        </p>`,
    )}
    <p class="dim">SHA-256 <code>${verdict.sha256}</code></p>
  </section>`;
}

function headline(language: Language, { signatures, isIntact, isOurs }: Wire<VerdictAnswer>): string {
  const words = pageWords[language];
  if (signatures.length === 0) return words.none;
  if (!isIntact) return words.broken;
  return isOurs ? words.valid : words.foreign;
}
