import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './index.ts';

test('an empty environment is enough; empty variables count as absent', () => {
  const config = readConfig({ PORT: '', LOG_LEVEL: '' });
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: null, baseUrl: null, logLevel: 'info' });
  expect(config.dataFolder).toMatch(/\/data$/);
});

test('what is given is used', () => {
  const env = {
    PORT: '8080',
    DATABASE_URL: 'postgresql://u:p@db/cordee',
    CORDEE_BASE_URL: 'https://partners.example/',
    CORDEE_TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1',
    CORDEE_RATE_DEFAULT: '0',
  };
  expect(readConfig(env)).toMatchObject({
    port: 8080,
    databaseUrl: 'postgresql://u:p@db/cordee',
    baseUrl: 'https://partners.example',
    trustedProxies: ['10.0.0.0/8', '127.0.0.1'],
    rates: { default: 0, track: 6000, auth: 10 },
  });
});

test('every faulty variable is named, in both languages', () => {
  const read = () => readConfig({ PORT: '70000', CORDEE_BASE_URL: 'partners.example', CORDEE_SECRET: 'short' });
  expect(read).toThrow(ConfigError);
  try {
    read();
  } catch (error) {
    const { sentence } = error as ConfigError;
    for (const name of ['PORT', 'CORDEE_BASE_URL', 'CORDEE_SECRET']) expect(sentence.fr).toContain(name);
    expect(sentence.en).toMatch(/^Correct these environment variables/);
  }
});
