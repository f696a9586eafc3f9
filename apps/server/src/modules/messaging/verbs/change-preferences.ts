import { optionalMailKinds, type MailPreferences } from '@cordee/contract/messaging';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read, write } from '../../../platform/verb.ts';
import { addressOfUser } from '../../identity/index.ts';
import { savePreference, selectPreferences } from '../mail.store.ts';
import { mustBeMember } from '../messaging.policy.ts';

type Wanted = Partial<Record<(typeof optionalMailKinds)[number], boolean>>;

/** What the caller wants to be written about; what was never said is wanted. */
export function getPreferences(context: Context): Promise<MailPreferences> {
  const userId = mustBeMember(context.actor);
  return read(context, async (tx) => preferencesOf(tx, context.workspaceId, await mustHaveAddress(tx, userId)));
}

/** Changes what the caller wants to be written about; what is left out stays. */
export function changePreferences(context: Context, wanted: Wanted): Promise<MailPreferences> {
  const userId = mustBeMember(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const address = await mustHaveAddress(tx, userId);
    for (const kind of optionalMailKinds) {
      const wish = wanted[kind];
      if (wish !== undefined) await savePreference(tx, workspaceId, address, kind, wish, context.now());
    }
    const result = await preferencesOf(tx, workspaceId, address);
    return { result, audit: { action: 'mail_preferences.changed', subject: encodeId('usr', userId), after: result.wanted } };
  });
}

async function mustHaveAddress(tx: Tx, userId: string): Promise<string> {
  const address = await addressOfUser(tx, userId);
  if (address === null) throw new Refusal('forbidden');
  return address;
}

async function preferencesOf(tx: Tx, workspaceId: string, address: string): Promise<MailPreferences> {
  const said = await selectPreferences(tx, workspaceId, address);
  const wanted = Object.fromEntries(optionalMailKinds.map((kind) => [kind, said.get(kind) ?? true]));
  return { address, wanted: wanted as MailPreferences['wanted'] };
}
