import { describe, expect, it } from 'vitest';
import { catalogue } from '../../catalogue/catalogue.ts';
import { mayNameModels } from '../../domain/model-reference-pattern.ts';
import { modelReferencesIn } from '../../domain/model-references.ts';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet5 = 'anthropic.claude-sonnet-5';

/** What was matched, and the model it stands for. */
function found(text: string) {
  return modelReferencesIn(text, catalogue).map(({ matched, model }) => [matched, model?.modelId ?? null]);
}

function line(text: string, matched: string, modelId: string | null, why: string) {
  return { text, matched, modelId, why };
}

const inPlace: readonly [text: string, why: string][] = [
  [`model_id: ${haiku}`, 'YAML'],
  [`  - ${haiku}`, 'a YAML list'],
  [`{"modelId":"${haiku}","n":1}`, 'JSON'],
  [`model_id = "${haiku}"`, 'HCL and Python'],
  [`const m = '${haiku}';`, 'TypeScript'],
  [`MODEL=${haiku}`, 'an environment file'],
  [`MODEL=\${MODEL:-${haiku}}`, 'a default in a shell script'],
  [`"source": ["m = \\"${haiku}\\"\\n"]`, 'a notebook'],
  [`"text": "first\\n${haiku}"`, 'behind an escaped line break'],
  [`"\\u0022${haiku}\\u0022"`, 'between escaped quotes'],
  [`?modelId=%22${haiku}%22`, 'between quotes of a URL'],
  [`/model/${haiku}/invoke`, 'a path of the API'],
  [`bedrock/${haiku}`, 'a router that puts its own prefix before it'],
  [`\${local.geo}.${haiku}`, 'behind a prefix that is filled in'],
  [`<code>${haiku}</code>`, 'markup'],
  [`Use ${haiku}.`, 'the end of a sentence'],
  [`(${haiku}), then`, 'brackets'],
  [`答案${haiku}。`, 'text in another script'],
];

describe('an id of the catalogue', () => {
  it.each(inPlace)('is found in %s (%s)', (text) => {
    expect(found(text)).toEqual([[haiku, haiku]]);
    expect(mayNameModels(text)).toBe(true);
  });

  it('is found as often as it stands there, each with its place', () => {
    const text = `${haiku} ${sonnet5}\n${haiku}`;

    expect(modelReferencesIn(text, catalogue).map(({ offset }) => offset)).toEqual([0, 39, 65]);
  });

  it.each(catalogue.models.map(({ modelId }) => modelId))('is found whole: %s', (modelId) => {
    expect(found(`"${modelId}"`)).toEqual([[modelId, modelId]]);
    expect(found(`x ${modelId}.`)).toEqual([[modelId, modelId]]);
  });
});

