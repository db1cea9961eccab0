import type { Case } from '../../domain/cases/case.ts';
import type { Turned } from './case-form.ts';
import { caseWith } from './case-form.ts';
import type { JsonRecord } from './json-fields.ts';
import { recordIn, textIn } from './json-fields.ts';
import { requestIn } from './request-body.ts';

/**
 * A record of the model invocation log: what was asked, as it was asked. What was answered is no expected answer, only that of a model.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
export function invocationCase(record: JsonRecord, id: string): Turned {
  const operation = textIn(record['operation']) ?? 'none';
  const modelId = textIn(record['modelId']) ?? '';
  if (!/^(?:Converse|InvokeModel)/.test(operation)) return unusable(`operation ${operation}`);
  const error = textIn(record['errorCode']);
  if (error !== null) return unusable(`the call failed: ${error}`);
  const { inputBodyJson: body, inputBodyS3Path: elsewhere } = recordIn(record['input']) ?? {};
  if (body === undefined || body === null)
    return unusable(
      elsewhere === undefined ? 'no body in the record' : 'its body lies in S3, too large for the record',
    );

  const request = requestIn(body, modelId);
  if (typeof request === 'string') return unusable(request);
  const { leftOut, ...asked } = request;
  const kase = caseWith({ id: textIn(record['requestId']) ?? id, ...asked, tags: tagsOf(record, modelId) });
  return { kind: 'case', case: kase, leftOut };
}

function unusable(reason: string): Turned {
  return { kind: 'unusable', reason };
}

function tagsOf(record: JsonRecord, modelId: string): Case['tags'] {
  const metadata = Object.entries(recordIn(record['requestMetadata']) ?? {}).map(([name, value]) => [
    name,
    String(value),
  ]);
  const tags = Object.fromEntries(metadata) as Record<string, string>;
  return { ...tags, model: modelId, caller: callerOf(textIn(recordIn(record['identity'])?.['arn']) ?? '') };
}

/** The role or user, without account and session: a session is often called after a person. */
function callerOf(arn: string): string {
  const session = /:assumed-role\/(?<role>.+)\/[^/]*$/.exec(arn)?.groups;
  return session?.['role'] ?? arn.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/, '');
}
