import type { ErrorEntry } from './error-entry.ts';

/** Refusals of sign-on. */
export const signOnErrors = {
  sign_on_required: {
    status: 403,
    title: {
      en: 'This company’s people come in by its own sign-on.',
      fr: 'Dans cette entreprise, on entre par la connexion d’entreprise.',
    },
    hint: {
      en: 'Sign out, then choose “Continue with” the company on the sign-in page.',
      fr: 'Déconnectez-vous, puis choisissez « Continuer avec » l’entreprise sur la page de connexion.',
    },
  },
  sign_on_unusable: {
    status: 422,
    title: {
      en: 'The identity provider cannot be used as it is set.',
      fr: 'Le fournisseur d’identité n’est pas utilisable avec ces réglages.',
    },
    hint: { en: 'Correct what `fields` says, then test again.', fr: 'Corrigez ce que dit `fields`, puis testez de nouveau.' },
  },
  sign_on_unproven: {
    status: 409,
    title: { en: 'Nobody has signed on with it yet.', fr: 'Personne ne s’est encore connecté par ce moyen.' },
    hint: {
      en: 'Sign on once yourself, then require it.',
      fr: 'Connectez-vous une fois vous-même par ce moyen, puis exigez-le.',
    },
  },
  sign_on_needs_owner: {
    status: 409,
    title: {
      en: 'No owner could come in if the provider failed.',
      fr: 'Aucun propriétaire ne pourrait entrer si le fournisseur était en panne.',
    },
    hint: {
      en: 'While sign-on is required, keep one owner with a password and a second factor.',
      fr: 'Tant que la connexion d’entreprise est exigée, gardez un propriétaire avec un mot de passe et une double authentification.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
