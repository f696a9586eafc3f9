/** A portal as a member of the company looks at it; of this tab only, until it is left or over. The server holds what it allows. */
export interface PortalView {
  /** What proves to the server that the look was asked for. */
  readonly view: string;
  readonly workspaceId: string;
  readonly partnerId: string;
  readonly partnerName: string;
}

const KEY = 'cordee.portal-view';

let current: PortalView | null = read();

export function portalView(): PortalView | null {
  return current;
}

/** Whoever calls it begins the page anew: nothing read with other eyes may stay in memory. */
export function enterPortalView(view: PortalView): void {
  current = view;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(view));
  } catch {
    // Storage may be closed to us: the page that begins anew then does not know of it, and shows the console.
  }
}

export function leavePortalView(): void {
  current = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There was nothing in it.
  }
}

function read(): PortalView | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as PortalView | null;
    return typeof stored?.view === 'string' ? stored : null;
  } catch {
    return null;
  }
}
