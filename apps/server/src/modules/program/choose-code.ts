import { normalizeCode } from '@cordee/core/codes';
import { codeFromName, freeCode } from '@cordee/core/program';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { codesLike, type CodeKind } from './code.store.ts';
import { readWorkspace } from './program.store.ts';
import { taken } from './refusals.ts';

export interface CodeWish {
  /** As typed; absent: made from `name`. */
  readonly typed: string | undefined;
  readonly name: string;
}

/**
 * The canonical code to give. Codes are never given twice, ended ones neither: an old link must not lead to somebody else.
 * Refuses `invalid_request` for one that has nothing usable, and `already_exists` with a free one.
 */
export async function chooseCode(tx: Tx, workspaceId: string, kind: CodeKind, wish: CodeWish): Promise<string> {
  const code = wish.typed === undefined ? codeFromName(wish.name, 'partner') : normalizeCode(wish.typed);
  if (code === null) throw unusable();
  const used = await codesLike(tx, workspaceId, kind, code.slice(0, 40));
  // `/r/<workspace>/<code>` starts with the slug of the workspace.
  used.add((await readWorkspace(tx, workspaceId)).slug);
  const free = freeCode(code, (candidate) => used.has(candidate));
  if (wish.typed !== undefined && free !== code) throw taken('code', code, free);
  return free;
}

function unusable(): Refusal {
  return new Refusal('invalid_request', [
    {
      path: 'code',
      rule: 'code',
      message: {
        en: 'A code has 2 to 64 letters, digits, `_` and `-`.',
        fr: 'Un code compte de 2 à 64 lettres, chiffres, `_` et `-`.',
      },
      example: 'atelier-lumiere',
    },
  ]);
}
