import type { AnswerOf, InputOf } from '../../lib/api/call.ts';
import { queryOf } from '../../lib/api/queries.ts';
import type { Days } from '../../ui/period-presets.ts';

/** What all figures are narrowed by. */
export interface Scope extends Days {
  readonly programId?: string;
}

type SeriesInput = NonNullable<InputOf<'getSeries'>['query']>;
export type Metric = SeriesInput['metric'];
export type Split = NonNullable<SeriesInput['split']>;
export type Step = NonNullable<SeriesInput['by']>;
export type Series = AnswerOf<'getSeries'>;

export const seriesQuery = (query: Scope & { metric: Metric; by: Step; split?: Split }) => queryOf('getSeries', { query });
export const funnelQuery = (query: Scope) => queryOf('getFunnel', { query });
export const cohortsQuery = ({ from, to, ...rest }: Scope) =>
  queryOf('getCohorts', { query: { ...rest, from: from.slice(0, 7), to: to.slice(0, 7) } });
export const modelsQuery = (query: Scope) => queryOf('getModels', { query });
export const trackingQuery = (query: Scope) => queryOf('getTracking', { query });
export const programsQuery = queryOf('listPrograms', { query: { limit: 200 } });
