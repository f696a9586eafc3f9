export { jsonInteger } from './serialise.ts';
export { createApi } from './create-api.ts';
export { prefersCsv } from './prefers-csv.ts';
export { Html, html, htmlPage } from './html.ts';
export type { Metrics } from './metrics.ts';
export { pagePolicy } from './security-headers.ts';
export type {
  Api,
  ApiOptions,
  Ask,
  Authenticate,
  Caller,
  Credentials,
  FastPath,
  Handler,
  HandlerInput,
  Page,
  PageRequest,
  Reply,
  ServedApi,
  Wire,
} from './types.ts';
