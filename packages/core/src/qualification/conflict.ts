/** Who somebody is, as far as it was said: what another could have in common with it. */
export interface Identity {
  readonly name: string | null;
  readonly registrationNumber: string | null;
  readonly vatNumber: string | null;
  readonly emails: readonly string[];
  readonly address: string | null;
}

export interface Known extends Identity {
  readonly kind: 'partner' | 'member' | 'customer';
  readonly id: string;
}

export const sharedTraits = ['registration_number', 'vat_number', 'email', 'email_domain', 'address', 'name'] as const;
export type SharedTrait = (typeof sharedTraits)[number];

/** Somebody the workspace knows already and what it has in common with whom is looked at. Not a judgement: a reason to ask. */
export interface Conflict {
  readonly kind: Known['kind'];
  readonly id: string;
  readonly name: string | null;
  readonly shared: readonly SharedTrait[];
  /** `same`: probably the same one; `tie`: one that may have an interest of its own. */
  readonly strength: 'same' | 'tie';
}

/** Providers of mail to everybody: their domain says nothing about who writes. */
const publicDomains: ReadonlySet<string> = new Set(
  `
  gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com yahoo.com yahoo.fr
  icloud.com me.com mac.com aol.com gmx.com gmx.fr gmx.de web.de mail.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr
  laposte.net bbox.fr numericable.fr proton.me protonmail.com tutanota.com zoho.com yandex.com bluewin.ch skynet.be
  `
    .trim()
    .split(/\s+/),
);

/** Whom the workspace knows that has something in common with this one, the closest first. */
export function conflictsOf(own: Identity, known: readonly Known[]): Conflict[] {
  const traits = traitsOf(own);
  const found = known.flatMap((other): Conflict[] => {
    const theirs = traitsOf(other);
    const shared = sharedTraits.filter((trait) => [...traits[trait]].some((value) => theirs[trait].has(value)));
    if (shared.length === 0) return [];
    const isSame =
      shared.some((trait) => trait !== 'email_domain' && trait !== 'address' && trait !== 'name') || shared.length > 2;
    return [{ kind: other.kind, id: other.id, name: other.name, shared, strength: isSame ? 'same' : 'tie' }];
  });
  return found.sort(
    (a, b) =>
      Number(b.strength === 'same') - Number(a.strength === 'same') ||
      b.shared.length - a.shared.length ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

type Traits = Readonly<Record<SharedTrait, ReadonlySet<string>>>;

function traitsOf({ name, registrationNumber, vatNumber, emails, address }: Identity): Traits {
  const written = emails.map((email) => email.trim().toLowerCase()).filter((email) => email.includes('@'));
  const domains = written.map((email) => email.slice(email.lastIndexOf('@') + 1)).filter((domain) => !publicDomains.has(domain));
  return {
    // A French establishment's number begins with its company's: the first nine digits say which company.
    registration_number: some(registrationNumber, (text) => companyOf(compact(text))),
    vat_number: some(vatNumber, compact),
    email: new Set(written),
    email_domain: new Set(domains),
    address: some(address, plain),
    name: some(name, plain),
  };
}

function some(text: string | null, normal: (text: string) => string): ReadonlySet<string> {
  const value = text === null ? '' : normal(text);
  return value.length < 3 ? new Set() : new Set([value]);
}

function compact(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function companyOf(number: string): string {
  return /^\d{14}$/.test(number) ? number.slice(0, 9) : number;
}

/** Without accents, capitals, punctuation and the usual shortenings of streets. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bav\b/g, 'avenue')
    .replace(/\bbd\b|\bbld\b/g, 'boulevard')
    .replace(/\bst\b/g, 'saint')
    .trim();
}
