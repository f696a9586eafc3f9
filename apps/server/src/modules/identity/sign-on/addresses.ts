import { encodeId } from '@cordee/core/ids';

/** Where the provider sends people back: one address a workspace, so that no provider can answer in the place of another. */
export function redirectUriOf(baseUrl: string, workspaceId: string): string {
  return `${baseUrl}/api/auth/sign-on/callback/${encodeId('wsp', workspaceId)}`;
}

/** Begins a sign-on in a workspace. */
export function startUrlOf(baseUrl: string, workspaceId: string): string {
  return `${baseUrl}/api/auth/sign-on/start?workspace=${encodeId('wsp', workspaceId)}`;
}
