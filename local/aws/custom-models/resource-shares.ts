import { createHash } from 'node:crypto';
import type {
  AcceptResourceShareInvitationRequest,
  CreateResourceShareRequest,
  DeleteResourceShareRequest,
  GetResourceShareAssociationsRequest,
  GetResourceSharesRequest,
  ResourceShareInvitation,
} from '@aws-sdk/client-ram';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import type { PromotionWorld, SimulatedShare } from './promotion-world.ts';

/** AWS RAM and the organisation: shares within it are taken by themselves, or wait for their invitation to be accepted. */
export function resourceShareHandlers(world: PromotionWorld): Handlers {
  const own = ({ account, region }: AwsCall) =>
    world.shares.filter((one) => one.owner === account && one.region === region);
  const shown = ({ arn, name, owner }: Pick<SimulatedShare, 'arn' | 'name' | 'owner'>) => ({
    resourceShareArn: arn,
    name,
    owningAccountId: owner,
    allowExternalPrincipals: false,
    status: 'ACTIVE' as const,
  });
  const invitation = (share: SimulatedShare): ResourceShareInvitation => ({
    resourceShareInvitationArn: share.arn.replace(':resource-share/', ':resource-share-invitation/'),
    resourceShareName: share.name,
    resourceShareArn: share.arn,
    senderAccountId: share.owner,
    receiverAccountId: share.principal,
    status: ({ pending: 'PENDING', accepted: 'ACCEPTED', rejected: 'REJECTED' } as const)[share.state],
  });

  return {
    'ram:CreateResourceShare': (asked: CreateResourceShareRequest, call: AwsCall) => {
      const token = asked.clientToken ?? String(world.answered.size);
      const request = `resource-share ${call.account} ${call.region} ${token}`;
      const known = world.answered.get(request);
      if (known !== undefined) {
        const share = shown({ arn: known, name: asked.name ?? '', owner: call.account });
        return { resourceShare: share, clientToken: token };
      }
      const [resource = ''] = asked.resourceArns ?? [];
      const [principal = ''] = asked.principals ?? [];
      if (
        asked.allowExternalPrincipals !== false ||
        world.organizations.get(principal) !== world.organizations.get(call.account)
      )
        throw new AwsError(
          'OperationNotPermittedException',
          'The resource share is not for accounts outside of the organization.',
        );
      if (world.models.get(resource)?.account !== call.account)
        throw new AwsError('UnknownResourceException', `${resource} does not exist`);
      const id = createHash('sha256').update(token).digest('hex').slice(0, 32);
      const share: SimulatedShare = {
        arn: `arn:aws:ram:${call.region}:${call.account}:resource-share/${id}`,
        name: asked.name ?? '',
        owner: call.account,
        region: call.region,
        resource,
        principal,
        state: world.sharesWithOrganization ? 'accepted' : 'pending',
      };
      world.answered.set(request, share.arn);
      world.shares.push(share);
      return { resourceShare: shown(share), clientToken: token };
    },
    'ram:DeleteResourceShare': ({ resourceShareArn }: DeleteResourceShareRequest, call: AwsCall) => {
      const found = own(call).find(({ arn }) => arn === resourceShareArn);
      if (!found) throw new AwsError('UnknownResourceException', `${resourceShareArn ?? ''} does not exist`);
      world.deletedShares.push(...world.shares.splice(world.shares.indexOf(found), 1));
      return { returnValue: true };
    },
    'ram:GetResourceShares': ({ name }: GetResourceSharesRequest, call: AwsCall) => ({
      resourceShares: own(call)
        .filter((one) => name === undefined || one.name === name)
        .map(shown),
    }),
    'ram:GetResourceShareAssociations': (
      { resourceShareArns = [] }: GetResourceShareAssociationsRequest,
      call: AwsCall,
    ) => ({
      resourceShareAssociations: own(call)
        .filter(({ arn }) => resourceShareArns.includes(arn))
        .map(({ arn, principal, state }) => ({
          resourceShareArn: arn,
          associatedEntity: principal,
          associationType: 'PRINCIPAL' as const,
          status: ({ pending: 'ASSOCIATING', accepted: 'ASSOCIATED', rejected: 'FAILED' } as const)[state],
        })),
    }),
    'ram:GetResourceShareInvitations': (_: object, { account, region }: AwsCall) => ({
      resourceShareInvitations: world.sharesWithOrganization
        ? []
        : [...world.deletedShares, ...world.shares]
            .filter((one) => one.principal === account && one.region === region)
            .map(invitation),
    }),
    'ram:AcceptResourceShareInvitation': (
      { resourceShareInvitationArn }: AcceptResourceShareInvitationRequest,
      { account }: AwsCall,
    ) => {
      const share = world.shares.find(
        (one) => one.principal === account && invitation(one).resourceShareInvitationArn === resourceShareInvitationArn,
      );
      if (!share) throw new AwsError('ResourceShareInvitationArnNotFoundException', 'no such invitation');
      share.state = 'accepted';
      return { resourceShareInvitation: invitation(share) };
    },
    'organizations:DescribeOrganization': (_: object, { account }: AwsCall) => {
      const Id = world.organizations.get(account);
      if (Id === undefined)
        throw new AwsError('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.');
      return { Organization: { Id } };
    },
  };
}
