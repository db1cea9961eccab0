import { isBankAccount, isCard, isIpv6 } from './personal-numbers.ts';

/** What is taken out of a text before it is kept. Names, addresses and dates of birth cannot be told by their shape, and stay. */
export const personalKinds = ['email', 'iban', 'card', 'aws-key', 'ip', 'phone'] as const;
export type PersonalKind = (typeof personalKinds)[number];

interface Shape {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  /** Where it has check digits: some of what looks alike around it is not part of it. */
  readonly holds?: (piece: string) => boolean;
}

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;

/** In this order: a card's digits would pass for a phone's. */
const shapes: readonly Shape[] = [
  { kind: 'email', pattern: /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    kind: 'iban',
    pattern: /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![A-Za-z0-9])/gi,
    holds: isBankAccount,
  },
  { kind: 'card', pattern: /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g, holds: isCard },
  { kind: 'aws-key', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g },
  {
    kind: 'aws-key',
    pattern:
      /(?<![A-Za-z0-9/+=])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*[A-Z])(?=[A-Za-z0-9/+]*\d)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
  },
  { kind: 'ip', pattern: new RegExp(String.raw`(?<![\d.])${octet}(?:\.${octet}){3}(?!\d|\.\d)`, 'g') },
  { kind: 'ip', pattern: /(?<![\w:.])(?:[\da-f]{0,4}:){2,8}[\da-f]{0,4}(?![\w:])/gi, holds: isIpv6 },
  { kind: 'phone', pattern: /(?<![\w+])(?:\+|00)[1-9](?:[ ./()-]{0,3}\d){6,14}(?!\d)/g },
  {
    kind: 'phone',
    pattern: /(?<![\w.-])(?:\(\d{2,5}\) ?\d{2,5}|\d{3}[-. ]\d{3})[-. ]\d{4}(?![\w-]|\.\d)/g,
  },
  { kind: 'phone', pattern: /(?<![\w.+-])0\d{2,4}[ /-]\d{3,4}(?:[ -]?\d{2,5}){0,2}(?![\w-]|\.\d)/g },
];

/** A text with each piece of personal data replaced by its kind in brackets; `found` is told of each. */
export function redacted(text: string, found: (kind: PersonalKind) => void): string {
  const once = shapes.reduce((clean, { kind, pattern, holds }) => {
    const take = () => {
      found(kind);
      return `[${kind}]`;
    };
    return clean.replaceAll(pattern, (piece) => (holds ? withoutGroups(piece, holds, take) : take()));
  }, text);
  // What stood right beside a piece may be one itself, now that the piece is gone.
  return once === text ? once : redacted(once, found);
}

/** Replaces the groups of letters and digits, one after another, that together hold; the longest first. */
function withoutGroups(piece: string, holds: (part: string) => boolean, take: () => string): string {
  if (holds(piece)) return take();
  const groups = [...piece.matchAll(/[^ -]+/g)].map((group) => [group.index, group.index + group[0].length] as const);
  for (const [from] of groups)
    for (const [, to] of groups.toReversed())
      if (to > from && holds(piece.slice(from, to)))
        return `${piece.slice(0, from)}${take()}${withoutGroups(piece.slice(to), holds, take)}`;
  return piece;
}
