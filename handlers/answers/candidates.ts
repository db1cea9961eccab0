import type { Catalogue } from '../../domain/catalogue.ts';
import { replacementFor } from '../../domain/replacement.ts';
import type { Situation } from '../../domain/situation.ts';
import type { Candidate } from '../../templates/slack/replace-modal.ts';

/** Models offered beside the replacement that is found; Slack's menus take a hundred, people fewer. */
const most = 20;

/** Where a team might go: the replacement first, then the same provider's models that are worth moving to, the youngest first. */
export function candidatesFor(
  { migration, successor, now }: Situation,
  catalogue: Catalogue,
  minimumDays: number,
): readonly Candidate[] {
  const found = successor.kind === 'found' ? [successor.replacement] : [];
  const provider = catalogue.find(migration.modelId)?.provider;
  const isFit = (modelId: string) => {
    const only = { operator: [modelId], notice: [] };
    return replacementFor(migration.modelId, only, catalogue, minimumDays, now).passedOver.length === 0;
  };
  const others = catalogue.models
    .filter((model) => model.provider === provider && model.modelId !== migration.modelId)
    .filter(({ modelId }) => found.every((one) => one.modelId !== modelId) && isFit(modelId))
    .map(({ modelId, name, words }) => ({
      modelId,
      name,
      launched: words.find((word) => word.name === 'launch')?.value ?? '',
    }))
    .toSorted((a, b) => b.launched.localeCompare(a.launched))
    .slice(0, most);
  return [
    ...found.map(({ modelId, name }) => ({ modelId, name, note: 'The replacement as it stands' })),
    ...others.map(({ modelId, name }) => ({ modelId, name, note: null })),
  ];
}
