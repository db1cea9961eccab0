import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonalKind } from '../../../domain/cases/personal-data.ts';
import { redacted } from '../../../domain/cases/personal-data.ts';

const clean = (text: string) => redacted(text, () => undefined);

describe('redacted', () => {
  it.each`
    text                                             | left                        | why
    ${'Write to ada.lovelace+x@mail.example.co.uk!'} | ${'Write to [email]!'}      | ${'e-mail'}
    ${'pay DE89 3704 0044 0532 0130 00 today'}       | ${'pay [iban] today'}       | ${'IBAN in groups, with a word behind'}
    ${'GB82WEST12345698765432'}                      | ${'[iban]'}                 | ${'IBAN in one'}
    ${'4111-1111-1111-1111'}                         | ${'[card]'}                 | ${'card'}
    ${'card 378282246310005, exp 12/29'}             | ${'card [card], exp 12/29'} | ${'card of 15 digits'}
    ${'4111 1111 1111 1111 12'}                      | ${'[card] 12'}              | ${'card with a number behind'}
    ${'4111 1111 1111 1111 5500 0000 0000 0004'}     | ${'[card] [card]'}          | ${'two cards'}
    ${'id AKIAIOSFODNN7EXAMPLE'}                     | ${'id [aws-key]'}           | ${'id of an access key'}
    ${'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'}    | ${'[aws-key]'}              | ${'secret of an access key'}
    ${'from 203.0.113.9:8080.'}                      | ${'from [ip]:8080.'}        | ${'IPv4'}
    ${'from 2001:db8::ff00:42:8329'}                 | ${'from [ip]'}              | ${'IPv6, shortened'}
    ${'2001:0db8:0000:0000:0000:ff00:0042:8329'}     | ${'[ip]'}                   | ${'IPv6, whole'}
    ${'call +49 (0)30 1234-5678 now'}                | ${'call [phone] now'}       | ${'phone, international'}
    ${'call 0049 30 12345678'}                       | ${'call [phone]'}           | ${'phone with zeros'}
    ${'call (212) 555-0199'}                         | ${'call [phone]'}           | ${'phone of North America'}
    ${'call 212-555-0199.'}                          | ${'call [phone].'}          | ${'the same with dashes'}
    ${'call 030/1234 5678'}                          | ${'call [phone]'}           | ${'phone with an area code'}
  `('$why', ({ text, left }: { text: string; left: string }) => {
    expect(clean(text)).toBe(left);
  });

  it.each([
    'order 1234567890123',
    'on 2026-10-01 at 12:30:45',
    'std::vector<int> and a::b',
    '::',
    'version 1.2.3',
    '300.1.2.3',
    'user@localhost',
    'commit da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'DE00 3704 1144 1532 1130 11',
    'total 12 345 678.90',
    '3.14159265358979',
    'ISBN 3-16-148410-0',
    '100-200-300',
    'x = 0.123 - 0.456',
  ])('leaves %s', (text) => {
    expect(clean(text)).toBe(text);
  });

  const number = (size: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size });
  const card = number(15).map((digits) => {
    const all = [4, ...digits.slice(0, 14)];
    const sum = all.reduce(
      (total, digit, place) => total + (place % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit),
      0,
    );
    return [...all, (10 - (sum % 10)) % 10].join('');
  });
  const iban = fc.tuple(fc.constantFrom('DE', 'FR', 'NL'), number(18)).map(([country, digits]) => {
    const account = digits.join('');
    const letters = Array.from(country, (letter) => Number.parseInt(letter, 36)).join('');
    return `${country}${String(98n - (BigInt(`${account}${letters}00`) % 97n)).padStart(2, '0')}${account}`;
  });
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const email = fc.tuple(word, word).map(([name, host]) => `${name}@${host}.example`);
  const ip = fc.oneof(
    fc.ipV4(),
    fc.ipV6().filter((address) => !address.includes('.') && /\d/.test(address)),
  );
  const phone = fc
    .tuple(fc.integer({ min: 1, max: 99 }), number(9))
    .map(([country, digits]) => `+${country} ${digits.slice(0, 3).join('')} ${digits.slice(3).join('')}`);

  it('leaves none of what it knows, whatever stands around it', () => {
    const around = fc.tuple(
      fc.constantFrom('', 'a: ', '(', 'see\n', 'ü '),
      fc.constantFrom('', '.', ')', ', and', ' 7', '\nnext'),
    );
    fc.assert(
      fc.property(fc.oneof(card, iban, email, ip, phone), around, (piece, [before, after]) => {
        expect(clean(`${before}${piece}${after}`)).not.toContain(piece);
      }),
      { numRuns: 3_000 },
    );
  });

  it('finds nothing more in what it left', () => {
    const piece = fc.oneof(
      card,
      iban,
      email,
      ip,
      phone,
      word,
      fc.string(),
      fc.constantFrom(' ', '-', '0', '::', '@', '+'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom('', ' ', '-'), (pieces, between) => {
        const again: PersonalKind[] = [];
        redacted(clean(pieces.join(between)), (kind) => again.push(kind));

        expect(again).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes no long time over a long text', () => {
    const started = performance.now();
    for (const text of ['a', '1', '1 ', 'a.', 'A1', '1:', '@a.', '0-', '+1'].map((part) => part.repeat(100_000)))
      clean(text);

    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
