import { work } from '../stage/processes.ts';
import { recordSales, type SalesRange } from '../stage/record-sales.ts';
import { openApplication } from '../stage/application.ts';

interface Input {
  readonly url: string;
  readonly workspaceId: string;
  readonly range: SalesRange;
}

await work(async ({ url, workspaceId, range }: Input) => {
  const db = openApplication(url);
  await recordSales(db, workspaceId, range);
  await db.close();
  return null;
});
