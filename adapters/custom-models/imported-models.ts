import type { BedrockClient } from '@aws-sdk/client-bedrock';
import { DeleteImportedModelCommand, paginateListImportedModels } from '@aws-sdk/client-bedrock';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import type { DateTime } from 'luxon';

/** An imported model and how often it was called. */
export interface ListedImport {
  readonly arn: string;
  readonly name: string;
  readonly architecture: string | null;
  readonly created: Date | null;
  /** Successful calls in the days asked about. */
  readonly calls: number;
}

/**
 * Imported models of one account and Region, with their calls. A model that nobody calls is kept for a monthly price.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/import-model-calculate-cost.html
 */
export function importedModels(bedrock: BedrockClient, cloudWatch: CloudWatchClient) {
  const callsOf = async (arn: string, days: number, now: DateTime): Promise<number> => {
    const { Datapoints = [] } = await cloudWatch.send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/Bedrock',
        MetricName: 'Invocations',
        Dimensions: [{ Name: 'ModelId', Value: arn }],
        StartTime: now.minus({ days }).toJSDate(),
        EndTime: now.toJSDate(),
        Period: 86_400,
        Statistics: ['Sum'],
      }),
    );
    return Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
  };

  return {
    async list(days: number, now: DateTime): Promise<readonly ListedImport[]> {
      const models: ListedImport[] = [];
      for await (const { modelSummaries = [] } of paginateListImportedModels({ client: bedrock }, {}))
        for (const { modelArn: arn = '', modelName: name = '', modelArchitecture, creationTime } of modelSummaries)
          models.push({
            arn,
            name,
            architecture: modelArchitecture ?? null,
            created: creationTime ?? null,
            calls: await callsOf(arn, days, now),
          });
      return models;
    },
    async remove(modelIdentifier: string): Promise<void> {
      await bedrock.send(new DeleteImportedModelCommand({ modelIdentifier }));
    },
  };
}
