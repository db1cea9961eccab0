import type { Case } from '../../domain/cases/case.ts';
import type { PersonalKind } from '../../domain/cases/personal-data.ts';
import { redacted } from '../../domain/cases/personal-data.ts';

/** A case without personal data in anything that a model reads, or a person in a report. */
export function redactedCase(kase: Case, found: (kind: PersonalKind) => void): Case {
  const clean = <Part>(part: Part): Part => cleaned(part, found) as Part;
  return {
    ...kase,
    messages: clean(kase.messages),
    system: clean(kase.system),
    tools: clean(kase.tools),
    expected: clean(kase.expected),
    tags: { ...clean(kase.tags), ...(kase.tags['model'] !== undefined && { model: kase.tags['model'] }) },
  };
}

/** Every text and number in a JSON value, but for the bytes of an image or a document, which are not looked into. */
function cleaned(value: unknown, found: (kind: PersonalKind) => void): unknown {
  if (typeof value === 'string') return redacted(value, found);
  if (isLongNumber(value)) return cleanedNumber(value, found);
  if (Array.isArray(value)) return value.map((one) => cleaned(one, found));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [name, name === 'bytes' ? inside : cleaned(inside, found)]),
  );
}

/** With 14 digits or more; a time in milliseconds has 13, and cards that have as many are no longer given out. */
function isLongNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1e13;
}

/** A card's number is one also without quotation marks. */
function cleanedNumber(value: number, found: (kind: PersonalKind) => void): number | string {
  const text = String(value);
  const clean = redacted(text, found);
  return clean === text ? value : clean;
}
