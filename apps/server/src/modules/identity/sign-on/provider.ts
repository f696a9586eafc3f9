import * as oidc from 'openid-client';
import { addressFault, OutboundError, type Outbound } from '../../../platform/outbound/index.ts';
import type { Claims } from './judge-claims.ts';

/** What an identity provider is called with. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface ProviderParts {
  /** Every call to a provider goes through it: its address, and those in its document, are somebody else's choice. */
  readonly outbound: Outbound;
  /** `host:port` inside the company, over http too. */
  readonly trustedHosts: readonly string[];
}

/** What has to be known again when the person comes back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export type Provider = oidc.Configuration;

/**
 * Reads the discovery document. The issuer it names must be the one that was given: a document for whoever it may concern (of all
 * organisations at Entra ID, say) would let everybody's people in. Throws what the library or the call throws, and WrongIssuer.
 */
export async function openProvider(settings: ProviderSettings, { outbound, trustedHosts }: ProviderParts): Promise<Provider> {
  const { issuer, clientId, clientSecret } = settings;
  const url = new URL(issuer);
  const isPlain = url.protocol === 'http:';
  // Plain http is refused by the call itself unless the host is trusted.
  const execute = isPlain ? [oidc.allowInsecureRequests] : [];
  const call = callThrough(outbound);
  const found = await oidc.discovery(url, clientId, undefined, oidc.None(), { execute, [oidc.customFetch]: call });
  const metadata = found.serverMetadata();
  if (new URL(metadata.issuer).href !== url.href) throw new WrongIssuer(metadata.issuer);
  const fault = addressFault(metadata.authorization_endpoint ?? '', trustedHosts);
  if (fault !== null) throw fault;
  const config = new oidc.Configuration({ ...metadata }, clientId, undefined, authenticationFor(metadata, clientSecret));
  config[oidc.customFetch] = call;
  if (isPlain) oidc.allowInsecureRequests(config);
  // The signature of what comes from the token endpoint is checked as well, not only the way it came.
  oidc.enableNonRepudiationChecks(config);
  return config;
}

/** Another issuer answers at this address. */
export class WrongIssuer extends Error {
  override readonly name = 'WrongIssuer';
  readonly found: string;
  constructor(found: string) {
    super(`the document names the issuer ${found}`);
    this.found = found;
  }
}

/** A new attempt, and where the browser goes with it. */
export async function beginAttempt(
  provider: Provider,
  redirectUri: string,
  email: string | undefined,
): Promise<{ attempt: Attempt; url: URL }> {
  const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
  const url = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email profile',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
    code_challenge_method: 'S256',
    ...(email === undefined ? {} : { login_hint: email }),
  });
  return { attempt, url };
}

/**
 * What the provider says of the person who came back to `cameBack`: code, state, nonce, issuer, audience, times and signature are
 * checked by the library. Throws when any does not hold.
 */
export async function endAttempt(provider: Provider, cameBack: URL, attempt: Attempt): Promise<Claims> {
  const tokens = await oidc.authorizationCodeGrant(provider, cameBack, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.codeVerifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('the provider gave no id_token');
  const isComplete = claims['email'] !== undefined && (claims['email_verified'] ?? claims['xms_edov']) !== undefined;
  if (isComplete || provider.serverMetadata().userinfo_endpoint === undefined) return claims;
  // Some say the address, or whether it is verified, only when asked; the subject must be the same. An address and what is said of
  // it are taken from one place.
  const said = await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub);
  if (said.email === undefined) return claims;
  return { ...claims, email: said.email, email_verified: said.email_verified, name: claims['name'] ?? said.name };
}

/** Whether the person, or the provider, said no to this attempt. */
export function isDenied(error: unknown): boolean {
  return error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied';
}

/** Whether the provider could not be reached, rather than answered wrongly. */
export function isUnreachable(error: unknown): OutboundError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof OutboundError) return cause;
  return null;
}

/** What the token endpoint says of our client when it is shown a code that nobody has: its error code; null when it says nothing. */
export async function showClient(provider: Provider, redirectUri: string): Promise<string | null> {
  try {
    await oidc.genericGrantRequest(provider, 'authorization_code', {
      code: 'a-test-by-cordee',
      redirect_uri: redirectUri,
      code_verifier: oidc.randomPKCECodeVerifier(),
    });
    return null;
  } catch (error) {
    if (error instanceof oidc.ResponseBodyError) return error.error;
    // A challenge in a header is how some say that the client is not known.
    if (error instanceof oidc.WWWAuthenticateChallengeError) return 'invalid_client';
    throw error;
  }
}

function authenticationFor(metadata: oidc.ServerMetadata, secret: string): oidc.ClientAuth {
  // Without a word of the provider, the standard's default is meant.
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return methods.includes('client_secret_basic') ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
}

function callThrough(outbound: Outbound): oidc.CustomFetch {
  return async (url, { method, headers, body }) => {
    const answer = await outbound(url, {
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body === undefined || body === null ? {} : { body: textOf(body) }),
    });
    const kept = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) {
      for (const one of [value ?? []].flat()) kept.append(name, one);
    }
    const hasBody = answer.status !== 204 && answer.status !== 304;
    return new Response(hasBody ? new Uint8Array(answer.body) : null, { status: answer.status, headers: kept });
  };
}

function textOf(body: oidc.FetchBody): string | Uint8Array {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('the library sends a body of a kind it did not so far');
}
