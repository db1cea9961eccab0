import type { DateTime } from 'luxon';
import { catalogue } from '../../catalogue/catalogue.ts';
import { baseModelId } from '../../domain/model-id.ts';
import { recommendationsFor, replacementFor } from '../../domain/replacement.ts';
import { loadConfiguration } from '../configuration-file.ts';
import { BadInputError } from '../exit.ts';

/** Where a model's users should go, by `sundial.yml` and the catalogue. Throws `BadInputError` where nobody says. */
export function replacementOf(current: string, config: string | undefined, now: DateTime): string {
  const { replacements, policy } = loadConfiguration(config);
  const modelId = baseModelId(current) ?? current;
  const successor = replacementFor(
    modelId,
    recommendationsFor(modelId, replacements, []),
    catalogue,
    policy.replacementMinimumDays,
    now,
  );
  if (successor.kind === 'found') return successor.replacement.modelId;
  throw new BadInputError(`${current}: nobody names a replacement that lives; name the candidate`);
}
