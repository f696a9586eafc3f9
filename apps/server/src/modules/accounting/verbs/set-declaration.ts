import type { DeclarationSettings } from '@cordee/contract/accounting-values';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { write } from '../../../platform/verb.ts';
import { mustKeepBooks } from '../accounting.policy.ts';
import { loadDeclarationSettings, saveDeclarationSettings } from '../declaration.store.ts';

/** Sets what declarations say of the company beside who it is. */
export function setDeclarationSettings(
  context: Context,
  settings: DeclarationSettings,
): Promise<{ settings: DeclarationSettings }> {
  mustKeepBooks(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const before = await loadDeclarationSettings(tx, workspaceId);
    await saveDeclarationSettings(tx, workspaceId, settings);
    const audit = { action: 'books_declaration.set', subject: encodeId('wsp', workspaceId), before, after: settings };
    return { result: { settings }, audit };
  });
}
