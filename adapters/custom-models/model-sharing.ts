import type { BedrockClient } from '@aws-sdk/client-bedrock';
import { paginateListCustomModels } from '@aws-sdk/client-bedrock';
import type { RAMClient } from '@aws-sdk/client-ram';
import {
  AcceptResourceShareInvitationCommand,
  CreateResourceShareCommand,
  GetResourceShareAssociationsCommand,
  GetResourceSharesCommand,
  paginateGetResourceShareInvitations,
} from '@aws-sdk/client-ram';
import type { PromotionRequest } from '../../domain/custom-models/promotion-problems.ts';
import type { SeenShare, SeenSharing } from '../../domain/custom-models/promotion-step.ts';
import { acceptInput, shareInput, shareName } from './promotion-calls.ts';

/** Both sides of a share, in the Region of the model. */
export interface SharingClients {
  readonly source: RAMClient;
  readonly target: RAMClient;
  readonly targetBedrock: BedrockClient;
}

/** A model on its way from one account to another by AWS RAM. What is there is found by its name before anything is made. */
export function modelSharing({ source: ram, target, targetBedrock }: SharingClients) {
  const shareOf = async ({ source, targetAccount }: PromotionRequest): Promise<SeenShare | null> => {
    const asked = { resourceOwner: 'SELF' as const, name: shareName(source.id, targetAccount) };
    const { resourceShares = [] } = await ram.send(new GetResourceSharesCommand(asked));
    const arn = resourceShares.find(({ status }) => status === 'ACTIVE' || status === 'PENDING')?.resourceShareArn;
    if (arn === undefined) return null;
    const { resourceShareAssociations = [] } = await ram.send(
      new GetResourceShareAssociationsCommand({
        associationType: 'PRINCIPAL',
        resourceShareArns: [arn],
        principal: targetAccount,
      }),
    );
    return { arn, association: resourceShareAssociations[0]?.status ?? 'ASSOCIATING' };
  };
  /** The API has no field that says "shared": those are shared that somebody else owns. */
  const isVisible = async ({ source }: PromotionRequest): Promise<boolean> => {
    for await (const { modelSummaries = [] } of paginateListCustomModels({ client: targetBedrock }, { isOwned: false }))
      if (modelSummaries.some(({ modelArn }) => modelArn === source.arn)) return true;
    return false;
  };
  /** That of a share which was deleted is listed on, under the same name. */
  const invitationOf = async (shareArn: string) => {
    for await (const { resourceShareInvitations = [] } of paginateGetResourceShareInvitations({ client: target }, {}))
      for (const { resourceShareArn, status, resourceShareInvitationArn = null } of resourceShareInvitations)
        if (resourceShareArn === shareArn) return { status, arn: resourceShareInvitationArn };
    return null;
  };

  return {
    async lookAtSharing(request: PromotionRequest): Promise<SeenSharing> {
      if (await isVisible(request))
        return { share: await shareOf(request), visible: true, invitation: null, rejected: false };
      const share = await shareOf(request);
      const invitation = share && (await invitationOf(share.arn));
      return {
        share,
        visible: false,
        invitation: invitation?.status === 'PENDING' ? invitation.arn : null,
        rejected: invitation?.status === 'REJECTED',
      };
    },
    async share(request: PromotionRequest): Promise<void> {
      await ram.send(new CreateResourceShareCommand(shareInput(request)));
    },
    async accept(invitation: string): Promise<void> {
      await target.send(new AcceptResourceShareInvitationCommand(acceptInput(invitation)));
    },
  };
}
