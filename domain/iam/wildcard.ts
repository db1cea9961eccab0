/** Whether a text fits a pattern in which `*` is any text and `?` is one character. Never slower than both lengths multiplied. */
export function fitsWildcard(pattern: string, text: string): boolean {
  let [at, from, star, mark] = [0, 0, -1, 0];
  while (at < text.length) {
    if (pattern[from] === '*') {
      star = from;
      mark = at;
      from += 1;
    } else if (from < pattern.length && (pattern[from] === '?' || pattern[from] === text[at])) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      mark += 1;
      at = mark;
      from = star + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(from));
}

/**
 * Whether an ARN fits a pattern part by part: no wildcard reaches over a colon but in the last of the six parts.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function fitsArn(pattern: string, arn: string): boolean {
  const [wanted, given] = [arnParts(pattern), arnParts(arn)];
  if (wanted.length < 6 || given.length < 6) return false;
  return wanted.every((part, index) => fitsWildcard(part, given[index] ?? ''));
}

function arnParts(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
