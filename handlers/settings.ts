import { once } from './once.ts';

const parameterStore = once(async () => {
  const { secrets } = await import('../adapters/secrets.ts');
  return secrets();
});

/** The value behind a parameter's name: the name stands in the environment, the value never does. */
export async function secret(nameSetting: string): Promise<string> {
  const read = await parameterStore();
  return read(setting(nameSetting));
}

/** What serverless.yml sets. */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** What serverless.yml may leave empty. */
export function optionalSetting(name: string): string | null {
  return process.env[name] || null;
}
