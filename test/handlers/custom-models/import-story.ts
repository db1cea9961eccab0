import { spokeAccess } from '../../../adapters/account-access.ts';
import { checkImport } from '../../../adapters/custom-models/check-import.ts';
import { importClients } from '../../../adapters/custom-models/import-clients.ts';
import { importSupport } from '../../../catalogue/import-support.ts';
import type { ImportPolicyKind } from '../../../domain/custom-models/import-policies.ts';
import { importRoleArn } from '../../../domain/custom-models/import-terms.ts';
import type { ImportPorts } from '../../../handlers/custom-models/import-ports.ts';
import { customModelAws } from '../../adapters/custom-models/custom-model-aws.ts';
import { developmentAccount, hostingAccount } from '../../builders/import-terms.ts';

/** An import over the wire, with the real clients: its request, its ports, and the world it happens in. */
export async function anImport(leftOut: readonly ImportPolicyKind[] = []) {
  const made = await customModelAws(leftOut);
  const { terms, enter, now, pass } = made;
  const hosting = enter(hostingAccount);
  const host = { account: hostingAccount, partition: 'aws' };
  const role = spokeAccess(hosting, host, { name: terms.role }, terms.region, () => now().toMillis());
  const told: string[] = [];
  const ports: ImportPorts = {
    ...importClients(hosting, terms.region),
    check: () => checkImport(terms, { development: enter(developmentAccount), hosting, role }, importSupport),
    pollMilliseconds: 600_000,
    wait: pass,
    tell: (line) => told.push(line),
  };
  const request = {
    modelName: 'support-7b',
    roleArn: importRoleArn(terms),
    s3Uri: `s3://${terms.bucket}/${terms.prefix}/`,
    modelKey: terms.modelKey,
  };
  return { ...made, ports, request, told };
}
