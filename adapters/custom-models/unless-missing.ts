import { ResourceNotFoundException } from '@aws-sdk/client-bedrock';

/** What Bedrock answers, `null` where it knows no such thing; any other fault is thrown. */
export async function unlessMissing<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  return asked.catch((fault: unknown) => {
    if (fault instanceof ResourceNotFoundException) return null;
    throw fault;
  });
}
