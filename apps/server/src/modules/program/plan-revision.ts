import type { VersionRecord } from './plan.store.ts';
import { conflict } from './refusals.ts';

/** Refuses `conflict` when a draft is no longer what whoever writes had read; nothing expected is nothing refused. */
export function mustBeAsRead({ revision }: VersionRecord, expected: number | undefined): void {
  if (expected === undefined || expected === revision) return;
  throw conflict(
    'expectedRevision',
    'revision',
    {
      en: `Somebody else has written this draft meanwhile: it is at revision ${revision}. Read it again, then decide.`,
      fr: `Quelqu’un d’autre a modifié ce brouillon entre-temps : il en est à la révision ${revision}. Relisez-le, puis décidez.`,
    },
    revision,
  );
}
