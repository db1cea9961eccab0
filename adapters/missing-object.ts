/** Whether S3 says that there is no such object. Without the right to list a bucket it says of what is not there that it is forbidden. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);
}
