import type { AwsError } from './aws-error.ts';

/**
 * STS and IAM speak forms and XML; the operations that are simulated have flat inputs. Members of lists are called `member`.
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function queryInput(body: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)));
}

export function queryOutput(operation: string, output: object): string {
  const result = `<${operation}Result>${elements(output)}</${operation}Result>`;
  return `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${result}${metadata}</${operation}Response>`;
}

export function queryError({ name, message }: AwsError): string {
  const error = `<Error><Type>Sender</Type><Code>${name}</Code><Message>${escaped(message)}</Message></Error>`;
  return `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${error}</ErrorResponse>`;
}

const metadata = '<ResponseMetadata><RequestId>simulated</RequestId></ResponseMetadata>';

function elements(value: object): string {
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => `<${name}>${content(one)}</${name}>`)
    .join('');
}

function member(one: unknown): string {
  return `<member>${content(one)}</member>`;
}

function content(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(member).join('');
  return typeof value === 'object' && value !== null ? elements(value) : escaped(String(value));
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
