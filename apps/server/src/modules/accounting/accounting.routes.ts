import { accountingRoutes as routes } from '@cordee/contract/accounting';
import type { Api } from '../../platform/http/index.ts';
import { downloadBookExport, getBookExport, listBookExports } from './queries/book-exports.ts';
import { getDeclarationSettings, listAuxiliaries, listCharts } from './queries/books-settings.ts';
import { registerDeclarations } from './years/declaration.routes.ts';
import { exportBooks } from './verbs/export-books.ts';
import { setAuxiliary } from './verbs/set-auxiliary.ts';
import { setDeclarationSettings } from './verbs/set-declaration.ts';
import { removeChart, writeChart } from './verbs/write-chart.ts';

/** Serves the books of the company: how they are kept, and their files. */
export function registerAccounting(api: Pick<Api, 'on'>): void {
  registerDeclarations(api);
  api.on(routes.listCharts, (context) => listCharts(context));
  api.on(routes.writeChart, (context, { params, body }) => writeChart(context, params.validFrom, body));
  api.on(routes.removeChart, (context, { params }) => removeChart(context, params.validFrom));
  api.on(routes.getDeclarationSettings, (context) => getDeclarationSettings(context));
  api.on(routes.setDeclarationSettings, (context, { body }) => setDeclarationSettings(context, body));
  api.on(routes.listAuxiliaries, (context, { query }) => listAuxiliaries(context, query));
  api.on(routes.setAuxiliary, (context, { params, body }) => setAuxiliary(context, params.id, body.number));
  api.on(routes.exportBooks, (context, { body }) => exportBooks(context, body));
  api.on(routes.listBookExports, (context, { query }) => listBookExports(context, query));
  api.on(routes.getBookExport, (context, { params }) => getBookExport(context, params.id));
  api.on(routes.downloadBookExport, async (context, { params, query, reply }) => {
    const { fileName, type, content } = await downloadBookExport(context, params.id, query.part);
    reply.type(type);
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
    return content;
  });
}
