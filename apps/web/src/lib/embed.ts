/** The portal in a frame of the company's own application: whoever is there is no user, and reads as one partner for a short time. */
export interface Embed {
  /** Where the screens stand: `/embed/` and the short name of the workspace. */
  readonly basePath: string;
  /** null when the address brought none and none is remembered. */
  readonly token: string | null;
}

const ADDRESS = /^\/embed\/[^/]+/;

const here = read();

/** null everywhere but in such a frame. */
export function embed(): Embed | null {
  return here;
}

function read(): Embed | null {
  const basePath = ADDRESS.exec(location.pathname)?.[0];
  if (basePath === undefined) return null;
  const brought = /^#(emb_[\w-]+)$/.exec(location.hash)?.[1];
  if (brought === undefined) return { basePath, token: remembered(basePath) };
  // Out of the address, which is copied and shown.
  history.replaceState(history.state, '', location.pathname);
  try {
    sessionStorage.setItem(basePath, brought);
  } catch {
    // Closed to frames of other sites in some browsers: the token then lasts as long as the page.
  }
  return { basePath, token: brought };
}

function remembered(basePath: string): string | null {
  try {
    return sessionStorage.getItem(basePath);
  } catch {
    return null;
  }
}
