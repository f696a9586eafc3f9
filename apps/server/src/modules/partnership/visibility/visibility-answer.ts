import type { VisibilityItem } from '@cordee/contract/partnership-visibility';
import { sharedKinds, shownBy, shownByDefault, type Side } from '@cordee/core/partnership';
import { formatInstant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { selectChoices } from '../../partner/index.ts';

/** What each side shows the other; `usual` says what holds for kinds that follow the workspace. */
export async function visibilityAnswer(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  reader: Side,
  usual: Usual,
): Promise<VisibilityItem[]> {
  const choices = new Map((await selectChoices(tx, workspaceId, partnerId)).map((choice) => [choice.kind, choice]));
  const byWorkspace = await usual(tx, workspaceId);
  return sharedKinds.map((kind) => {
    const choice = choices.get(kind);
    return {
      kind,
      by: shownBy[kind],
      shown: choice?.isShown ?? shownByDefault[kind] ?? byWorkspace,
      chosen: choice !== undefined,
      since: choice === undefined ? null : formatInstant(choice.from),
      mayChange: shownBy[kind] === reader,
    };
  });
}

/** Whether the workspace shows all its partners how it answers claims. */
export type Usual = (tx: Tx, workspaceId: string) => Promise<boolean>;
