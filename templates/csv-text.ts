/**
 * A field of a line after RFC 4180. A text that a spreadsheet would read as a formula is led by an apostrophe; spreadsheets also take
 * the full-width signs, and look past white space.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvText(value: string): string {
  const safe = value.replaceAll('\0', '\uFFFD').replaceAll(/\p{Cs}/gu, '\uFFFD');
  const guarded = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(safe) ? `'${safe}` : safe;
  return guarded === '' ? '' : `"${guarded.replaceAll('"', '""')}"`;
}
