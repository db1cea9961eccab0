import type { CopySupport } from '../domain/custom-models/promotion-problems.ts';

const nova = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-3',
  'us-east-1',
  'us-east-2',
  'us-gov-west-1',
  'us-west-2',
];
const llama = ['us-east-1', 'us-east-2', 'us-west-2'];
const asOf = '2026-11-21';
const guide = 'https://docs.aws.amazon.com/bedrock/latest/userguide';

/**
 * Where customised models can be copied to, and how they can be served there, by the base id of their foundation model. GovCloud sells throughput
 * for custom models only, and says so in a note instead of the table.
 */
export const copySupport: CopySupport = {
  copy: {
    asOf,
    reference: `${guide}/copy-model-support.html`,
    regions: {
      'amazon.nova-canvas-v1:0': ['ap-northeast-2', 'eu-west-1', 'us-east-1'],
      'amazon.nova-lite-v1:0': nova,
      'amazon.nova-micro-v1:0': nova,
      'amazon.nova-pro-v1:0': nova,
      'amazon.titan-embed-image-v1': [
        'ap-south-1',
        'ap-southeast-2',
        'ca-central-1',
        'eu-west-1',
        'eu-west-2',
        'eu-west-3',
        'sa-east-1',
        'us-east-1',
        'us-west-2',
      ],
      'anthropic.claude-3-haiku-20240307-v1:0': [
        'ap-south-1',
        'ap-southeast-2',
        'eu-west-1',
        'eu-west-2',
        'us-east-1',
        'us-west-2',
      ],
      'meta.llama3-1-405b-instruct-v1:0': llama,
      'meta.llama3-1-70b-instruct-v1:0': llama,
      'meta.llama3-1-8b-instruct-v1:0': llama,
      'meta.llama3-2-11b-instruct-v1:0': llama,
      'meta.llama3-2-1b-instruct-v1:0': ['eu-central-1', 'eu-west-1', 'eu-west-3', ...llama],
      'meta.llama3-2-3b-instruct-v1:0': llama,
      'meta.llama3-2-90b-instruct-v1:0': llama,
    },
  },
  provisioned: {
    asOf,
    reference: `${guide}/prov-thru-supported.html`,
    regions: {
      'amazon.nova-canvas-v1:0': ['us-east-1'],
      'amazon.nova-lite-v1:0': ['us-east-1', 'us-gov-west-1'],
      'amazon.nova-micro-v1:0': ['us-east-1', 'us-gov-west-1'],
      'amazon.nova-pro-v1:0': ['us-east-1', 'us-gov-west-1'],
      'amazon.titan-embed-image-v1': [
        'ap-south-1',
        'ap-southeast-2',
        'ca-central-1',
        'eu-central-1',
        'eu-west-1',
        'eu-west-2',
        'eu-west-3',
        'sa-east-1',
        'us-east-1',
        'us-west-2',
      ],
      'anthropic.claude-3-haiku-20240307-v1:0': [
        'ap-south-1',
        'ap-southeast-2',
        'eu-west-1',
        'eu-west-3',
        'us-east-1',
        'us-west-2',
      ],
      'meta.llama3-1-70b-instruct-v1:0': ['us-west-2'],
      'meta.llama3-1-8b-instruct-v1:0': ['us-west-2'],
      'meta.llama3-2-11b-instruct-v1:0': ['us-west-2'],
      'meta.llama3-2-1b-instruct-v1:0': ['us-west-2'],
      'meta.llama3-2-3b-instruct-v1:0': ['us-west-2'],
      'meta.llama3-2-90b-instruct-v1:0': ['us-west-2'],
    },
  },
  deployment: {
    asOf,
    reference: `${guide}/deploy-custom-model-on-demand.html`,
    regions: {
      'amazon.nova-lite-v1:0': ['us-east-1', 'us-west-2'],
      'amazon.nova-micro-v1:0': ['us-east-1', 'us-west-2'],
      'amazon.nova-pro-v1:0': ['us-east-1', 'us-west-2'],
    },
  },
};
