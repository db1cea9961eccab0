import type { PersonalKind } from '../../domain/cases/personal-data.ts';
import type { CaseForm, Turned } from './case-form.ts';
import { redactedCase } from './redacted-case.ts';
import { repeatedPrompts } from './repeated-prompts.ts';

interface Formed {
  readonly form: CaseForm;
  readonly turned: Turned;
}

/** Lets each case in once: by its id, and those of the invocation log also by what they ask, redacted before. */
export function admission(): (formed: Formed) => Formed & { readonly found: readonly PersonalKind[] } {
  const ids = new Set<string>();
  const isRepeated = repeatedPrompts();
  return ({ form, turned }) => {
    const found: PersonalKind[] = [];
    if (turned.kind !== 'case') return { form, turned, found };
    const { id } = turned.case;
    const isTwice = ids.has(id);
    ids.add(id);
    if (form !== 'invocationLog') return { form, found, turned: isTwice ? badId(id) : turned };
    if (isTwice) return { form, found, turned: { kind: 'unusable', reason: 'the same request is there twice' } };
    const clean = redactedCase(turned.case, (kind) => found.push(kind));
    if (isRepeated(clean))
      return { form, found, turned: { kind: 'unusable', reason: 'the same prompt was asked before' } };
    return { form, found, turned: { ...turned, case: clean } };
  };
}

function badId(id: string): Turned {
  return { kind: 'bad', problems: [{ field: 'id', problem: `expected an id of its own; ${id} is another case's` }] };
}
