/** Luhn's check digit, over 13 to 19 digits. */
export function isCard(text: string): boolean {
  if (!/^(?:[ -]?\d){13,19}$/.test(text)) return false;
  const digits = Array.from(text.replaceAll(/\D/g, ''), Number).toReversed();
  const sum = digits.reduce((total, digit, place) => {
    const counted = place % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0 && digits.some((digit) => digit !== 0);
}

/** The check digits of an IBAN: ISO 13616, modulo 97. */
export function isBankAccount(text: string): boolean {
  const plain = text.replaceAll(/[ -]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  const turned = `${plain.slice(4)}${plain.slice(0, 4)}`;
  let rest = 0;
  for (const letter of turned)
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** An address of eight groups, or of fewer with one `::`. A time of day is none, nor are two words with `::` between them. */
export function isIpv6(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::');
  const groups = [...head.split(':'), ...(tail?.split(':') ?? [])].filter((group) => group !== '');
  if (tail === undefined) return groups.length === 8;
  return more.length === 0 && groups.length <= 7 && (/\d/.test(text) || groups.length > 2);
}
