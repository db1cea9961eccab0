import { createHash } from 'node:crypto';
import type {
  CreateCustomModelDeploymentRequest,
  CreateProvisionedModelThroughputRequest,
  DeleteCustomModelDeploymentRequest,
  DeleteProvisionedModelThroughputRequest,
  ListCustomModelDeploymentsRequest,
  ListCustomModelDeploymentsResponse,
  ListProvisionedModelThroughputsRequest,
  ListProvisionedModelThroughputsResponse,
} from '@aws-sdk/client-bedrock';
import type { AwsCall, Handlers } from '../handlers.ts';
import { bedrockArn } from '../organization/arns.ts';
import { AwsError } from '../wire/aws-error.ts';
import type { PromotionWorld, SimulatedServing } from './promotion-world.ts';

const minutes = 10;

/** Deployments and provisioned throughput of custom models, ready after ten minutes; and the quota on the models themselves. */
export function modelServingHandlers(world: PromotionWorld): Handlers {
  const own = (kind: SimulatedServing['kind'], { account, region }: AwsCall, model: string | undefined) =>
    world.servings
      .filter((one) => one.kind === kind && one.account === account && one.region === region)
      .filter((one) => model === undefined || one.model === model);
  const isReady = ({ begun }: SimulatedServing) => world.now() >= begun.plus({ minutes });
  const begin = (kind: SimulatedServing['kind'], name: string, model: string, token: string, call: AwsCall) => {
    const asked = `${kind} ${call.account} ${call.region} ${token}`;
    const known = world.answered.get(asked);
    if (known !== undefined) return known;
    if (world.models.get(model)?.account !== call.account)
      throw new AwsError('ResourceNotFoundException', 'The model identifier could not be found.', 404);
    const units = own('provisioned-model', call, undefined).length;
    if (kind === 'provisioned-model' && units >= world.throughputQuota)
      throw new AwsError('ServiceQuotaExceededException', 'You have reached the quota of model units.', 400);
    const id = createHash('sha256').update(`${kind} ${call.region} ${token}`).digest('hex').slice(0, 12);
    const { account, region } = call;
    const failure = world.unserved.get(region);
    world.answered.set(asked, bedrockArn(call, kind, id));
    world.servings.push({
      kind,
      arn: bedrockArn(call, kind, id),
      name,
      model,
      account,
      region,
      begun: world.now(),
      ...(failure !== undefined && { failure }),
    });
    return bedrockArn(call, kind, id);
  };

  const remove = (kind: SimulatedServing['kind'], arn: string | undefined, call: AwsCall) => {
    const found = own(kind, call, undefined).find((one) => one.arn === arn);
    if (!found) throw new AwsError('ResourceNotFoundException', 'There is no such resource.', 404);
    world.servings.splice(world.servings.indexOf(found), 1);
    return {};
  };

  return {
    'bedrock:CreateCustomModelDeployment': (asked: CreateCustomModelDeploymentRequest, call: AwsCall) => {
      const { modelDeploymentName = '', modelArn = '', clientRequestToken = '' } = asked;
      return {
        customModelDeploymentArn: begin(
          'custom-model-deployment',
          modelDeploymentName,
          modelArn,
          clientRequestToken,
          call,
        ),
      };
    },
    'bedrock:ListCustomModelDeployments': (
      { modelArnEquals }: ListCustomModelDeploymentsRequest,
      call: AwsCall,
    ): ListCustomModelDeploymentsResponse => ({
      modelDeploymentSummaries: own('custom-model-deployment', call, modelArnEquals).map((one) => ({
        customModelDeploymentArn: one.arn,
        customModelDeploymentName: one.name,
        modelArn: one.model,
        createdAt: one.begun.toJSDate(),
        status: one.failure !== undefined ? 'Failed' : isReady(one) ? 'Active' : 'Creating',
        ...(one.failure !== undefined && { failureMessage: one.failure }),
      })),
    }),
    'bedrock:CreateProvisionedModelThroughput': (asked: CreateProvisionedModelThroughputRequest, call: AwsCall) => {
      const { provisionedModelName = '', modelId = '', clientRequestToken = '' } = asked;
      return {
        provisionedModelArn: begin('provisioned-model', provisionedModelName, modelId, clientRequestToken, call),
      };
    },
    'bedrock:ListProvisionedModelThroughputs': (
      { modelArnEquals }: ListProvisionedModelThroughputsRequest,
      call: AwsCall,
    ): ListProvisionedModelThroughputsResponse => ({
      provisionedModelSummaries: own('provisioned-model', call, modelArnEquals).map((one) => ({
        provisionedModelArn: one.arn,
        provisionedModelName: one.name,
        modelArn: one.model,
        desiredModelArn: one.model,
        foundationModelArn: one.model,
        modelUnits: 1,
        desiredModelUnits: 1,
        status: one.failure !== undefined ? 'Failed' : isReady(one) ? 'InService' : 'Creating',
        creationTime: one.begun.toJSDate(),
        lastModifiedTime: one.begun.toJSDate(),
      })),
    }),
    'bedrock:DeleteCustomModelDeployment': (
      { customModelDeploymentIdentifier }: DeleteCustomModelDeploymentRequest,
      call: AwsCall,
    ) => remove('custom-model-deployment', customModelDeploymentIdentifier, call),
    'bedrock:DeleteProvisionedModelThroughput': (
      { provisionedModelId }: DeleteProvisionedModelThroughputRequest,
      call: AwsCall,
    ) => remove('provisioned-model', provisionedModelId, call),
    'servicequotas:ListServiceQuotas': () => ({
      Quotas: [
        { ServiceCode: 'bedrock', QuotaCode: 'L-CB5B847D', QuotaName: 'Custom models per account', Value: world.quota },
        ...(world.importedQuota === null
          ? []
          : [
              {
                ServiceCode: 'bedrock',
                QuotaCode: 'L-45B04988',
                QuotaName: 'Imported models per account',
                Value: world.importedQuota,
              },
            ]),
        {
          ServiceCode: 'bedrock',
          QuotaCode: 'L-BE77399C',
          QuotaName: 'Model units no-commitment Provisioned Throughputs across custom models',
          Value: world.throughputQuota,
        },
      ],
    }),
  };
}
