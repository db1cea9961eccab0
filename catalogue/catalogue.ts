import type { Burndown, Catalogue, CatalogueModel } from '../domain/catalogue.ts';
import type { DateName, Regime, Region, Source, Withdrawal, Word } from '../domain/lifecycle.ts';
import { allRegions } from '../domain/lifecycle.ts';
import ai21 from './ai21.json' with { type: 'json' };
import amazon from './amazon.json' with { type: 'json' };
import anthropic from './anthropic.json' with { type: 'json' };
import cohere from './cohere.json' with { type: 'json' };
import meta from './meta.json' with { type: 'json' };
import moonshotai from './moonshotai.json' with { type: 'json' };
import openai from './openai.json' with { type: 'json' };
import twelvelabs from './twelvelabs.json' with { type: 'json' };

type Day = string | null;

/** One model as it stands in a file of this folder; see docs/catalogue.md for what each field means. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly launch?: string;
  readonly noticePeriod: string;
  readonly regime: string;
  readonly replacedBy?: readonly string[];
  readonly replacementReference?: string;
  readonly lifecycles?: readonly Row[];
  /** Notices that AWS sent, where they say something else than the page. */
  readonly notices?: readonly Row[];
  readonly cards?: readonly Row[];
  readonly withdrawn?: { readonly on: string; readonly reference: string };
  readonly burndown?: Burndown;
  readonly note?: string;
}

interface Row {
  readonly regions?: readonly Region[];
  readonly legacy?: Day;
  readonly extendedAccess?: Day;
  readonly endOfLife?: Day;
  readonly noSoonerThan?: Day;
  readonly asOf: string;
  readonly reference: string;
}

const entries: readonly Entry[] = [ai21, amazon, anthropic, cohere, meta, moonshotai, openai, twelvelabs].flat();

/** The dated, sourced facts in this folder, ready to be merged with what notices and the API say. */
export const catalogue: Catalogue = catalogueOf(entries.map(model));

export function catalogueOf(models: readonly CatalogueModel[]): Catalogue {
  const byId = new Map(models.map((known) => [known.modelId, known]));
  return { find: (modelId) => byId.get(modelId), models };
}

function model(entry: Entry): CatalogueModel {
  const rows = [...(entry.lifecycles ?? []), ...(entry.cards ?? [])];
  return {
    modelId: entry.id,
    name: entry.name,
    provider: entry.provider,
    regime: entry.regime as Regime,
    noticePeriod: entry.noticePeriod,
    replacedBy: entry.replacedBy ?? [],
    replacementReference: entry.replacementReference ?? null,
    burndown: entry.burndown ?? null,
    words: [
      ...rows.flatMap((row) => words(entry.id, 'catalogue', { ...row, launch: entry.launch ?? null })),
      ...(entry.notices ?? []).flatMap((row) => words(entry.id, 'health', row)),
    ],
    withdrawals: entry.withdrawn ? [withdrawal(entry.id, entry.withdrawn)] : [],
  };
}

function words(modelId: string, source: Source, row: Row & { readonly launch?: Day }): Word[] {
  const names: readonly (DateName & keyof typeof row)[] = [
    'launch',
    'legacy',
    'extendedAccess',
    'endOfLife',
    'noSoonerThan',
  ];
  return (row.regions ?? [allRegions]).flatMap((region) =>
    names.flatMap((name) => {
      const value = row[name];
      return value ? [{ modelId, region, name, value, source, asOf: row.asOf, reference: row.reference }] : [];
    }),
  );
}

function withdrawal(
  modelId: string,
  { on, reference }: { readonly on: string; readonly reference: string },
): Withdrawal {
  return { modelId, region: allRegions, withdrawn: true, source: 'catalogue', asOf: on, reference };
}
