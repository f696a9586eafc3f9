import { longWorkRoutes } from '@cordee/contract/long-work';
import type { Api } from '../../platform/http/index.ts';
import type { ExportParts } from './export-parts.ts';
import { downloadExport } from './queries/download-export.ts';
import { getExport, listExports } from './queries/get-export.ts';
import { startExport } from './verbs/start-export.ts';

/** Serves archives of a workspace. */
export function serveExports(api: Pick<Api, 'on'>, parts: ExportParts): void {
  api.on(longWorkRoutes.startExport, (context) => startExport(context));
  api.on(longWorkRoutes.listExports, (context, { query }) => listExports(context, query));
  api.on(longWorkRoutes.getExport, (context, { params }) => getExport(context, params.id));
  api.on(longWorkRoutes.downloadExport, async (context, { params, reply }) => {
    const { fileName, content } = await downloadExport(parts, context, params.id);
    reply.type('application/gzip');
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
    return content;
  });
}
