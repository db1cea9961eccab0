import { expect, it } from 'vitest';
import { partitionOf } from '../../domain/partition.ts';

it.each`
  region              | partition
  ${'us-east-1'}      | ${'aws'}
  ${'cn-north-1'}     | ${'aws-cn'}
  ${'us-gov-west-1'}  | ${'aws-us-gov'}
  ${'us-iso-east-1'}  | ${'aws-iso'}
  ${'us-isob-east-1'} | ${'aws-iso-b'}
  ${'eusc-de-east-1'} | ${'aws-eusc'}
`('$region is in $partition', ({ region, partition }: { region: string; partition: string }) => {
  expect(partitionOf(region)).toBe(partition);
});
