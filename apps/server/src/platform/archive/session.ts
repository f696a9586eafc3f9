import { Client } from 'pg';
import { asUnavailable } from '../db/connection-errors.ts';

/**
 * Runs `work` on one connection of the owner of the tables. Values are written in forms that do not depend on the server's
 * settings, and a row hidden by row-level security is an error, not an omission.
 */
export async function withOwner<T>(url: string, name: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: name, keepAlive: true });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`set time zone 'UTC'; set datestyle to 'ISO'; set intervalstyle to 'postgres'; set bytea_output to 'hex';
      set extra_float_digits to 3; set row_security to off; set statement_timeout to 0;
      set idle_in_transaction_session_timeout to 0; set search_path to public, pg_catalog`);
    return await work(client);
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
