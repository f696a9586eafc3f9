import type { ErrorCode } from '@cordee/contract/errors';

/** A fault of one field, said in the reader's language by the server or by the contract's schema. */
export interface FieldProblem {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
  readonly example?: unknown;
}

/** What the server refused, or `unreachable` when no answer came: the one error the screens know. */
export class Problem extends Error {
  readonly code: ErrorCode | 'unreachable' | 'unreadable';
  readonly status: number;
  readonly title: string;
  /** What to do next; empty when the screen says it itself. */
  readonly hint: string;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string | null;

  constructor(told: Pick<Problem, 'code' | 'status'> & Partial<Pick<Problem, 'title' | 'hint' | 'fields' | 'requestId'>>) {
    super(told.title ?? told.code);
    this.name = 'Problem';
    this.code = told.code;
    this.status = told.status;
    this.title = told.title ?? '';
    this.hint = told.hint ?? '';
    this.fields = told.fields ?? [];
    this.requestId = told.requestId ?? null;
  }
}

interface Details {
  readonly code?: ErrorCode;
  readonly title?: string;
  readonly detail?: string;
  readonly fields?: readonly FieldProblem[];
  readonly requestId?: string;
}

/** Reads problem details (RFC 9457); what a proxy answers in their place is `unreadable`. */
export async function problemOf(response: Response): Promise<Problem> {
  const details = await readDetails(response);
  return new Problem({
    code: details.code ?? 'unreadable',
    status: response.status,
    ...(details.title === undefined ? {} : { title: details.title }),
    ...(details.detail === undefined ? {} : { hint: details.detail }),
    ...(details.fields === undefined ? {} : { fields: details.fields }),
    requestId: details.requestId ?? response.headers.get('x-request-id'),
  });
}

async function readDetails(response: Response): Promise<Details> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return {};
  try {
    return (await response.json()) as Details;
  } catch {
    return {};
  }
}

/** Any error as a Problem; what is none was thrown by the screens themselves and is told as such. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem({ code: 'unreadable', status: 0 });
}
