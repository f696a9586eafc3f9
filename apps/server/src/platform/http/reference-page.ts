import { errors } from '@cordee/contract/errors';
import type { Bilingual, Language } from '@cordee/contract/language';
import type { JsonSchema, OpenApiDocument, OpenApiOperation, OpenApiParameter, OpenApiResponse } from '@cordee/contract/openapi';
import { type Html, html, htmlPage } from './html.ts';
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
        <strong>${tag}</strong>
        <ul>
          ${listed.map(({ operation }) => contentsItem(operation, language))}
        </ul>
      </li>`,
  );
  const sections = [...byTag].map(
    ([tag, listed]) =>
      html`<h2>${tag}</h2>
        ${listed.map((entry) => operationSection(entry, language))}`,
  );
  const other = language === 'fr' ? html`<a href="?lang=en">English</a>` : html`<a href="?lang=fr">Français</a>`;
  const title = say(language, { en: 'API reference', fr: "Référence de l'API" });
  const body = html`<h1>Cordée · ${title} <small>${document.info.version}</small></h1>
    <p>${other} · <a href="/api/v1/openapi.json">openapi.json</a></p>
    ${introduction(language)}
    <nav>
      <ul>
        ${contents}
      </ul>
    </nav>
    ${sections}${errorSection(language)}`;
  return htmlPage(language, title, body);
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
    <p><span class="method">${method}</span> <code>${path}</code></p>
    ${description === undefined ? '' : html`<p>${description}</p>`}
    <p>${accessText(operation, language)}</p>
    ${parameterTable(operation.parameters, language)}
    ${body.map(
      ([type, { schema }]) =>
        html`<h4>${say(language, WORDS.body)} <code>${type}</code></h4>
          ${schemaTable(schema, language)}`,
    )}
    ${success.map(([status, response]) => successBlock(status, response, language))}
    <p>${say(language, WORDS.refusals)} ${refusals.flatMap(([, response]) => codeLinks(response))}</p>
  </section>`;
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

function parameterTable(parameters: readonly OpenApiParameter[], language: Language): Html {
  if (parameters.length === 0) return html``;
  const rows = parameters.map(({ name, in: place, required, description, schema }) =>
    fieldRow({ name: `${name} (${place})`, required, schema: { description, ...schema } }, language),
  );
  return html`<h4>${say(language, WORDS.parameters)}</h4>
    <table>
      ${rows}
    </table>`;
}

interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

function schemaTable(schema: JsonSchema, language: Language): Html {
  const rows = fieldsOf('', schema).map((field) => fieldRow(field, language));
  return rows.length === 0
    ? html``
    : html`<table>
        ${rows}
      </table>`;
}

function fieldRow({ name, required, schema }: Field, language: Language): Html {
  const need = required ? say(language, { en: 'required', fr: 'requis' }) : '';
  const example = schema['example'] === undefined ? '' : html`<code>${JSON.stringify(schema['example'])}</code>`;
  const description = typeof schema['description'] === 'string' ? schema['description'] : '';
  return html`<tr>
    <td><code>${name}</code></td>
    <td>${typeText(schema)}</td>
    <td>${need}</td>
    <td>${description} ${example}</td>
  </tr>`;
}

/** Every field of a schema with its path: `lines[].net`. */
function fieldsOf(prefix: string, schema: JsonSchema): Field[] {
  const options = (schema['oneOf'] ?? schema['anyOf']) as JsonSchema[] | undefined;
  if (options !== undefined) return options.flatMap((option) => fieldsOf(prefix, option));
  if (schema['type'] === 'array') return fieldsOf(`${prefix}[]`, (schema['items'] ?? {}) as JsonSchema);
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const required = (schema['required'] ?? []) as string[];
  return Object.entries(properties).flatMap(([key, property]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    return [{ name, required: required.includes(key), schema: property }, ...fieldsOf(name, property)];
  });
}

function typeText(schema: JsonSchema): string {
  const options = (schema['oneOf'] ?? schema['anyOf']) as JsonSchema[] | undefined;
  if (options !== undefined) return options.map(typeText).join(' | ');
  if (schema['const'] !== undefined) return JSON.stringify(schema['const']);
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' | ');
  if (schema['type'] === 'array') return `${typeText((schema['items'] ?? {}) as JsonSchema)}[]`;
  const limits = [
    ['minLength', '≥'],
    ['maxLength', '≤'],
    ['minimum', '≥'],
    ['maximum', '≤'],
  ].flatMap(([keyword = '', sign]) => (schema[keyword] === undefined ? [] : [`${sign} ${JSON.stringify(schema[keyword])}`]));
  const kind = [schema['format'], schema['type']].find((word) => typeof word === 'string');
  return [kind ?? 'any', ...limits].join(' ');
}

function introduction(language: Language): Html {
  const authorization = html`<pre>Authorization: Bearer sk_…</pre>`;
  const text = say(language, {
    en: 'JSON in camelCase. Amounts are integers in minor units, refused beyond 2^53; instants are ISO 8601; ids carry their type. Unknown fields are refused. Unsafe calls accept an Idempotency-Key. Errors are problem details (RFC 9457) with a stable code, in English or French after Accept-Language.',
    fr: 'JSON en camelCase. Les montants sont des entiers en unités mineures, refusés au-delà de 2^53 ; les instants suivent ISO 8601 ; les identifiants portent leur type. Les champs inconnus sont refusés. Les appels qui écrivent acceptent une Idempotency-Key. Les erreurs sont des problem details (RFC 9457) au code stable, en français ou en anglais selon Accept-Language.',
  });
  return html`${authorization}
    <p>${text}</p>`;
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
  return html`<h2>${say(language, WORDS.errors)}</h2>
    <table>
      ${rows}
    </table>`;
}

const WORDS = {
  body: { en: 'Body', fr: 'Corps' },
  answer: { en: 'Answer', fr: 'Réponse' },
  refusals: { en: 'Refusals:', fr: 'Refus :' },
  parameters: { en: 'Parameters', fr: 'Paramètres' },
  errors: { en: 'Errors', fr: 'Erreurs' },
} as const;

function summaryOf(operation: OpenApiOperation, language: Language): string {
  return language === 'fr' ? operation['x-summary-fr'] : operation.summary;
}

function say(language: Language, sentence: Bilingual): string {
  return sentence[language];
}
