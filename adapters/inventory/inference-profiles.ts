import { paginateListInferenceProfiles } from '@aws-sdk/client-bedrock';
import type { InferenceProfileSummary, InferenceProfileType } from '@aws-sdk/client-bedrock';
import { baseModelId } from '../../domain/model-id.ts';
import type { Asking } from './asking.ts';
import type { Haul } from './haul.ts';
import { haul, joined, settled } from './haul.ts';
import { everyPage } from './pages.ts';

/** AWS's own profiles are only ways to a model; an application's profile is a dependent too. */
export async function inferenceProfiles({ clients }: Asking): Promise<Haul> {
  const ofType = (typeEquals: InferenceProfileType) =>
    settled(
      everyPage(
        paginateListInferenceProfiles({ client: clients.bedrock }, { typeEquals, maxResults: 1000 }),
        ({ inferenceProfileSummaries = [] }) => joined(inferenceProfileSummaries.map(found)),
      ),
    );
  return joined(await Promise.all([ofType('SYSTEM_DEFINED'), ofType('APPLICATION')]));
}

function found(profile: InferenceProfileSummary): Haul {
  const { inferenceProfileArn: arn = '', inferenceProfileId: id = '', inferenceProfileName: name = id } = profile;
  const targets = (profile.models ?? []).flatMap(({ modelArn }) => modelArn ?? []);
  const link = { names: [arn, id], targets };
  if (profile.type !== 'APPLICATION') return haul({ links: [link] });
  return haul({
    links: [link],
    dependents: [
      {
        kind: 'applicationInferenceProfile',
        id: arn,
        name,
        uses: oneOfEach(targets).map((reference) => ({ reference, purpose: 'inference' })),
      },
    ],
  });
}

/** A profile lists its model once for each Region that it may send a call to, its own Region first. */
function oneOfEach(arns: readonly string[]): string[] {
  const models = arns.map((arn) => baseModelId(arn) ?? arn);
  return arns.filter((_, index) => models.indexOf(models[index] ?? '') === index);
}
