import { expect, test } from 'vitest';
import { judgeClaims } from './judge-claims.ts';

const rules = { issuer: 'https://login.example.com', domains: ['alpes.example'] };
const claims = { sub: 'one', email: 'Nora@Alpes.example', email_verified: true };

test('a verified address of an allowed domain names a person', () => {
  expect(judgeClaims({ ...claims, name: ' Nora\u0000Vidal ' }, rules)).toEqual({
    issuer: rules.issuer,
    subject: 'one',
    email: 'nora@alpes.example',
    name: 'Nora Vidal',
  });
  expect(judgeClaims(claims, rules)).toMatchObject({ name: 'nora' });
});

test.each([[true], ['true'], [1], ['1']])('verified may be written %j', (value) => {
  expect(judgeClaims({ ...claims, email_verified: value }, rules)).toMatchObject({ subject: 'one' });
});

test.each([[false], ['false'], [0], [null], ['yes'], [{}]])('%j is not verified', (value) => {
  expect(judgeClaims({ ...claims, email_verified: value }, rules)).toBe('unverified_email');
});

test('what Entra ID says of the domain’s owner counts where nothing is said of the address', () => {
  const { sub, email } = claims;
  expect(judgeClaims({ sub, email, xms_edov: true }, rules)).toMatchObject({ subject: 'one' });
  expect(judgeClaims({ sub, email, xms_edov: '1' }, rules)).toMatchObject({ subject: 'one' });
  expect(judgeClaims({ sub, email, xms_edov: false }, rules)).toBe('unverified_email');
  expect(judgeClaims({ sub, email, email_verified: false, xms_edov: true }, rules)).toBe('unverified_email');
});

test.each([['nora@evil@alpes.example'], ['alpes.example'], ['@alpes.example'], ['nora vidal@alpes.example'], [7], [null]])(
  '%j is nobody’s address',
  (email) => {
    expect(judgeClaims({ ...claims, email }, rules)).toBe('unverified_email');
  },
);

test('at Google an account is the company’s when it says so', () => {
  const google = { ...rules, issuer: 'https://accounts.google.com' };
  expect(judgeClaims(claims, google)).toBe('domain');
  expect(judgeClaims({ ...claims, hd: 'elsewhere.example' }, google)).toBe('domain');
  expect(judgeClaims({ ...claims, hd: 'alpes.example' }, google)).toMatchObject({ subject: 'one' });
});
