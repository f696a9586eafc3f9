export { type Config, ConfigError, readConfig, type SealConfig } from './config.ts';
