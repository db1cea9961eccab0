import type { Catalogue, CatalogueModel } from './catalogue.ts';
import { baseModelId } from './model-id.ts';
import { looksLikeModelId } from './model-providers.ts';
import { linesThatMayNameModels, referencePattern, unescaped } from './model-reference-pattern.ts';

/** A model named in a text. */
export interface ModelReference {
  /** The whole of it as it stands there: an id, a profile id, an ARN. */
  readonly matched: string;
  readonly offset: number;
  /** `null`: shaped like Bedrock's, but no source knows it. */
  readonly model: CatalogueModel | null;
}

/** Every model id, cross-Region profile id and ARN in a text of any language, in order. Ids are never split on `.` or `:`. */
export function modelReferencesIn(text: string, catalogue: Catalogue): ModelReference[] {
  return [...linesThatMayNameModels(text)].flatMap(({ line, start }) =>
    [...line.matchAll(referencePattern)].flatMap((match) => {
      const before = line.slice(Math.max(0, match.index - 1), match.index);
      const end = match.index + match[0].length;
      const reference = inContext(match[0], before, line.slice(end, end + 10), match.groups ?? {}, catalogue);
      return reference ? [{ ...reference, offset: start + match.index }] : [];
    }),
  );
}

/** More of the same word follows: `claude-v2_results`, `claude-v2-${date}`. It is another name, not this id. */
const goesOn = /^(?:\w|-[\w{$<*[(])/;
/** A pattern or a template goes on where an id would: `claude-3*`, `-v1:${minor}`. */
const isPattern = /^[.:-]?[*{$<?]/;
/** A file's ending, a domain or a property behind the id: `claude-v2.json`. */
const tail = /(?:\.[a-z]+)+$/;

function inContext(
  matched: string,
  before: string,
  after: string,
  { inArn, inCustom }: Readonly<Record<string, string | undefined>>,
  catalogue: Catalogue,
): Omit<ModelReference, 'offset'> | null {
  if (goesOn.test(after)) return null;
  const named = inArn ?? inCustom;
  const id = unescaped(named ?? matched);
  const model = known(id, catalogue);
  if (model) return { matched, model };
  if (inCustom === undefined && tail.test(id)) {
    const [ending] = tail.exec(id) ?? [''];
    const shorter = known(id.slice(0, -ending.length), catalogue);
    if (shorter) return { matched: matched.slice(0, -ending.length), model: shorter };
  }
  const base = baseModelId(id)?.replace(/^[a-z]{2}\.(?=[a-z0-9]+\.)/, '');
  const shaped = base !== undefined && (named !== undefined || looksLikeModelId(base, /["'`]/.test(before)));
  return shaped && !isPattern.test(after) ? { matched, model: null } : null;
}

/** The catalogue's model, also where a first version is spelled out (`titan-text-express-v1:0`) or the prefix is a new one. */
function known(id: string, catalogue: Catalogue): CatalogueModel | null {
  const base = baseModelId(id);
  if (base === null) return null;
  const spellings = [base, base.replace(/:0$/, ''), base.replace(/^[a-z0-9-]+\./, '')];
  return spellings.flatMap((spelling) => catalogue.find(spelling) ?? [])[0] ?? null;
}
