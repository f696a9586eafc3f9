import { importRoutes, type ImportAnswer } from '@cordee/contract/import';
import { ApiRefusal } from '../api-client.ts';
import type { Stage } from '../stage.ts';
import type { OfflineFile } from './offline-file.ts';

const PATIENCE_MS = 60_000;
const LOOK_MS = 50;

/** Hands the file over and follows its import to the end. */
export async function importOffline({ keys }: Stage, file: OfflineFile): Promise<ImportAnswer> {
  const { startImport, getImport } = importRoutes;
  const query = new URLSearchParams({ kind: 'sales', fileName: file.name, mapping: JSON.stringify(file.mapping) });
  const answer = await keys.office.send({
    method: startImport.method,
    path: `${startImport.path}?${query.toString()}`,
    headers: { 'content-type': 'text/csv' },
    body: file.bytes,
  });
  const text = await answer.text();
  if (answer.status !== startImport.status) throw new ApiRefusal('POST /api/v1/imports', answer.status, text);
  let followed = JSON.parse(text) as ImportAnswer;
  for (let waited = 0; followed.state !== 'done'; waited += LOOK_MS) {
    if (followed.state === 'failed' || waited > PATIENCE_MS) throw new Error(`the import is ${JSON.stringify(followed)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    followed = await keys.office.call(getImport, { params: { id: followed.id } });
  }
  return followed;
}
