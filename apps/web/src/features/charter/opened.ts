import type { Clause } from './charter.queries.ts';
import type { EditedPart } from './charter-words.ts';

/** What is open beside the charter: a clause, the library, or a part. */
export type Opened =
  | { readonly is: 'library' | 'frame' | 'plan' | EditedPart }
  | { readonly is: 'clause'; readonly clause: Clause; readonly isNew: boolean };
