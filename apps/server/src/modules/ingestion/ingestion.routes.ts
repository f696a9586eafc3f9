import type { ConnectionKind } from '@cordee/contract/connection';
import { ingestionRoutes } from '@cordee/contract/ingestion';
import type { Api } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { IngestionParts } from './hooks/parts.ts';
import { receiveHook } from './hooks/receive-hook.ts';
import { importAnswer } from './import-answer.ts';
import type { Importer } from './importer.ts';
import { getImport } from './queries/get-import.ts';
import { getRejects } from './queries/get-rejects.ts';
import { listConnections } from './queries/list-connections.ts';
import { listEvents } from './queries/list-events.ts';
import { listImports } from './queries/list-imports.ts';
import { createConnection } from './verbs/create-connection.ts';
import { endConnection } from './verbs/end-connection.ts';
import { replayEvent } from './verbs/replay-event.ts';
import { startImport } from './verbs/start-import.ts';

/** Serves hooks, connections and imports. */
export function serveIngestion(api: Pick<Api, 'on'>, parts: IngestionParts, importer: Importer): void {
  const take = (kind: ConnectionKind, route: (typeof ingestionRoutes)['hookStripe']) =>
    api.on(route, (_context, { params, headers, rawBody }) => receiveHook(parts, kind, params.connection, { headers, rawBody }));
  take('stripe', ingestionRoutes.hookStripe);
  take('shopify', ingestionRoutes.hookShopify);
  take('woocommerce', ingestionRoutes.hookWoocommerce);
  take('generic', ingestionRoutes.hookGeneric);

  api.on(ingestionRoutes.createConnection, (context, { body }) => createConnection(context, parts.sealer, body));
  api.on(ingestionRoutes.listConnections, (context, { query }) => listConnections(context, query));
  api.on(ingestionRoutes.endConnection, (context, { params }) => endConnection(context, params.id));
  api.on(ingestionRoutes.listConnectionEvents, (context, { params, query }) => listEvents(context, params.id, query));
  api.on(ingestionRoutes.replayConnectionEvent, (context, { params }) => replayEvent(context, parts, params.id, params.eventId));

  api.on(ingestionRoutes.startImport, async (context, { query, stream }) => {
    if (stream === undefined) throw new Refusal('malformed_request');
    const record = await startImport(context, parts, query, stream);
    importer.wake();
    return importAnswer(record, context.language);
  });
  api.on(ingestionRoutes.listImports, (context, { query }) => listImports(context, query));
  api.on(ingestionRoutes.getImport, (context, { params }) => getImport(context, params.id));
  api.on(ingestionRoutes.getImportRejects, async (context, { params, reply }) => {
    const rows = await getRejects(context, params.id);
    reply.type('text/csv; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="rejects.csv"');
    return rows;
  });
}
