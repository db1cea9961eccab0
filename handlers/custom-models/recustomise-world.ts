import type { AwsAccess } from '../../adapters/aws-access.ts';
import { callerRole } from '../../adapters/custom-models/caller-role.ts';
import { checkPromotion, checkTarget } from '../../adapters/custom-models/check-promotion.ts';
import { modelWorkshop } from '../../adapters/custom-models/model-workshop.ts';
import { promotionClients } from '../../adapters/custom-models/promotion-clients.ts';
import { writingAccess } from '../../adapters/custom-models/writing-access.ts';
import { once } from '../once.ts';
import type { Deps } from '../ports.ts';
import type { RecustomiseDeps } from './recustomise-ports.ts';

/** Accounts as the steps of a custom model's migration see them: each is entered as the operator said. */
export function recustomiseWorld(
  access: () => Promise<AwsAccess>,
  region: string,
  { configuration, now }: Pick<Deps, 'configuration' | 'now'>,
): Pick<RecustomiseDeps, 'workshop' | 'promotion' | 'writingRole' | 'ownRegion'> & {
  /** Access as a role that `writingRole` named; one's own for `null`. */
  readonly accessAs: (role: string | null) => Promise<AwsAccess>;
} {
  const accounts = once(async () =>
    writingAccess(await access(), configuration.customModels, region, () => now().toMillis()),
  );
  return {
    ownRegion: region,
    accessAs: async (role) => (role === null ? access() : (await accounts()).to(role.split(':')[4] ?? '')),
    workshop: async (place) => modelWorkshop((await accounts()).to(place.account), place.region),
    writingRole: async (account) => (await accounts()).roleIn(account),
    promotion: async ({ source, targetAccount }) => {
      const entering = await accounts();
      const to = (account: string) => entering.to(account);
      const target = to(targetAccount);
      const role = await callerRole(target, region);
      const { check, ...clients } = promotionClients(to(source.account), target, source.region, role);
      return {
        ...clients,
        check: (request) => checkPromotion(request, check),
        checkAhead: (request, key) => checkTarget(request, { key, isNew: true }, check),
      };
    },
  };
}
