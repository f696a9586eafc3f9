import { askAuth, AuthRefusal } from './auth.ts';

/** Makes a passkey on this device and registers it under a name. Throws AuthRefusal, Problem. */
export async function makePasskey(name: string): Promise<void> {
  const options = (await askAuth('GET', '/passkey/generate-register-options')) as PublicKeyCredentialCreationOptionsJSON;
  const credential = await asked(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  );
  await askAuth('POST', '/passkey/verify-registration', { response: credential.toJSON() as object, name });
}

/** Signs in with a passkey of this device. Throws AuthRefusal, Problem. */
export async function signInWithPasskey(): Promise<void> {
  const options = (await askAuth('GET', '/passkey/generate-authenticate-options')) as PublicKeyCredentialRequestOptionsJSON;
  const credential = await asked(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );
  await askAuth('POST', '/passkey/verify-authentication', { response: credential.toJSON() as object });
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (!('PublicKeyCredential' in window) || !('parseCreationOptionsFromJSON' in PublicKeyCredential)) {
    throw new AuthRefusal('PASSKEY_UNKNOWN');
  }
  // The browser tells neither who said no nor why; that is on purpose.
  const credential = await ask().catch(() => null);
  if (!(credential instanceof PublicKeyCredential)) throw new AuthRefusal('PASSKEY_CANCELLED');
  return credential;
}
