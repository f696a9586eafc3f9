import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { call, type AnswerOf, type InputOf, type RouteId } from './call.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Routes that answer pages. */
export type PagedRouteId = { [Id in RouteId]: AnswerOf<Id> extends Page<unknown> ? Id : never }[RouteId];
export type ItemOf<Id extends PagedRouteId> = AnswerOf<Id> extends Page<infer Item> ? Item : never;

/** A route as a query, under its id and input. */
export function queryOf<Id extends RouteId>(id: Id, input: InputOf<Id>) {
  return queryOptions({
    queryKey: [id, input] as const,
    queryFn: ({ signal }) => call(id, input, { signal }),
  });
}

/** A paged route as an infinite query: each page brings the cursor of the next. `data` is the list so far. */
export function pagesOf<Id extends PagedRouteId>(id: Id, input: InputOf<Id>) {
  return infiniteQueryOptions({
    queryKey: [id, input, 'pages'] as const,
    queryFn: async ({ pageParam, signal }) => {
      const { query } = input as { query?: object };
      const paged = pageParam === null ? input : { ...(input as object), query: { ...query, cursor: pageParam } };
      return (await call(id, paged, { signal })) as Page<ItemOf<Id>>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
}

/** After a write: what was read through these routes is read again. */
export async function refresh(client: QueryClient, ...ids: readonly RouteId[]): Promise<void> {
  await client.invalidateQueries({ predicate: ({ queryKey }) => ids.includes(queryKey[0] as RouteId) });
}
