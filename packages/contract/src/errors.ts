import type { Bilingual } from './language.ts';
import type { ErrorEntry } from './error-entry.ts';
import { moduleErrors } from './module-errors.ts';

/**
 * Every refusal the API can answer, by stable code (RFC 9457 problem details carry the code, a sentence in the reader's
 * language and what to do next). Add here, never inline: clients get a closed union and the documentation lists it.
 */
export const errors = {
  invalid_request: {
    status: 422,
    title: { en: 'The request does not fit its description.', fr: 'La requête ne correspond pas à sa description.' },
    hint: { en: 'Correct the fields listed in `fields`.', fr: 'Corrigez les champs listés dans `fields`.' },
  },
  malformed_json: {
    status: 400,
    title: { en: 'The body is not valid JSON.', fr: "Le corps n'est pas du JSON valide." },
    hint: { en: 'Send a JSON object encoded in UTF-8.', fr: 'Envoyez un objet JSON encodé en UTF-8.' },
  },
  malformed_request: {
    status: 400,
    title: { en: 'The request could not be read.', fr: "La requête n'a pas pu être lue." },
    hint: {
      en: 'Check its headers and length, then send it again.',
      fr: 'Vérifiez ses en-têtes et sa longueur, puis renvoyez-la.',
    },
  },
  unsupported_media_type: {
    status: 415,
    title: { en: 'This content type is not accepted here.', fr: "Ce type de contenu n'est pas accepté ici." },
    hint: {
      en: 'Use one of the content types in the API reference.',
      fr: "Utilisez un type de contenu de la référence de l'API.",
    },
  },
  body_too_large: {
    status: 413,
    title: { en: 'The body is too large.', fr: 'Le corps est trop volumineux.' },
    hint: {
      en: 'Send less at once; large files go through imports.',
      fr: 'Envoyez moins à la fois ; les gros fichiers passent par les imports.',
    },
  },
  unauthenticated: {
    status: 401,
    title: { en: 'No valid key or session.', fr: 'Aucune clé ni session valide.' },
    hint: { en: 'Send `Authorization: Bearer <key>`.', fr: 'Envoyez `Authorization: Bearer <clé>`.' },
  },
  forbidden: {
    status: 403,
    title: { en: 'This key or role may not do that.', fr: 'Cette clé ou ce rôle ne peut pas faire cela.' },
    hint: { en: 'Ask an owner of the workspace for the right.', fr: "Demandez ce droit à un propriétaire de l'espace." },
  },
  read_only: {
    status: 403,
    title: {
      en: 'You are only looking: nothing can be changed from here.',
      fr: 'Vous ne faites que regarder : rien ne peut être modifié d’ici.',
    },
    hint: { en: 'Leave the view of the partner to act as yourself.', fr: 'Quittez la vue du partenaire pour agir en votre nom.' },
  },
  portal_view_over: {
    status: 403,
    title: { en: 'This view of the portal is over.', fr: 'Cette vue du portail est terminée.' },
    hint: { en: "Open it again from the partner's page.", fr: 'Ouvrez-la de nouveau depuis la page du partenaire.' },
  },
  workspace_required: {
    status: 400,
    title: { en: 'You belong to several workspaces.', fr: 'Vous appartenez à plusieurs espaces.' },
    hint: {
      en: 'Send the header `Cordee-Workspace` with one of the ids listed in `fields`.',
      fr: "Envoyez l'en-tête `Cordee-Workspace` avec l'un des identifiants listés dans `fields`.",
    },
  },
  cross_site_refused: {
    status: 403,
    title: {
      en: 'A session may only write from the pages of this server.',
      fr: 'Une session ne peut écrire que depuis les pages de ce serveur.',
    },
    hint: {
      en: 'Call from the same origin, or use an API key.',
      fr: "Appelez depuis la même origine, ou utilisez une clé d'API.",
    },
  },
  link_expired: {
    status: 410,
    title: { en: 'This one-time link has expired or was already used.', fr: 'Ce lien à usage unique a expiré ou a déjà servi.' },
    hint: {
      en: 'Ask for a new link; the first one is printed when the server starts.',
      fr: "Demandez un nouveau lien ; le premier s'affiche au démarrage du serveur.",
    },
  },
  last_owner: {
    status: 409,
    title: { en: 'A workspace keeps at least one owner.', fr: 'Un espace garde au moins un propriétaire.' },
    hint: { en: 'Make another member an owner first.', fr: "Donnez d'abord le rôle de propriétaire à un autre membre." },
  },
  origin_not_allowed: {
    status: 403,
    title: {
      en: 'This publishable key is not allowed from this origin.',
      fr: "Cette clé publiable n'est pas autorisée depuis cette origine.",
    },
    hint: { en: "Add the origin to the key's allowed origins.", fr: "Ajoutez l'origine à celles autorisées pour la clé." },
  },
  not_found: {
    status: 404,
    title: { en: 'Nothing exists at this address.', fr: "Rien n'existe à cette adresse." },
    hint: { en: 'Check the id and the workspace of your key.', fr: "Vérifiez l'identifiant et l'espace de votre clé." },
  },
  method_not_allowed: {
    status: 405,
    title: { en: 'This method is not supported here.', fr: "Cette méthode n'est pas prise en charge ici." },
    hint: { en: 'See the API reference.', fr: "Voyez la référence de l'API." },
  },
  conflict: {
    status: 409,
    title: { en: 'This contradicts what already exists.', fr: 'Cela contredit ce qui existe déjà.' },
    hint: { en: 'Read the current state, then decide again.', fr: "Relisez l'état actuel, puis décidez à nouveau." },
  },
  idempotency_conflict: {
    status: 409,
    title: { en: 'This key was already used with another body.', fr: 'Cette clé a déjà servi avec un autre contenu.' },
    hint: {
      en: 'Use a new event id or Idempotency-Key for a new request.',
      fr: 'Utilisez un nouvel identifiant pour une nouvelle requête.',
    },
  },
  already_exists: {
    status: 409,
    title: { en: 'It already exists.', fr: 'Cela existe déjà.' },
    hint: { en: 'Use the existing one, or choose another value.', fr: "Utilisez l'existant, ou choisissez une autre valeur." },
  },
  plan_published: {
    status: 409,
    title: { en: 'A published plan version never changes.', fr: 'Une version de barème publiée ne change jamais.' },
    hint: { en: 'Create a new version of the plan.', fr: 'Créez une nouvelle version du barème.' },
  },
  plan_invalid: {
    status: 422,
    title: { en: 'The plan contradicts itself.', fr: 'Le barème se contredit.' },
    hint: { en: 'Correct the fields listed in `fields`.', fr: 'Corrigez les champs listés dans `fields`.' },
  },
  notice_too_short: {
    status: 422,
    title: { en: 'The notice period is not respected.', fr: "Le préavis n'est pas respecté." },
    hint: {
      en: 'Choose a later effective date, or leave it out.',
      fr: "Choisissez une date d'effet plus tardive, ou omettez-la.",
    },
  },
  unknown_reference: {
    status: 422,
    title: { en: 'The request refers to something unknown.', fr: 'La requête cite un élément inconnu.' },
    hint: { en: 'Check the ids listed in `fields`.', fr: 'Vérifiez les identifiants listés dans `fields`.' },
  },
  upline_cycle: {
    status: 422,
    title: { en: 'A partner cannot be in its own upline.', fr: 'Un partenaire ne peut pas figurer dans sa propre lignée.' },
    hint: { en: 'Choose another upline enrollment.', fr: 'Choisissez une autre adhésion parente.' },
  },
  refund_exceeds_line: {
    status: 422,
    title: { en: 'The refund exceeds what is left of the line.', fr: 'Le remboursement dépasse ce qui reste de la ligne.' },
    hint: {
      en: 'Refund at most the remaining net given in `fields`.',
      fr: 'Remboursez au plus le net restant indiqué dans `fields`.',
    },
  },
  clock_in_future: {
    status: 422,
    title: { en: 'The event lies too far in the future.', fr: "L'événement est trop loin dans le futur." },
    hint: { en: 'Send `occurredAt` in UTC and check the clock.', fr: "Envoyez `occurredAt` en UTC et vérifiez l'horloge." },
  },
  contribution_conflict: {
    status: 409,
    title: {
      en: 'Something speaks against confirming this contribution.',
      fr: 'Quelque chose s’oppose à la confirmation de cette contribution.',
    },
    hint: {
      en: 'See `fields`; to confirm all the same, send `despiteConflicts: true`.',
      fr: 'Voyez `fields` ; pour confirmer malgré tout, envoyez `despiteConflicts: true`.',
    },
  },
  nothing_payable: {
    status: 409,
    title: {
      en: 'Nothing is payable to this partner in this currency.',
      fr: "Rien n'est exigible pour ce partenaire dans cette devise.",
    },
    hint: {
      en: 'Wait for the hold to end, or for a positive balance.',
      fr: 'Attendez la fin du délai de carence, ou un solde positif.',
    },
  },
  same_person: {
    status: 409,
    title: {
      en: 'Somebody else must confirm this: four eyes see more than two.',
      fr: 'Quelqu’un d’autre doit confirmer : quatre yeux voient mieux que deux.',
    },
    hint: {
      en: 'Ask another owner or somebody of finance. An owner can turn the rule off in the payment rules.',
      fr: 'Demandez à un autre propriétaire ou à la finance. Un propriétaire peut lever cette règle dans les règles de paiement.',
    },
  },
  bank_report_unreadable: {
    status: 422,
    title: {
      en: 'This is no bank statement (camt.053), payment status report (pain.002) or CSV of results that can be read.',
      fr: 'Ce n’est pas un relevé (camt.053), un compte rendu de paiement (pain.002) ni un CSV de résultats lisible.',
    },
    hint: {
      en: 'Nothing was changed. Download the file again, whole: XML from your bank, a CSV with the columns reference and status otherwise.',
      fr: 'Rien n’a été changé. Téléchargez à nouveau le fichier, entier : XML de votre banque, sinon un CSV avec les colonnes reference et status.',
    },
  },
  period_too_long: {
    status: 422,
    title: {
      en: 'The period holds more movements than one answer carries.',
      fr: 'La période compte plus de mouvements qu’une réponse n’en porte.',
    },
    hint: {
      en: 'Ask for a shorter period, one currency, or CSV, which carries more.',
      fr: 'Demandez une période plus courte, une seule devise, ou le CSV, qui en porte plus.',
    },
  },
  signature_invalid: {
    status: 400,
    title: { en: 'The signature does not match the body.', fr: 'La signature ne correspond pas au contenu.' },
    hint: {
      en: 'Check the signing secret and that the raw body is sent unchanged.',
      fr: 'Vérifiez le secret et que le corps brut est transmis tel quel.',
    },
  },
  timestamp_out_of_range: {
    status: 400,
    title: { en: 'The signed time is too old or in the future.', fr: "L'heure signée est trop ancienne ou dans le futur." },
    hint: {
      en: 'Check the clocks; replay the event from its source.',
      fr: "Vérifiez les horloges ; rejouez l'événement depuis sa source.",
    },
  },
  import_columns: {
    status: 422,
    title: { en: 'The columns of the file do not fit.', fr: 'Les colonnes du fichier ne conviennent pas.' },
    hint: { en: 'Map the columns listed in `fields`.', fr: 'Associez les colonnes listées dans `fields`.' },
  },
  ...moduleErrors,
  rate_limited: {
    status: 429,
    title: { en: 'Too many requests.', fr: 'Trop de requêtes.' },
    hint: { en: 'Wait for the time in `Retry-After`.', fr: 'Attendez le délai de `Retry-After`.' },
  },
  address_refused: {
    status: 422,
    title: { en: 'This address may not be called from here.', fr: "Cette adresse ne peut pas être appelée d'ici." },
    hint: { en: 'Use a public https address.', fr: 'Utilisez une adresse https publique.' },
  },
  unavailable: {
    status: 503,
    title: { en: 'The service cannot store anything right now.', fr: 'Le service ne peut rien enregistrer pour le moment.' },
    hint: {
      en: 'Send the request again after the time in `Retry-After`; nothing was written.',
      fr: "Renvoyez la requête après le délai de `Retry-After` ; rien n'a été écrit.",
    },
  },
  internal: {
    status: 500,
    title: { en: 'A fault on our side.', fr: 'Une faute de notre côté.' },
    hint: {
      en: 'Try again; report the request id if it stays.',
      fr: "Réessayez ; signalez l'identifiant de requête si cela persiste.",
    },
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;

/** One faulty field: where, which rule, a sentence, and an example of right input. */
export interface FieldFault {
  readonly path: string;
  readonly rule: string;
  readonly message: Bilingual;
  readonly example?: unknown;
}
