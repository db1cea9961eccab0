import { batchCase, conversationCase, customizationCase, evaluationCase, formOf } from './bedrock-dataset.ts';
import type { CaseForm, Turned } from './case-form.ts';
import { caseProblems } from './case-problems.ts';
import { invocationCase } from './invocation-record.ts';
import type { JsonRecord } from './json-fields.ts';
import { recordIn } from './json-fields.ts';
import type { BodyAt } from './large-body.ts';
import { withBody } from './large-body.ts';
import { plainCase } from './plain-case.ts';
import type { FileRecord } from './records-in.ts';

/** What came of a record, and its form. `id` is for records that bring none. */
export async function turnedRecord(
  record: FileRecord,
  id: string,
  bodyAt?: BodyAt,
): Promise<{ form: CaseForm; turned: Turned }> {
  if ('fault' in record)
    return { form: 'case', turned: { kind: 'bad', problems: [{ field: '', problem: record.fault }] } };
  const form = formOf(recordIn(record.value) ?? {});
  const turned =
    form === 'invocationLog' && bodyAt
      ? await followed(recordIn(record.value) ?? {}, id, bodyAt)
      : turnedInto(form, record.value, id);
  if (turned.kind !== 'case') return { form, turned };
  const problems = await caseProblems(turned.case);
  const [first] = problems;
  if (!first) return { form, turned };
  // What Bedrock took once is nobody's mistake here; it cannot be scored, that is all.
  const isLogged = form === 'batch' || form === 'invocationLog';
  return { form, turned: isLogged ? { kind: 'unusable', reason: first.problem } : { kind: 'bad', problems } };
}

async function followed(record: JsonRecord, id: string, bodyAt: BodyAt): Promise<Turned> {
  const whole = await withBody(record, bodyAt);
  return 'fault' in whole ? { kind: 'unusable', reason: whole.fault } : invocationCase(whole.record, id);
}

function turnedInto(form: CaseForm, value: unknown, id: string): Turned {
  const record = recordIn(value) ?? {};
  switch (form) {
    case 'evaluation':
      return evaluationCase(record, id);
    case 'customization':
      return customizationCase(record, id);
    case 'conversation':
      return conversationCase(record, id);
    case 'batch':
      return batchCase(record, id);
    case 'invocationLog':
      return invocationCase(record, id);
    case 'case': {
      const read = plainCase(value);
      return 'id' in read ? { kind: 'case', case: read, leftOut: [] } : { kind: 'bad', problems: read };
    }
  }
}
