/** PostgreSQL settings by name; given on the command line, so they win over the files of the cluster. */
export type Settings = Readonly<Record<string, string>>;

/** Sized for two cores and a few GiB shared with the program itself. */
export const DEFAULT_SETTINGS: Settings = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  max_connections: '100',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
};

/** What keeps the server private and durable; never overridden by the defaults above. */
export function fixedSettings(port: number): Settings {
  return { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', fsync: 'on' };
}

export function commandLine(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Windows and macOS do not all know the locale C.UTF-8; from 17 on PostgreSQL brings its own. */
export function localeArguments(major: number): string[] {
  if (process.platform === 'linux') return ['--locale=C.UTF-8'];
  if (major >= 17) return ['--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8'];
  return ['--locale=C'];
}
