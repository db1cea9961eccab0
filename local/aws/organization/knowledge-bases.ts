import type {
  GetDataSourceRequest,
  GetDataSourceResponse,
  GetKnowledgeBaseRequest,
  GetKnowledgeBaseResponse,
  ListDataSourcesRequest,
  ListDataSourcesResponse,
  ListKnowledgeBasesResponse,
  VectorIngestionConfiguration,
} from '@aws-sdk/client-bedrock-agent';
import type { AwsCall, Handlers } from '../handlers.ts';
import { AwsError } from '../wire/aws-error.ts';
import type { Place } from './arns.ts';
import { bedrockArn, foundationModelArn, modelArn, roleArn } from './arns.ts';
import type { KnowledgeBase } from './orchestration.ts';
import type { Simulation } from './simulation.ts';
import { createdAt, held } from './simulation.ts';

/** Knowledge bases: an embedding model each, and models that read and enrich the documents of a data source. */
export function knowledgeBaseHandlers(simulation: Simulation): Handlers {
  const bases = (call: AwsCall) => held(simulation, call, 'knowledgeBases');
  const found = (call: AwsCall, id: string | undefined): KnowledgeBase => {
    const base = bases(call).find((one) => one.id === id);
    if (!base) throw new AwsError('ResourceNotFoundException', `Knowledge base ${id ?? ''} does not exist.`);
    return base;
  };

  return {
    'bedrock-agent:ListKnowledgeBases': (_: object, call: AwsCall): ListKnowledgeBasesResponse => ({
      knowledgeBaseSummaries: bases(call).map((base) => ({
        knowledgeBaseId: base.id,
        name: base.name,
        status: 'ACTIVE',
        updatedAt: createdAt(base),
      })),
    }),
    'bedrock-agent:GetKnowledgeBase': (
      { knowledgeBaseId }: GetKnowledgeBaseRequest,
      call: AwsCall,
    ): GetKnowledgeBaseResponse => {
      const base = found(call, knowledgeBaseId);
      return {
        knowledgeBase: {
          knowledgeBaseId: base.id,
          name: base.name,
          knowledgeBaseArn: bedrockArn(call, 'knowledge-base', base.id),
          roleArn: roleArn(call, `AmazonBedrockExecutionRoleForKnowledgeBase_${base.name}`),
          knowledgeBaseConfiguration: {
            type: 'VECTOR',
            vectorKnowledgeBaseConfiguration: { embeddingModelArn: foundationModelArn(base.embedding, call.region) },
          },
          status: 'ACTIVE',
          createdAt: createdAt(base),
          updatedAt: createdAt(base),
        },
      };
    },
    'bedrock-agent:ListDataSources': (
      { knowledgeBaseId }: ListDataSourcesRequest,
      call: AwsCall,
    ): ListDataSourcesResponse => {
      const base = found(call, knowledgeBaseId);
      return {
        dataSourceSummaries: base.sources.map(({ name }, index) => ({
          knowledgeBaseId: base.id,
          dataSourceId: sourceId(index),
          name,
          status: 'AVAILABLE',
          updatedAt: createdAt(base),
        })),
      };
    },
    'bedrock-agent:GetDataSource': (
      { knowledgeBaseId, dataSourceId }: GetDataSourceRequest,
      call: AwsCall,
    ): GetDataSourceResponse => {
      const base = found(call, knowledgeBaseId);
      const source = base.sources.find((_, index) => sourceId(index) === dataSourceId);
      if (!source) throw new AwsError('ResourceNotFoundException', `Data source ${dataSourceId ?? ''} does not exist.`);
      return {
        dataSource: {
          knowledgeBaseId: base.id,
          dataSourceId: dataSourceId ?? '',
          name: source.name,
          status: 'AVAILABLE',
          dataSourceConfiguration: { type: 'S3', s3Configuration: { bucketArn: 'arn:aws:s3:::example-documents' } },
          vectorIngestionConfiguration: ingestion(source, call),
          createdAt: createdAt(base),
          updatedAt: createdAt(base),
        },
      };
    },
  };
}

function sourceId(index: number): string {
  return `SOURCE000${index}`;
}

function ingestion(
  { parsing, enrichment }: KnowledgeBase['sources'][number],
  place: Place,
): VectorIngestionConfiguration {
  return {
    ...(parsing && {
      parsingConfiguration: {
        parsingStrategy: 'BEDROCK_FOUNDATION_MODEL',
        bedrockFoundationModelConfiguration: { modelArn: modelArn(parsing, place) },
      },
    }),
    ...(enrichment && {
      contextEnrichmentConfiguration: {
        type: 'BEDROCK_FOUNDATION_MODEL',
        bedrockFoundationModelConfiguration: {
          modelArn: modelArn(enrichment, place),
          enrichmentStrategyConfiguration: { method: 'CHUNK_ENTITY_EXTRACTION' },
        },
      },
    }),
  };
}
