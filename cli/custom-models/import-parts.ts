import { spokeAccess } from '../../adapters/account-access.ts';
import { customModelSession } from '../../adapters/custom-models/accounts.ts';
import { checkImport } from '../../adapters/custom-models/check-import.ts';
import { importClients } from '../../adapters/custom-models/import-clients.ts';
import { importSupport } from '../../catalogue/import-support.ts';
import type { ImportRequest } from '../../domain/custom-models/import-step.ts';
import type { ImportTerms } from '../../domain/custom-models/import-terms.ts';
import { importRoleArn } from '../../domain/custom-models/import-terms.ts';
import type { OpenAccounts } from './open-accounts.ts';

export function importRequest(modelName: string, terms: ImportTerms): ImportRequest {
  const { bucket, prefix, modelKey } = terms;
  const s3Uri = `s3://${bucket}/${prefix === '' ? '' : `${prefix}/`}`;
  return { modelName, roleArn: importRoleArn(terms), s3Uri, modelKey };
}

/** What an import asks of the two accounts; how often it looks, the caller says. */
export function importPorts(
  terms: ImportTerms,
  { caller, enter, wait, now }: Omit<OpenAccounts, 'close'>,
  tell: (line: string) => void,
) {
  const hosting = enter(terms.hostingAccount);
  const host = { account: terms.hostingAccount, partition: caller.partition };
  const role = spokeAccess(hosting, host, { name: terms.role, session: customModelSession }, terms.region, () =>
    now().toMillis(),
  );
  const access = { development: enter(terms.developmentAccount), hosting, role };
  return {
    ...importClients(hosting, terms.region),
    check: () => checkImport(terms, access, importSupport),
    wait,
    tell,
  };
}
