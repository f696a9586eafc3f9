import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pain001, type PainVersion } from '../../packages/core/src/payment/index.ts';
import { transferOrders } from './transfer-orders.ts';

export interface CheckResult {
  readonly name: string;
  readonly verdict: 'ok' | 'FAIL' | 'MISSING';
  readonly detail: string;
}

/** Files for banks, each kind in both versions, by the schemas of ISO 20022 and libxml2. */
export async function conformanceChecks(folder: string): Promise<CheckResult[]> {
  if (spawnSync('xmllint', ['--version']).error !== undefined) {
    return [{ name: 'files for banks', verdict: 'MISSING', detail: 'xmllint is not installed (Debian: libxml2-utils)' }];
  }
  const scratch = mkdtempSync(join(tmpdir(), 'cordee-conformance-'));
  try {
    return (['09', '03'] as const).flatMap((version) => checkVersion(folder, scratch, version));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function checkVersion(folder: string, scratch: string, version: PainVersion): CheckResult[] {
  const schema = join(folder, 'iso20022-xsd', `pain.001.001.${version}.xsd`);
  if (!existsSync(schema)) return [{ name: `pain.001.001.${version}`, verdict: 'MISSING', detail: 'its schema is not there' }];
  return Object.entries(transferOrders).map(([kind, order]) => {
    const name = `pain.001.001.${version}, ${kind}`;
    const file = join(scratch, 'order.xml');
    writeFileSync(file, [...pain001(order, version)].join(''));
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], { encoding: 'utf8' });
    return { name, verdict: status === 0 ? 'ok' : 'FAIL', detail: status === 0 ? '' : (stderr.split('\n')[0] ?? '') };
  });
}
