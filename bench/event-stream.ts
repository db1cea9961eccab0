import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface HealthEnvelope {
  readonly id: string;
  readonly detail: { readonly eventArn: string; readonly communicationId: string };
}

const folder = 'test/fixtures/health-bedrock';
const accounts = ['111122223333', '444455556666'];

/** As JSON: every AWS Health fixture, told to two accounts, delivered twice, with a copy for the backup Region. */
export function eventStream(count: number): readonly string[] {
  const events = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as HealthEnvelope);

  const stream = events.flatMap((event) =>
    accounts.flatMap((account) => {
      const told = toldTo(event, account);
      const copy = { ...told, id: `${told.id}-copy`, detail: { ...told.detail, backupEvent: 'true' } };
      return [told, told, copy];
    }),
  );
  return Array.from({ length: count }, (_, n) => JSON.stringify(stream[n % stream.length]));
}

function toldTo(event: HealthEnvelope, account: string): HealthEnvelope {
  const detail = { ...event.detail, affectedAccount: account };
  return {
    ...event,
    id: `${event.id}-${account}`,
    detail: { ...detail, communicationId: `${account}${detail.communicationId}` },
  };
}
