import { createServer } from 'node:http';
import { buildOpenApi, type OpenApiDocument } from '@cordee/contract/openapi';
import type { Route } from '@cordee/contract/route';
import { exampleOf } from '@cordee/contract/schema-example';
import { fastify as createFastify, LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { refuseCrossSite } from './access.ts';
import { acceptJson, acceptRaw, JSON_BODY_LIMIT } from './body-parsers.ts';
import { answerPreflight, isCrossOrigin } from './cors.ts';
import { answerError, serveErrors } from './errors.ts';
import { serveHealth } from './health.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { mountHandler } from './mount.ts';
import { servePage } from './pages.ts';
import { addressGroup, RateLimiter } from './rate-limit.ts';
import { referencePage } from './reference-page.ts';
import { ownOrigins, requestIdOf } from './request-facts.ts';
import { serveScreens } from './screens.ts';
import { secure } from './security-headers.ts';
import { refuseExcess, serveRoute } from './serve-route.ts';
import type { Api, ApiOptions, ServedApi } from './types.ts';

/** Long enough for an import over a slow line; headers alone have a minute. */
const REQUEST_TIMEOUT_MS = 15 * 60_000;
/** Longer than load balancers keep theirs, so that it is not we who hang up first. */
const KEEP_ALIVE_MS = 72_000;
const HANG_UP_EVERY_MS = 50;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What metrics and logs call the route. */
    routeId?: string;
    /** A right body, for those who send none that can be read. */
    exampleBody?: () => unknown;
  }
}

/** An HTTP server without routes yet. Register them on `api`, then `listen`. */
export function createApi(options: ApiOptions): ServedApi {
  let draining = false;
  const server = openFastify(options, () => draining);
  const metrics = createMetrics();
  const limiter = new RateLimiter(options.clock);
  const routes: Route[] = [];

  observe(server, options, metrics);
  acceptJson(server);
  serveErrors(server, routes);
  serveHealth(server, options, metrics, () => draining);

  const api = apiOver(server, options, metrics, limiter, routes);
  if (options.screens !== undefined) serveScreens(server, options.screens, options.embedOrigins);
  serveReference(server, api, options.version);

  return {
    fastify: server,
    api,
    async listen(host, port) {
      const address = await server.listen({ host, port });
      return Number(new URL(address).port);
    },
    async close(drainMs = 0) {
      draining = true;
      if (drainMs > 0) await new Promise((resolve) => setTimeout(resolve, drainMs));
      // What is answered while the door closes leaves an idle connection, which would be kept open for its whole time.
      const hangUp = setInterval(() => server.server.closeIdleConnections(), HANG_UP_EVERY_MS);
      try {
        await server.close();
      } finally {
        clearInterval(hangUp);
      }
    },
  };
}

function openFastify({ log, fastPath, trustedProxies }: ApiOptions, isDraining: () => boolean): FastifyInstance {
  return createFastify({
    loggerInstance: log,
    // What is logged of a request names it; a logger of its own for each costs more than all of routing.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit: JSON_BODY_LIMIT,
    trustProxy: trustedProxies === undefined || trustedProxies.length === 0 ? false : [...trustedProxies],
    routerOptions: { maxParamLength: 500 },
    serverFactory: (handler) =>
      createServer({ requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
        if (isDraining()) response.shouldKeepAlive = false;
        if (fastPath?.(request, response) !== true) handler(request, response);
      }),
  }) as unknown as FastifyInstance;
}

function observe(server: FastifyInstance, options: ApiOptions, metrics: Metrics): void {
  server.addHook('onRequest', async (request, reply) => {
    secure(reply, request.protocol === 'https');
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.config.routeId ?? request.routeOptions.url ?? 'none';
    metrics.observe(route, reply.statusCode, reply.elapsedTime / 1000);
    const level = reply.statusCode >= 400 ? 'info' : 'debug';
    if (!options.log.isLevelEnabled(level)) return;
    options.log[level](
      {
        requestId: request.id,
        method: request.method,
        path: request.url.split('?')[0],
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}

/** The document is made of the routes registered by the time somebody asks. */
function serveReference(server: FastifyInstance, api: Api, version: string): void {
  let document: OpenApiDocument | undefined;
  const current = () => (document ??= buildOpenApi(api.routes, { version }));
  server.get('/api/v1/openapi.json', async () => current());
  api.page('/api/docs', async ({ language }) => referencePage(current(), language));
}

// Without a cookie there is no session to abuse; an origin that is told is always compared.
function refuseForeign(options: ApiOptions, request: FastifyRequest): void {
  const { method, headers } = request;
  if (headers.cookie === undefined && headers.origin === undefined) return;
  refuseCrossSite({ method, headers, ownOrigins: ownOrigins(options, request) });
}

function apiOver(server: FastifyInstance, options: ApiOptions, metrics: Metrics, limiter: RateLimiter, routes: Route[]): Api {
  const guardBy =
    (name: string, perMinute: (request: FastifyRequest) => number) => (request: FastifyRequest, reply: FastifyReply) =>
      refuseExcess(reply, limiter.take(`${name} ${addressGroup(request.ip)}`, perMinute(request)));
  const writesRarely = ({ method }: FastifyRequest) => (method === 'POST' ? options.rates.auth : options.rates.default);

  const addRoute = (route: Route, handler: Parameters<typeof serveRoute>[3]) => {
    routes.push(route);
    const serve = (scope: FastifyInstance) => {
      scope.route({
        method: route.method,
        url: route.path,
        config: { routeId: route.id, exampleBody: () => (route.body === undefined ? undefined : exampleOf(route.body)) },
        handler: serveRoute(options, limiter, route, handler),
      });
      if (isCrossOrigin(route)) {
        scope.options(route.path, async (request, reply) => answerPreflight(reply, request.headers.origin, route.method));
      }
    };
    const { rawBody } = route;
    // A scope of its own only where bodies are read in another way: hundreds of them are half of a start.
    if (rawBody === undefined) return serve(server);
    server.register(async (scope) => {
      acceptRaw(scope, rawBody);
      serve(scope);
    });
  };
  return {
    routes,
    metrics,
    on: addRoute,
    page: (path, answer) => {
      server.register(async (scope) => servePage(scope, path, guardBy(`page ${path}`, writesRarely), answer));
    },
    mount: (prefix, handler) => {
      const limited = guardBy(`mount ${prefix}`, writesRarely);
      server.register(async (scope) =>
        mountHandler(
          scope,
          prefix,
          (request, reply) => {
            limited(request, reply);
            refuseForeign(options, request);
          },
          handler,
        ),
      );
    },
  };
}
