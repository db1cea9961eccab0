import type { DateTime } from 'luxon';
import type { SourceFile } from '../adapters/source-tree.ts';
import { utcDay } from '../domain/calendar-date.ts';
import type { Catalogue, CatalogueModel } from '../domain/catalogue.ts';
import type { Configuration } from '../domain/configuration.ts';
import { modelReferencesIn } from '../domain/model-references.ts';
import type { ModelStanding } from '../domain/model-standing.ts';
import { modelStanding, urgencyOf } from '../domain/model-standing.ts';
import { positionsIn } from '../domain/text-position.ts';
import { waiverFor } from '../domain/waiver.ts';
import type { Finding, UnknownReference } from './scan-report.ts';

export interface ScanTerms {
  readonly catalogue: Catalogue;
  readonly configuration: Pick<Configuration, 'policy' | 'replacements' | 'waivers'>;
  readonly within: number;
  /** The same file as the folder of `sundial.yml` sees it. */
  readonly fromConfiguration: (file: string) => string;
  readonly now: DateTime;
}

/** Collects what each file names; a model is judged once. */
export function scanFindings({ catalogue, configuration, within, fromConfiguration, now }: ScanTerms) {
  const findings: Finding[] = [];
  const unknown: UnknownReference[] = [];
  const standings = new Map<string, ModelStanding>();
  const choice = {
    replacements: configuration.replacements,
    minimumDays: configuration.policy.replacementMinimumDays,
  };

  function standingOf(model: CatalogueModel): ModelStanding {
    const standing = standings.get(model.modelId) ?? modelStanding(model, catalogue, choice, now);
    standings.set(model.modelId, standing);
    return standing;
  }

  function take({ file, text }: SourceFile): void {
    const position = positionsIn(text);
    for (const { matched, offset, model } of modelReferencesIn(text, catalogue)) {
      const place = { file, ...position(offset), matched };
      if (!model) {
        unknown.push(place);
        continue;
      }
      const standing = standingOf(model);
      const paths = [file, fromConfiguration(file)];
      const waiver = waiverFor(configuration.waivers, model.modelId, paths, utcDay(now));
      findings.push({ ...place, standing, urgency: urgencyOf(standing, within), waiver });
    }
  }

  return { take, findings, unknown };
}
