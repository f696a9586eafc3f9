import { errors } from '@cordee/contract/errors';
import type { Bilingual, Language } from '@cordee/contract/language';
import type { JsonSchema, OpenApiDocument, OpenApiOperation, OpenApiResponse } from '@cordee/contract/openapi';
import { type Html, html, htmlPage } from './html.ts';
import { exampleOf, parameterTable, schemaTable } from './reference-schema.ts';
import type { Page } from './types.ts';

/** The reference for people, made of the OpenAPI document alone: no script, nothing fetched. */
export function referencePage(document: OpenApiDocument, language: Language): Page {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const byTag = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? '');
  const contents = [...byTag].map(
    ([tag, listed]) =>
      html`<li>
        <a href="#tag-${tag}"><strong>${tagName(tag, language)}</strong></a>
        <ul>
          ${listed.map(({ operation }) => contentsItem(operation, language))}
        </ul>
      </li>`,
  );
  const sections = [...byTag].map(
    ([tag, listed]) =>
      html`<h2 id="tag-${tag}">${tagName(tag, language)}</h2>
        ${listed.map((entry) => operationSection(entry, language))}`,
  );
  const title = say(language, { en: 'API reference', fr: "Référence de l'API" });
  const body = html`<div class="sided">
    <nav class="contents" aria-label="${title}">
      <ul>
        ${contents}
        <li>
          <a href="#errors"><strong>${say(language, WORDS.errors)}</strong></a>
        </li>
      </ul>
    </nav>
    <div>
      <h1>${title} <small>${document.info.version}</small></h1>
      ${introduction(language)} ${sections} ${errorSection(language)}
    </div>
  </div>`;
  return htmlPage(language, title, body, { here: '/api/docs' });
}

interface Entry {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

function contentsItem(operation: OpenApiOperation, language: Language): Html {
  return html`<li><a href="#${operation.operationId}">${summaryOf(operation, language)}</a></li>`;
}

function operationSection({ path, method, operation }: Entry, language: Language): Html {
  const description = language === 'fr' ? operation['x-description-fr'] : operation.description;
  const body = Object.entries(operation.requestBody?.content ?? {});
  const success = Object.entries(operation.responses).filter(([status]) => Number(status) < 300);
  const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 300);
  return html`<section id="${operation.operationId}">
    <h3>${summaryOf(operation, language)}</h3>
    <p><span class="method ${method}">${method}</span> <code>${path}</code></p>
    ${description === undefined ? '' : html`<p>${description}</p>`}
    <p class="dim">${accessText(operation, language)}</p>
    ${parameterTable(operation.parameters, language)} ${body.map(([type, { schema }]) => bodyBlock(type, schema, language))}
    ${success.map(([status, response]) => successBlock(status, response, language))}
    <p class="dim">${say(language, WORDS.refusals)} ${refusals.flatMap(([, response]) => codeLinks(response))}</p>
  </section>`;
}

function bodyBlock(type: string, schema: JsonSchema, language: Language): Html {
  const example = exampleOf(schema);
  const shown =
    example === undefined
      ? html``
      : html`<details>
          <summary>${say(language, WORDS.example)}</summary>
          ${pre(JSON.stringify(example, null, 2))}
        </details>`;
  return html`<h4>${say(language, WORDS.body)} <code>${type}</code></h4>
    ${schemaTable(schema, language)} ${shown}`;
}

// On one line, so that no formatter adds white space to what is shown as it is.
function pre(text: string): Html {
  return html`<pre>${text}</pre>`;
}

function successBlock(status: string, { content = {} }: OpenApiResponse, language: Language): Html {
  const forms = Object.entries(content).map(
    ([type, { schema }]) =>
      html`<details>
        <summary><code>${type}</code></summary>
        ${schemaTable(schema, language)}
      </details>`,
  );
  return html`<h4>${say(language, WORDS.answer)} ${status}</h4>
    ${forms}`;
}

function codeLinks(response: OpenApiResponse): Html[] {
  return (response['x-codes'] ?? []).map((code) => html`<a href="#error-${code}"><code>${code}</code></a> `);
}

function accessText({ 'x-access': access }: OpenApiOperation, language: Language): string {
  if ('public' in access) return say(language, { en: 'Open to everybody.', fr: 'Ouvert à tous.' });
  if ('signedIn' in access) return say(language, { en: 'Any signed-in user.', fr: 'Tout utilisateur connecté.' });
  const roles = access.roles.join(', ') || '–';
  const scope = access.scope ?? '–';
  return say(language, { en: `Roles: ${roles}. Scope of keys: ${scope}.`, fr: `Rôles : ${roles}. Portée des clés : ${scope}.` });
}

function introduction(language: Language): Html {
  const text = say(language, {
    en: 'JSON in camelCase. Amounts are integers in minor units, refused beyond 2^53; instants are ISO 8601; ids carry their type. Unknown fields are refused. Unsafe calls accept an Idempotency-Key. Errors are problem details (RFC 9457) with a stable code, in English or French after Accept-Language.',
    fr: 'JSON en camelCase. Les montants sont des entiers en unités mineures, refusés au-delà de 2^53 ; les instants suivent ISO 8601 ; les identifiants portent leur type. Les champs inconnus sont refusés. Les appels qui écrivent acceptent une Idempotency-Key. Les erreurs sont des problem details (RFC 9457) au code stable, en français ou en anglais selon Accept-Language.',
  });
  const document = say(language, { en: 'The same for machines:', fr: 'La même chose pour les machines :' });
  return html`${pre('Authorization: Bearer sk_…')}
    <p>${text}</p>
    <p>${document} <a href="/api/v1/openapi.json">openapi.json</a></p>`;
}

function errorSection(language: Language): Html {
  const rows = Object.entries(errors).map(
    ([code, { status, title, hint }]) =>
      html`<tr id="error-${code}">
        <td><code>${code}</code></td>
        <td>${status}</td>
        <td>${title[language]}</td>
        <td>${hint[language]}</td>
      </tr>`,
  );
  return html`<h2 id="errors">${say(language, WORDS.errors)}</h2>
    <div class="scroll">
      <table>
        ${rows}
      </table>
    </div>`;
}

const WORDS = {
  body: { en: 'Body', fr: 'Corps' },
  answer: { en: 'Answer', fr: 'Réponse' },
  refusals: { en: 'Refusals:', fr: 'Refus :' },
  example: { en: 'Example', fr: 'Exemple' },
  errors: { en: 'Errors', fr: 'Erreurs' },
} as const;

function summaryOf(operation: OpenApiOperation, language: Language): string {
  return (language === 'fr' ? operation['x-summary-fr'] : operation.summary).replace(/\.$/, '');
}

function tagName(tag: string, language: Language): string {
  const name = language === 'fr' ? (FRENCH_TAGS[tag] ?? tag) : tag;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const FRENCH_TAGS: Readonly<Record<string, string>> = {
  workspace: 'espace',
  keys: 'clés',
  members: 'membres',
  audit: "journal d'audit",
  partners: 'partenaires',
  programs: 'programmes',
  plans: 'barèmes',
  enrollments: 'adhésions',
  links: 'liens',
  coupons: 'codes promo',
  tracking: 'suivi',
  hooks: 'webhooks reçus',
  connections: 'connexions',
  imports: 'imports',
  facts: 'faits',
  commissions: 'commissions',
  ledger: 'grand livre',
  payouts: 'versements',
};

function say(language: Language, sentence: Bilingual): string {
  return sentence[language];
}
