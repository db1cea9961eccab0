import type { Region } from '../../domain/lifecycle.ts';
import { allRegions } from '../../domain/lifecycle.ts';
import type { Mention } from './mention.ts';
import { mentions } from './mention.ts';

const code =
  /\b(?:us-gov|us-iso[bef]?|us|eu|ap|ca|sa|me|af|il|mx|cn|eusc-de)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d\b/gi;
const every =
  /\b(?:all|every|any)\s+(?:of\s+the\s+)?(?:(?:supported|available|commercial|AWS|Bedrock)\s+)*Regions?\b(?!\s+(?:listed|below|above|named|mentioned))/gi;

export type RegionMention = Mention<'region', Region>;

/** Region codes in upper or lower case, and "all AWS Regions" as `all`. */
export function regionsIn(text: string): RegionMention[] {
  return [
    ...mentions(text, code, 'region', ([found]) => found.toLowerCase()),
    ...mentions(text, every, 'region', () => allRegions),
  ];
}
