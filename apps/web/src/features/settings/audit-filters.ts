import type { AuditFilters } from './settings.queries.ts';

/** The filters an address holds; what it does not know is left out. */
export function auditFilters({ action, subject }: Record<string, unknown>): AuditFilters {
  return {
    ...(typeof action === 'string' && action !== '' ? { action } : {}),
    ...(typeof subject === 'string' && subject !== '' ? { subject } : {}),
  };
}
