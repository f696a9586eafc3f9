import { post, signIn } from './api.ts';
import type { FrontDoors } from './front-doors.ts';

/** A partner of the company behind the front doors, and somebody who signs in for it. */
export interface PartnerAtTheDoor {
  readonly id: string;
  readonly cookie: string;
}

interface Invited {
  /** Of the partner. */
  readonly name: string;
  readonly person: string;
  readonly email: string;
}

const PASSWORD = 'quatre mots sans rapport';

/** Makes the partner, and takes the invitation out of the mail as the person would. */
export async function invitePartner(doors: FrontDoors, { name, person, email }: Invited): Promise<PartnerAtTheDoor> {
  const { origin, key, mailed } = doors;
  const partner = await post(origin, key, '/api/v1/partners', { name, kind: 'affiliate' });
  const id = String(partner['id']);
  await post(origin, key, '/api/v1/members', { email, name: person, role: 'partner', partnerId: id });
  const token = await mailed(email, /invitation\?token=([\w-]+)/);
  await post(origin, null, '/api/v1/invitation', { token, password: PASSWORD });
  return { id, cookie: await signIn(origin, email, PASSWORD) };
}
