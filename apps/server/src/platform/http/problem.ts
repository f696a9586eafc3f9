import { errors, type ErrorCode, type FieldFault } from '@cordee/contract/errors';
import type { Language } from '@cordee/contract/language';
import { DatabaseUnavailable } from '../db/index.ts';
import { Refusal } from '../refusal.ts';

/** Problem details (RFC 9457) as sent. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly fields: readonly { path: string; rule: string; message: string; example?: unknown }[];
  readonly requestId: string;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export function problemOf(code: ErrorCode, fields: readonly FieldFault[], language: Language, requestId: string): Problem {
  const entry = errors[code];
  return {
    type: `/api/docs#error-${code}`,
    title: entry.title[language],
    status: entry.status,
    code,
    detail: entry.hint[language],
    fields: fields.map(({ path, rule, message, example }) => ({
      path,
      rule,
      message: message[language],
      ...(example === undefined ? {} : { example }),
    })),
    requestId,
  };
}

/** What an error means to the caller; null when it is a fault of ours, of which nothing may be told. */
export function refusalOf(error: unknown): { code: ErrorCode; fields: readonly FieldFault[] } | null {
  if (error instanceof Refusal) return { code: error.code, fields: error.fields };
  if (error instanceof DatabaseUnavailable) return { code: 'unavailable', fields: [] };
  const code = frameworkCode(error);
  return code === null ? null : { code, fields: [] };
}

const FRAMEWORK_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_request',
  FST_ERR_BAD_URL: 'not_found',
  FST_ERR_ASYNC_CONSTRAINT: 'not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
};

function frameworkCode(error: unknown): ErrorCode | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const known = FRAMEWORK_CODES[error.code];
  if (known !== undefined) return known;
  // The client went away, or broke its own promise about the body, while we were reading it.
  const status = 'statusCode' in error ? error.statusCode : undefined;
  return status === 400 ? 'malformed_request' : null;
}