describe('a reference', () => {
  it.each([
    line(`us.${haiku}`, `us.${haiku}`, haiku, 'a cross-Region profile'),
    line(`apac.${haiku}`, `apac.${haiku}`, haiku, 'a profile'),
    line(`us-gov.${haiku}`, `us-gov.${haiku}`, haiku, 'a profile with a dash'),
    line(`global.${sonnet5}`, `global.${sonnet5}`, sonnet5, 'the global profile'),
    line(`uk.${sonnet5}`, `uk.${sonnet5}`, sonnet5, 'a geography that AWS may add'),
    line(`${haiku}:200k`, `${haiku}:200k`, haiku, 'a context window'),
    line('anthropic.claude-v2:1', 'anthropic.claude-v2:1', 'anthropic.claude-v2:1', 'not split on the colon'),
    line('openai.gpt-6.1-sol', 'openai.gpt-6.1-sol', 'openai.gpt-6.1-sol', 'not split on the dot'),
    line(
      'amazon.titan-text-express-v1:0:8k',
      'amazon.titan-text-express-v1:0:8k',
      'amazon.titan-text-express-v1',
      'the first version, spelled out',
    ),
    line('anthropic.claude-3-haiku-20240307-v1%3A0', 'anthropic.claude-3-haiku-20240307-v1%3A0', haiku, 'in a URL'),
    line('results/anthropic.claude-sonnet-5.json', sonnet5, sonnet5, "a file's ending is no part of it"),
  ])('$text: $why', ({ text, matched, modelId }) => {
    expect(found(`"${text}"`)).toEqual([[matched, modelId]]);
    expect(mayNameModels(`"${text}"`)).toBe(true);
  });

  it.each([
    line(`arn:aws:bedrock:us-east-1::foundation-model/${haiku}`, '', haiku, 'foundation model'),
    line(`arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.${haiku}`, '', haiku, 'inference profile'),
    line(`arn:aws:bedrock:us-east-1:111122223333:custom-model/${haiku}:200k/abcdef123456`, '', haiku, 'custom model'),
    line(`arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/${haiku}`, '', haiku, 'another partition'),
    line(`arn:aws:bedrock:*::foundation-model/${haiku}`, '', haiku, 'a policy for every Region'),
    line(`arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/${haiku}`, '', haiku, 'CloudFormation'),
    line(`arn:aws:bedrock:\${var.region}::foundation-model/${haiku}`, '', haiku, 'HCL'),
    line(`arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2F${haiku}`, '', haiku, 'in a URL'),
    line(`arn:aws:bedrock:us-east-1::foundation-model\\/${haiku}`, '', haiku, 'slashes escaped in JSON'),
    line('arn:aws:bedrock:us-east-1::foundation-model/acme.prose', '', null, 'of a model that no source knows'),
  ])('is an ARN: $why', ({ text, modelId }) => {
    expect(found(`x = "${text}"`)).toEqual([[text, modelId]]);
    expect(mayNameModels(text)).toBe(true);
  });

  it('is not the path behind an ARN', () => {
    const arn = `arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.${haiku}`;

    expect(found(`/model/${arn}/invoke`)).toEqual([[arn, haiku]]);
  });
});

describe('an unknown id', () => {
  it.each([
    ['acme.prose-2-large-v1:0', 'a version as Bedrock writes it'],
    ['newlab.verse-4.2-v1:0', 'with a dot'],
    ['amazon.titan-embed-text-v9', 'a family and a number'],
    ['meta.llama9-70b-instruct-v1:0', 'an everyday word, with a family'],
    ['deepseek.v3.2', 'a bare version'],
    ['us.anthropic.claude-opus-99', 'a profile'],
    ['anthropic.claude-v2:7', 'a version that never was: ids are not split'],
    ['moonshotai.kimi-k2.5', 'a number with a dot'],
  ])('is %s: %s', (id) => {
    expect(found(`model: "${id}"`)).toEqual([[id, null]]);
    expect(mayNameModels(id)).toBe(true);
  });
});

describe('nothing is found in', () => {
  it.each([
    ['https://www.anthropic.com/claude-3', 'a host name'],
    ['s3.amazonaws.com amazon.com amazon.co.uk', 'host names'],
    ['https://api.openai.com/v1 google.com:443', 'host names with a version or a port'],
    ['import { meta } from "./meta.js"; import "cohere.v2.js"', 'imports'],
    ['from google.cloud import aiplatform_v1', 'a Python module'],
    ['google.api.v1.Service google.protobuf2', 'a package of an API'],
    ['amazon.aws.ec2_instance amazon.aws.s3_object amazon.aws.ec2-1', 'a collection'],
    ['"@anthropic-ai/sdk": "0.27.0", anthropic==0.34.2', 'packages and their versions'],
    ['software.amazon.awssdk:bedrock-runtime:2.29.1', 'a Maven coordinate'],
    ['import.meta.env2 x.meta.llama3', 'a property of something else'],
    ['meta.length-1 writer.row-2 "meta.step-1"', 'a subtraction, a key of a page'],
    ['meta.count1 = writer.utf8 + google.maps3', 'properties with numbers'],
    ['anthropic.messages.create(model)', 'a call'],
    ['node-v20.1.0 v1.2.3-v1:0 1.2.3', 'version numbers'],
    ['my.registry-v2:5000/app', 'a host with a port'],
    ['user@amazon.nova-2.example', 'an address'],
    ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3*', 'a pattern in a policy'],
    ['anthropic.claude-3-${size}-v1:0', 'an id that is put together'],
    ['arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdef123456', 'an opaque ARN'],
    ['arn:aws:bedrock:us-east-1:111122223333:custom-model/imported/abcdef123456', 'an imported model'],
    [`${sonnet5}_results my_${sonnet5}`, 'a longer name'],
  ])('%s: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
