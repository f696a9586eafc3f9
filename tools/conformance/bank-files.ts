import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pain001, type PainVersion } from '../../packages/core/src/payment/index.ts';
import { type CheckResult, missing, resultOf } from './check-result.ts';
import { hasTool, schemaFault } from './other-tools.ts';
import { transferOrders } from './transfer-orders.ts';

/** Files for banks, each kind in both versions, by the schemas of ISO 20022 and libxml2. */
export function* checkBankFiles(folder: string, scratch: string): Generator<CheckResult> {
  if (!hasTool('xmllint')) yield missing('files for banks', 'xmllint is not installed (Debian: libxml2-utils)');
  else for (const version of ['09', '03'] as const) yield* checkVersion(folder, scratch, version);
}

function* checkVersion(folder: string, scratch: string, version: PainVersion): Generator<CheckResult> {
  const schema = join(folder, 'iso20022-xsd', `pain.001.001.${version}.xsd`);
  if (!existsSync(schema)) {
    yield missing(`pain.001.001.${version}`, 'its schema is not there');
    return;
  }
  for (const [kind, order] of Object.entries(transferOrders)) {
    const file = join(scratch, 'order.xml');
    writeFileSync(file, [...pain001(order, version)].join(''));
    yield resultOf(`pain.001.001.${version}, ${kind}`, schemaFault(schema, file));
  }
}
