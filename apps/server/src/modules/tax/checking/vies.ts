import type { VatState } from '@cordee/core/tax';
import { type Outbound, OutboundError } from '../../../platform/outbound/index.ts';

/** What VIES answered, or why nobody could say. */
export interface ViesAnswer {
  readonly state: Exclude<VatState, 'not_checked'>;
  /** Why nobody could say, in the words of VIES where it has some; null with an answer. */
  readonly cause: string | null;
  readonly consultationNumber: string | null;
  readonly name: string | null;
  readonly raw: unknown;
}

const TIMEOUT_MS = 30_000;
const LONGEST_RAW = 4000;

/** Asking again cannot help: what was asked, or who asks, is refused. */
const LASTING: ReadonlySet<string> = new Set([
  'INVALID_INPUT',
  'INVALID_REQUESTER_INFO',
  'VAT_BLOCKED',
  'IP_BLOCKED',
  'NOT_CALLED',
]);

/** Whether another try may find somebody. */
export function isPassing({ state, cause }: ViesAnswer): boolean {
  return state === 'unavailable' && cause !== null && !LASTING.has(cause);
}

/** Asks VIES about a number; with the company's own number along, it gives a consultation number. Never throws for want of an answer. */
export async function askVies(
  outbound: Outbound,
  viesUrl: string,
  vatNumber: string,
  requester: string | null,
): Promise<ViesAnswer> {
  const body = {
    countryCode: vatNumber.slice(0, 2),
    vatNumber: vatNumber.slice(2),
    ...(requester === null ? {} : { requesterMemberStateCode: requester.slice(0, 2), requesterNumber: requester.slice(2) }),
  };
  try {
    const answer = await outbound(`${viesUrl}/check-vat-number`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      timeoutMs: TIMEOUT_MS,
      maxBytes: 64 * 1024,
    });
    return readVies(answer.status, answer.body.toString('utf8'));
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const causes = { refused: 'NOT_CALLED', timeout: 'TIMEOUT', too_large: 'NOT_UNDERSTOOD', failed: 'NOT_REACHED' } as const;
    return nobody(causes[error.reason], { reason: error.reason });
  }
}

/** Reads an answer of VIES. Only a plain yes or no is one: everything else is nobody's. */
export function readVies(status: number, text: string): ViesAnswer {
  const raw = parsed(text);
  if (raw === null) return nobody(status === 200 ? 'NOT_UNDERSTOOD' : `HTTP_${status}`, { text: text.slice(0, LONGEST_RAW) });
  const error = errorIn(raw);
  if (error !== null) return nobody(error, raw);
  if (status !== 200) return nobody(`HTTP_${status}`, raw);
  if (typeof raw['valid'] !== 'boolean') return nobody('NOT_UNDERSTOOD', raw);
  return {
    state: raw['valid'] ? 'valid' : 'invalid',
    cause: null,
    consultationNumber: textIn(raw, 'requestIdentifier'),
    name: textIn(raw, 'name'),
    raw,
  };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function errorIn(raw: Record<string, unknown>): string | null {
  if (Array.isArray(raw['errorWrappers'])) {
    const [first] = raw['errorWrappers'] as unknown[];
    const named = typeof first === 'object' && first !== null && 'error' in first ? first.error : null;
    return codeOf(named);
  }
  if (raw['actionSucceed'] === false) return 'NOT_UNDERSTOOD';
  const said = raw['userError'];
  return said === undefined || said === 'VALID' || said === 'INVALID' ? null : codeOf(said);
}

function codeOf(value: unknown): string {
  return typeof value === 'string' && /^[A-Z][A-Z0-9_-]{0,59}$/.test(value) ? value : 'NOT_UNDERSTOOD';
}

// Where a State does not tell, VIES writes dashes.
function textIn(raw: Record<string, unknown>, key: string): string | null {
  const value = raw[key];
  return typeof value === 'string' && /[^\s-]/.test(value) ? value.slice(0, 200) : null;
}

function nobody(cause: string, raw: unknown): ViesAnswer {
  return { state: 'unavailable', cause, consultationNumber: null, name: null, raw };
}
