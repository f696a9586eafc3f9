import type { Bilingual } from '@cordee/contract/language';
import type { signOnSteps } from '@cordee/contract/sign-on';
import { OutboundError } from '../../../platform/outbound/index.ts';
import { isUnreachable, openProvider, showClient, WrongIssuer } from './provider.ts';
import type { Provider, ProviderParts, ProviderSettings } from './provider.ts';

export interface TestStep {
  readonly step: (typeof signOnSteps)[number];
  readonly result: 'passed' | 'failed' | 'unsure';
  readonly message: Bilingual;
}

/** What can be known of a provider without anybody signing in; ends at the first thing that fails. */
export async function testProvider(settings: ProviderSettings, parts: ProviderParts, redirectUri: string): Promise<TestStep[]> {
  let provider: Provider;
  try {
    provider = await openProvider(settings, parts);
  } catch (error) {
    return [{ step: 'discovery', result: 'failed', message: discoveryFault(error, settings.issuer) }];
  }
  const steps: TestStep[] = [
    {
      step: 'discovery',
      result: 'passed',
      message: { en: 'The discovery document was read.', fr: 'Le document de découverte a été lu.' },
    },
    flowStep(provider),
  ];
  for (const next of [() => keysStep(provider, parts), () => clientStep(provider, redirectUri)]) {
    if (steps.at(-1)?.result !== 'failed') steps.push(await next());
  }
  return steps;
}

function discoveryFault(error: unknown, issuer: string): Bilingual {
  if (error instanceof WrongIssuer) {
    return {
      en: `The document at this address is of another issuer, ${error.found}. Use the issuer of your own organisation, written the same way.`,
      fr: `Le document à cette adresse est celui d’un autre émetteur, ${error.found}. Indiquez l’émetteur de votre propre organisation, écrit de la même façon.`,
    };
  }
  const unreachable = isUnreachable(error);
  if (unreachable?.reason === 'refused') return addressRefused;
  if (unreachable !== null) {
    return {
      en: `${new URL(issuer).host} did not answer. Check the issuer, and that this server may reach it.`,
      fr: `${new URL(issuer).host} n’a pas répondu. Vérifiez l’émetteur, et que ce serveur peut l’atteindre.`,
    };
  }
  return {
    en: 'There is no discovery document there, or it is of another issuer. Copy the issuer as the provider writes it.',
    fr: 'Il n’y a pas là de document de découverte, ou c’est celui d’un autre émetteur. Copiez l’émetteur tel que le fournisseur l’écrit.',
  };
}

const addressRefused: Bilingual = {
  en: 'An address of the provider may not be called from here: it is not public, or not https. Whoever runs this server can allow it (CORDEE_OUTBOUND_HOSTS).',
  fr: 'Une adresse du fournisseur ne peut pas être appelée d’ici : elle n’est pas publique, ou pas en https. Qui exploite ce serveur peut l’autoriser (CORDEE_OUTBOUND_HOSTS).',
};

function flowStep(provider: Provider): TestStep {
  const types = provider.serverMetadata().response_types_supported;
  if (types !== undefined && !types.includes('code')) {
    return {
      step: 'flow',
      result: 'failed',
      message: {
        en: 'The provider has no authorization code flow. Switch it on there.',
        fr: 'Le fournisseur n’a pas de flux par code d’autorisation. Activez-le chez lui.',
      },
    };
  }
  return {
    step: 'flow',
    result: 'passed',
    message: { en: 'It knows the authorization code flow.', fr: 'Il connaît le flux par code d’autorisation.' },
  };
}

async function keysStep(provider: Provider, { outbound }: ProviderParts): Promise<TestStep> {
  const { jwks_uri: uri } = provider.serverMetadata();
  const found = uri === undefined ? null : await signingKeys(uri, outbound);
  if (found instanceof OutboundError && found.reason === 'refused') {
    return { step: 'keys', result: 'failed', message: addressRefused };
  }
  if (typeof found === 'number' && found > 0) {
    return {
      step: 'keys',
      result: 'passed',
      message: { en: 'Its signing keys were read.', fr: 'Ses clés de signature ont été lues.' },
    };
  }
  return {
    step: 'keys',
    result: 'failed',
    message: {
      en: 'Its signing keys cannot be read: what it signs could not be checked. Look whether the provider publishes them.',
      fr: 'Ses clés de signature sont illisibles : ce qu’il signe ne pourrait pas être vérifié. Voyez si le fournisseur les publie.',
    },
  };
}

async function signingKeys(uri: string, outbound: ProviderParts['outbound']): Promise<number | OutboundError | null> {
  try {
    const { status, body } = await outbound(uri);
    if (status !== 200) return null;
    const { keys } = JSON.parse(body.toString('utf8')) as { keys?: readonly { kty?: string; use?: string }[] };
    return keys?.filter(({ kty, use }) => kty !== 'oct' && use !== 'enc').length ?? null;
  } catch (error) {
    return error instanceof OutboundError ? error : null;
  }
}

async function clientStep(provider: Provider, redirectUri: string): Promise<TestStep> {
  const code = await showClient(provider, redirectUri).catch((error: unknown) => (error instanceof Error ? error : null));
  if (code === 'invalid_grant') {
    return {
      step: 'client',
      result: 'passed',
      message: { en: 'It knows the client id and secret.', fr: 'Il connaît l’identifiant et le secret du client.' },
    };
  }
  if (code === 'invalid_client' || code === 'unauthorized_client') {
    return {
      step: 'client',
      result: 'failed',
      message: {
        en: 'It does not know this client id with this secret. Copy both again; a secret may have expired.',
        fr: 'Il ne connaît pas cet identifiant de client avec ce secret. Copiez de nouveau les deux ; un secret a pu expirer.',
      },
    };
  }
  if (code instanceof Error && isUnreachable(code)?.reason === 'refused') {
    return { step: 'client', result: 'failed', message: addressRefused };
  }
  const said = typeof code === 'string' ? code : '—';
  return {
    step: 'client',
    result: 'unsure',
    message: {
      en: `Whether it knows the client id and secret could not be told (${said}). Sign on once to be sure.`,
      fr: `Impossible de savoir s’il connaît l’identifiant et le secret du client (${said}). Connectez-vous une fois par ce moyen pour en être sûr.`,
    },
  };
}
