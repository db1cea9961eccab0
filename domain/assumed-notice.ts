/** Whether a story made the notice up, and marked the ARN of its event so: nobody is to be told that AWS sent it. */
export function isAssumedNotice(reference: string): boolean {
  return reference.startsWith('arn:') && reference.endsWith('-assumed');
}
