import type { OpenApiOperation } from '@cordee/contract/openapi';

export function isStream({ responses }: OpenApiOperation): boolean {
  return 'text/event-stream' in (responses['200']?.content ?? {});
}

/** A right call of a stream goes on for as long as it says: here it says that it ends at once. */
export function ending(path: string): string {
  const [address = '', query = ''] = path.split('?');
  const parameters = new URLSearchParams(query);
  const seconds = Number(parameters.get('seconds') ?? 1);
  if (seconds > 0 && seconds <= 3600) parameters.set('seconds', '0');
  return `${address}?${parameters.toString()}`;
}
