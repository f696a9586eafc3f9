import type { Role } from '@cordee/contract/route';
import { embed } from './embed.ts';
import { leavePortalView, portalView } from './portal-view.ts';

/** A person's place in a workspace; remembered so that screens need not wait to know it. The server decides what it may. */
export interface Membership {
  readonly workspaceId: string;
  readonly role: Role;
  /** Of the role `partner`. */
  readonly partnerId: string | null;
  readonly name: string;
}

const KEY = 'cordee.membership';

let chosen: Membership | null = read();

/** Where this person is, with the eyes they look with: a member who looks at a portal is a partner there. */
export function chosenMembership(): Membership | null {
  const view = portalView();
  if (view === null || chosen?.workspaceId !== view.workspaceId) return chosen;
  return { ...chosen, role: 'partner', partnerId: view.partnerId };
}

/** The partner whose portal is shown; empty in the console, where no screen asks for it. */
export function shownPartnerId(): string {
  return chosenMembership()?.partnerId ?? '';
}

export function chooseMembership(membership: Membership | null): void {
  if (membership?.workspaceId !== chosen?.workspaceId) leavePortalView();
  chosen = membership;
  // In a frame one is somebody else than in the next tab.
  if (embed() !== null) return;
  try {
    if (membership === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(membership));
  } catch {
    // Storage may be closed to us (private window): the choice then lasts as long as the page.
  }
}

function read(): Membership | null {
  if (embed() !== null) return null;
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Membership | null;
    return typeof stored?.workspaceId === 'string' ? stored : null;
  } catch {
    return null;
  }
}
