import type { Question } from './guard-set.ts';

/** What the French rules ask about a case. */
export const frenchQuestions: readonly Question[] = [
  {
    key: 'contract_kind',
    kind: 'choice',
    text: { fr: 'Quel contrat liez-vous ?', en: 'Which contract do you make?' },
    help: {
      fr: 'Ce qui compte est ce que le partenaire fait, plus que le nom du contrat.',
      en: 'What the partner does counts more than what the contract is called.',
    },
    choices: [
      { key: 'introducer', label: { fr: 'Apporteur d’affaires ou affilié', en: 'Introducer or affiliate' } },
      { key: 'agent', label: { fr: 'Agent commercial', en: 'Commercial agent' } },
      { key: 'reseller', label: { fr: 'Revendeur, distributeur, franchisé', en: 'Reseller, distributor, franchisee' } },
      { key: 'subcontractor', label: { fr: 'Sous-traitant', en: 'Subcontractor' } },
      { key: 'supplier', label: { fr: 'Fournisseur', en: 'Supplier' } },
    ],
  },
  date('signature_on', 'Quel jour signez-vous (ou avez-vous signé) ?', 'On which day do you sign, or did you?'),
  date('starts_on', 'Quel jour le contrat commence-t-il ?', 'On which day does the contract begin?'),
  yesNo('fixed_term', 'Est-il à durée déterminée ?', 'Is it for a fixed term?'),
  date('notice_on', 'Quel jour le préavis est-il donné ?', 'On which day is notice given?'),
  date('ends_on', 'Quel jour le contrat doit-il prendre fin ?', 'On which day is the contract to end?'),
  number('company_notice_months', 'Mois de préavis dus par l’entreprise', 'Months of notice the company owes'),
  number('partner_notice_months', 'Mois de préavis dus par le partenaire', 'Months of notice the partner owes'),
  yesNo('written_notice', 'Le préavis est-il donné par écrit ?', 'Is notice given in writing?'),
  yesNo(
    'uses_brand',
    'Le partenaire reçoit-il une enseigne, un nom ou une marque ?',
    'Is the partner given a sign, a name or a trade mark?',
  ),
  yesNo('exclusive', 'S’engage-t-il à l’exclusivité, ou presque ?', 'Does it commit to exclusivity, or nearly?'),
  date(
    'information_document_on',
    'Quel jour a-t-il reçu le document d’information précontractuelle ?',
    'On which day was it handed the pre-contractual information document?',
  ),
  {
    key: 'net_amount',
    kind: 'amount',
    text: { fr: 'Montant hors taxes de la prestation', en: 'Amount of the services, before tax' },
    help: { fr: 'En tout, même payé en plusieurs fois.', en: 'All of it, even if paid in several parts.' },
  },
  date(
    'vigilance_on',
    'Date de la dernière attestation de vigilance reçue',
    'Date of the last certificate of vigilance received',
  ),
  yesNo(
    'registration_proof',
    'Avez-vous sa preuve d’immatriculation (Kbis, RNE) ?',
    'Do you hold proof of its registration (Kbis, RNE)?',
  ),
  yesNo('payment_terms_agreed', 'Le contrat fixe-t-il un délai de paiement ?', 'Does the contract set days to pay?'),
  number('payment_days', 'En combien de jours paie-t-on ?', 'How many days are there to pay?'),
  {
    key: 'payment_reading',
    kind: 'choice',
    text: { fr: 'Comment ces jours se comptent-ils ?', en: 'How are these days counted?' },
    choices: [
      { key: 'net', label: { fr: 'Depuis la facture', en: 'From the invoice' } },
      { key: 'days_then_month_end', label: { fr: 'Les jours, puis la fin du mois', en: 'The days, then the end of the month' } },
      { key: 'month_end_then_days', label: { fr: 'La fin du mois, puis les jours', en: 'The end of the month, then the days' } },
      { key: 'unsaid', label: { fr: '« Fin de mois », sans dire laquelle', en: '“End of month”, not said which' } },
    ],
  },
  yesNo('periodic_invoice', 'La facture est-elle récapitulative ?', 'Is it a periodic invoice?'),
  date('invoice_on', 'Date d’une facture, pour en voir l’échéance', 'Date of an invoice, to see when it is due'),
  yesNo(
    'late_penalties_stated',
    'Les pénalités de retard et les 40 € sont-ils écrits ?',
    'Are late penalties and the €40 written down?',
  ),
  date('commission_on', 'Date à laquelle une commission a été acquise', 'Date on which a commission was acquired'),
  date('contract_ended_on', 'Date de cessation du contrat, s’il a pris fin', 'Date the contract ended, if it did'),
  date(
    'indemnity_claimed_on',
    'Date à laquelle l’agent a réclamé son indemnité',
    'Date on which the agent claimed its indemnity',
  ),
  {
    key: 'ended_by',
    kind: 'choice',
    text: { fr: 'Qui ou quoi met fin au contrat ?', en: 'Who or what ends the contract?' },
    choices: [
      { key: 'company', label: { fr: 'L’entreprise', en: 'The company' } },
      { key: 'serious_fault', label: { fr: 'Une faute grave de l’agent', en: 'A serious fault of the agent' } },
      {
        key: 'agent',
        label: { fr: 'L’agent, sans motif imputable à l’entreprise', en: 'The agent, for no reason due to the company' },
      },
      {
        key: 'agent_reason',
        label: { fr: 'L’agent : âge, maladie, ou fait de l’entreprise', en: 'The agent: age, illness, or the company’s doing' },
      },
      { key: 'transfer', label: { fr: 'L’agent cède son contrat', en: 'The agent transfers the contract' } },
    ],
  },
  yesNo('non_compete', 'Y a-t-il une clause de non-concurrence après la fin ?', 'Is there a non-compete clause after the end?'),
  yesNo('non_compete_written', 'Est-elle écrite ?', 'Is it in writing?'),
  yesNo(
    'non_compete_limited',
    'Vise-t-elle un secteur, une clientèle et des biens précis ?',
    'Is it limited to a sector, customers and goods?',
  ),
  number('non_compete_months', 'Combien de mois dure-t-elle ?', 'How many months does it last?'),
  yesNo('volume_drop', 'Le volume est-il fortement réduit sans préavis ?', 'Is volume cut sharply without notice?'),
  yesNo(
    'mediation_clause',
    'Le contrat impose-t-il une médiation avant le juge ?',
    'Does the contract impose mediation before a court?',
  ),
  yesNo('mediation_appoints', 'Dit-elle qui désigne le médiateur ?', 'Does it say who appoints the mediator?'),
  yesNo('mediation_days', 'Fixe-t-elle un délai ?', 'Does it set a length of time?'),
  yesNo('mediation_costs', 'Répartit-elle les frais ?', 'Does it share the costs?'),
  yesNo('mediation_end', 'Dit-elle quand la tentative est terminée ?', 'Does it say when the attempt is over?'),
  yesNo(
    'negotiates',
    'Le partenaire négocie-t-il, voire conclut-il, pour l’entreprise ?',
    'Does the partner negotiate, or even conclude, for the company?',
  ),
  yesNo('permanent', 'Le fait-il de façon permanente ?', 'Does it do so permanently?'),
  yesNo(
    'instructed',
    'Reçoit-il des ordres, des horaires, des rapports à rendre ?',
    'Is it given orders, hours, reports to write?',
  ),
  yesNo('sanctioned', 'L’entreprise peut-elle le sanctionner ?', 'Can the company sanction it?'),
  yesNo(
    'company_means',
    'Travaille-t-il avec les moyens de l’entreprise (poste, adresse, carte) ?',
    'Does it work with the company’s means (desk, address, cards)?',
  ),
  yesNo('only_client', 'L’entreprise est-elle son seul client ?', 'Is the company its only client?'),
  yesNo(
    'lead_life',
    'Le contrat dit-il combien de temps vit un contact apporté ?',
    'Does the contract say how long an introduced lead lives?',
  ),
  yesNo(
    'commission_trigger',
    'Dit-il quand la commission est acquise, et sur quelle base ?',
    'Does it say when the commission is earned, and on which base?',
  ),
  yesNo('no_mandate', 'Dit-il que l’apporteur n’a pas de mandat ?', 'Does it say that the introducer has no mandate?'),
  yesNo('negotiable', 'Les clauses ont-elles pu être négociées ?', 'Could the clauses be negotiated?'),
  yesNo(
    'one_sided',
    'Une clause donne-t-elle à un seul côté un droit sans contrepartie (changer, rompre, pénaliser) ?',
    'Does a clause give one side alone a right without return (to change, end, penalise)?',
  ),
  yesNo(
    'subcontractor_accepted',
    'Le client a-t-il accepté le sous-traitant et ses conditions de paiement ?',
    'Has the customer accepted the subcontractor and its payment terms?',
  ),
  yesNo(
    'self_billing',
    'L’entreprise fait-elle les factures au nom du partenaire ?',
    'Does the company make out invoices in the partner’s name?',
  ),
  yesNo('self_billing_mandate', 'A-t-elle un mandat écrit et préalable ?', 'Does it hold a prior written mandate?'),
];

function yesNo(key: string, fr: string, en: string): Question {
  return { key, kind: 'yes_no', text: { fr, en } };
}

function date(key: string, fr: string, en: string): Question {
  return { key, kind: 'date', text: { fr, en } };
}

function number(key: string, fr: string, en: string): Question {
  return { key, kind: 'number', text: { fr, en } };
}
