import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';

/** Names the parameter, never its value. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
}

/** Whether there is no parameter of that name, as AWS says of it. */
export function isMissingParameter(fault: unknown): boolean {
  return fault instanceof SecretError && fault.cause instanceof ParameterNotFound;
}

/** Reads a SecureString; a name under `/aws/reference/secretsmanager/` reads that secret of Secrets Manager. */
export function secrets(client: Pick<SSMClient, 'send'> = new SSMClient({})) {
  return async (name: string): Promise<string> => {
    const command = new GetParameterCommand({ Name: name, WithDecryption: true });
    const { Parameter } = await client.send(command).catch((cause: unknown) => {
      throw new SecretError(`Could not read the parameter ${name}`, { cause });
    });
    if (!Parameter?.Value) throw new SecretError(`The parameter ${name} is empty`);
    // A file ends its last line, and is stored with it.
    return Parameter.Value.trimEnd();
  };
}
