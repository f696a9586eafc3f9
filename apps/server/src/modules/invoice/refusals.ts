import type { FieldFault } from '@cordee/contract/errors';
import type { Bilingual } from '@cordee/contract/language';
import { explainFault, type InvoiceFault } from '@cordee/core/invoice';
import { Refusal } from '../../platform/refusal.ts';

function conflict(path: string, rule: string, message: Bilingual): Refusal {
  return new Refusal('conflict', [{ path, rule, message }]);
}

export function mandateTextChanged(): Refusal {
  return conflict('textSha256', 'same_text', {
    en: 'The text of the mandate has changed since it was shown: read it again.',
    fr: 'Le texte du mandat a changé depuis son affichage : relisez-le.',
  });
}

export function paperIsTheCompanys(): Refusal {
  return conflict('onPaper', 'company_only', {
    en: 'Only the company records a mandate signed on paper.',
    fr: 'Seule l’entreprise enregistre un mandat signé sur papier.',
  });
}

export function mandateOnPaperOnly(): Refusal {
  return conflict('onPaper', 'required', {
    en: 'Only the partner itself agrees here; the company records what was signed on paper: say when, and where it is kept.',
    fr: 'Seul le partenaire consent ici ; l’entreprise enregistre ce qui a été signé sur papier : dites quand, et où il est conservé.',
  });
}

/** The document stands so that this cannot follow. */
export function impossibleStep(rule: string): Refusal {
  return conflict('id', rule, {
    en: 'As this document stands, that is no longer possible, or not yet: read it again.',
    fr: 'Dans l’état de ce document, ce n’est plus possible, ou pas encore : relisez-le.',
  });
}

export function obstacle(fields: readonly FieldFault[]): Refusal {
  return new Refusal('invoice_obstacle', fields);
}

export function sentByOthers(): Refusal {
  return conflict('number', 'self_billing', {
    en: 'The company makes out the invoices of its partners itself: none is to be sent.',
    fr: 'L’entreprise établit elle-même les factures de ses partenaires : il n’y en a pas à envoyer.',
  });
}

const unknownPartner: FieldFault = {
  path: 'partnerId',
  rule: 'known',
  message: {
    en: 'Say which partner; a partner can only name itself.',
    fr: 'Dites quel partenaire ; un partenaire ne peut nommer que lui-même.',
  },
};

/** The one partner a request is about: the reader's own, or the one the company names. */
export function mustNamePartner(own: string | null, named: string | undefined): string {
  const partnerId = own ?? named;
  if (partnerId === undefined || (named !== undefined && named !== partnerId)) {
    throw new Refusal('unknown_reference', [unknownPartner]);
  }
  return partnerId;
}

export function signedInFuture(): Refusal {
  return conflict('onPaper.signedOn', 'not_in_future', {
    en: 'That day has not come yet.',
    fr: 'Ce jour n’est pas encore venu.',
  });
}

export function mandateOver(): Refusal {
  return conflict('id', 'in_force', { en: 'This mandate is revoked already.', fr: 'Ce mandat est déjà révoqué.' });
}

export function unknownDocument(index: number): Refusal {
  const message = { en: 'No document made out here has this id.', fr: 'Aucun document établi ici n’a cet identifiant.' };
  return new Refusal('unknown_reference', [{ path: `ids[${index}]`, rule: 'known', message }]);
}

export function statusInFuture(): Refusal {
  const message = {
    en: 'The platform cannot say what is yet to come.',
    fr: 'La plateforme ne peut annoncer ce qui est à venir.',
  };
  return new Refusal('clock_in_future', [{ path: 'at', rule: 'not_in_future', message }]);
}

/** Figures that neither the request nor the file tells. */
export function figuresMissing(paths: readonly string[]): Refusal {
  const message = {
    en: 'The file does not tell it in a form a program reads: say it beside the file.',
    fr: 'Le fichier ne le dit pas sous une forme lisible par un programme : indiquez-le à côté du fichier.',
  };
  return new Refusal(
    'invalid_request',
    paths.map((path) => ({ path, rule: 'required', message })),
  );
}

/** Nobody accepts its own document. */
export function acceptedByOthers(byCompany: boolean): Refusal {
  const message = byCompany
    ? {
        en: 'What is made out in a partner’s name only the partner accepts.',
        fr: 'Ce qui est établi au nom d’un partenaire, lui seul l’accepte.',
      }
    : { en: 'What a partner sent only the company accepts.', fr: 'Ce qu’un partenaire envoie, seule l’entreprise l’accepte.' };
  return conflict('id', 'other_side', message);
}

/** The file says otherwise than what was said beside it. */
export function saidOtherwise(paths: readonly string[]): Refusal {
  const message = {
    en: 'The file says otherwise: correct it here, or send the right file.',
    fr: 'Le fichier dit autre chose : corrigez ici, ou envoyez le bon fichier.',
  };
  return new Refusal(
    'invalid_request',
    paths.map((path) => ({ path, rule: 'as_in_file', message })),
  );
}

/** What a partner's file states does not hold together. */
export function unsound(faults: readonly InvoiceFault[]): Refusal {
  return obstacle(
    faults.slice(0, 20).map((fault) => ({
      path: fault.path,
      rule: fault.code,
      message: { en: explainFault(fault, 'en'), fr: explainFault(fault, 'fr') },
    })),
  );
}
