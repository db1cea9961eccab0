import { catalogue } from '../../catalogue/catalogue.ts';
import { nearestModels, resolveModel } from '../../catalogue/resolve-model.ts';
import type { CatalogueModel } from '../../domain/catalogue.ts';
import { modelOutlook } from '../../domain/model-outlook.ts';
import { clock } from '../clock.ts';
import { loadConfiguration } from '../configuration-file.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { printJson } from '../output.ts';
import { timelineJson } from '../timeline-json.ts';
import { timelineText } from '../timeline-text.ts';

interface TimelineOptions {
  readonly region?: string;
  readonly now?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** Shows what the catalogue knows of a model and the plan to leave it, as the default team would make it today. */
export function showTimeline(text: string, { region, now, config, json }: TimelineOptions): ExitCode {
  if (region !== undefined && !/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) {
    throw new BadInputError(`--region: expected a Region code, such as eu-central-1, got ${region}`);
  }
  const today = clock(now)();
  const configuration = loadConfiguration(config);
  const outlook = modelOutlook(theModel(text), region ?? null, catalogue, configuration, today);

  if (json) printJson(timelineJson(outlook));
  else timelineText(outlook);
  return exitCode.fine;
}

function theModel(text: string): CatalogueModel {
  const [model, ...others] = resolveModel(text, catalogue);
  if (!model)
    throw new BadInputError(
      `no source knows the model ${text}. The nearest are:\n  ${nearestModels(text, catalogue).join('\n  ')}`,
    );
  if (others.length > 0)
    throw new BadInputError(
      `${text} is the name of several models; say which:\n  ${[model, ...others].map(({ modelId }) => modelId).join('\n  ')}`,
    );
  return model;
}
