import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBankFiles } from './bank-files.ts';
import type { CheckResult } from './check-result.ts';
import { checkInvoices } from './invoices.ts';
import { checkJournals } from './journals.ts';
import { checkPapers } from './papers.ts';

/** Everything that others can judge: files for banks, invoices for machines and on paper. `folder` holds what cannot be installed. */
export async function* conformanceChecks(folder: string): AsyncGenerator<CheckResult> {
  const scratch = mkdtempSync(join(tmpdir(), 'cordee-conformance-'));
  try {
    yield* checkBankFiles(folder, scratch);
    yield* checkJournals(scratch);
    yield* checkPapers(scratch);
    yield* checkInvoices(folder, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
