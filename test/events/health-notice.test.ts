import { describe, expect, it } from 'vitest';
import { catalogue } from '../../catalogue/catalogue.ts';
import type { Notice } from '../../domain/notice.ts';
import { readHealthEvent } from '../../events/health-event.ts';
import { readHealthNotice } from '../../events/health-notice.ts';
import { fixture } from '../fixtures/fixture.ts';

function notices(name: string): readonly Notice[] {
  const reading = readHealthNotice(readHealthEvent(fixture('health-bedrock', name)), catalogue);
  if (reading.kind === 'nothing') throw new Error(reading.reason);
  return reading.notices;
}

const facts = ({ modelId, regions, dates }: Notice) =>
  `${modelId} | ${regions.join(' ')} | ${dates.legacy ?? '-'} | ${dates.extendedAccess ?? '-'} | ${dates.endOfLife ?? '-'}`;

describe('what a notice says of models, Regions and dates', () => {
  it.each`
    name                                     | said
    ${'sonnet-3-5-new-prices'}               | ${['anthropic.claude-3-5-sonnet-20240620-v1:0 | us-east-1 us-east-2 us-west-2 eu-central-1 eu-west-1 eu-west-3 | - | 2025-12-01 | 2026-03-01']}
    ${'opus-3-final-notice'}                 | ${['anthropic.claude-3-opus-20240229-v1:0 | us-west-2 | - | - | 2026-01-30']}
    ${'sonnet-3-7-effective-immediately'}    | ${['anthropic.claude-3-7-sonnet-20250219-v1:0 | us-east-1 us-east-2 us-west-2 eu-central-1 | 2025-10-28 | 2026-01-27 | 2026-04-28']}
    ${'command-r-plus-all-regions'}          | ${['cohere.command-r-plus-v1:0 | all | 2026-02-19 | 2026-05-19 | 2026-08-19']}
    ${'haiku-3-legacy-start'}                | ${['anthropic.claude-3-haiku-20240307-v1:0 | us-east-1 us-west-2 eu-west-1 | 2026-03-10 | 2026-06-10 | 2026-09-10']}
    ${'jamba-1-5-both-models'}               | ${['ai21.jamba-1-5-large-v1:0 | us-east-1 | 2026-05-26 | 2026-08-26 | 2026-11-26', 'ai21.jamba-1-5-mini-v1:0 | us-east-1 | 2026-05-26 | 2026-08-26 | 2026-11-26']}
    ${'sonnet-4-5-organization-view'}        | ${['anthropic.claude-sonnet-4-5-20250929-v1:0 | eu-central-1 | 2026-10-08 | 2027-01-08 | 2027-04-08']}
    ${'sonnet-3-5-date-moved'}               | ${['anthropic.claude-3-5-sonnet-20240620-v1:0 | eu-central-2 | - | 2025-12-01 | 2026-06-01']}
    ${'sonnet-3-5-two-groups-of-regions'}    | ${['anthropic.claude-3-5-sonnet-20240620-v1:0 | us-east-1 us-west-2 | - | - | 2026-03-01', 'anthropic.claude-3-5-sonnet-20240620-v1:0 | ap-northeast-1 | - | - | 2026-07-30']}
    ${'nova-models-with-dates-of-their-own'} | ${['amazon.nova-canvas-v1:0 | us-east-1 eu-west-1 | 2026-03-30 | - | 2026-09-30', 'amazon.nova-sonic-v1:0 | us-east-1 eu-north-1 | 2026-03-13 | - | 2026-09-14']}
    ${'kimi-k3-45-days'}                     | ${['moonshotai.kimi-k3 | us-west-2 | 2026-11-20 | - | 2027-01-04']}
    ${'fable-5-and-mythos-5-revoked'}        | ${['anthropic.claude-fable-5 | all | - | - | -', 'anthropic.claude-mythos-5 | all | - | - | -']}
    ${'nova-premier-in-metadata-only'}       | ${['amazon.nova-premier-v1:0 | us-east-1 | 2026-03-13 | - | 2026-09-14']}
    ${'unknown-model-without-dates'}         | ${['examplelab.prose-2-large-v1:0 | eu-west-1 | - | - | -']}
    ${'sonnet-4-escaped-line-breaks'}        | ${['anthropic.claude-sonnet-4-20250514-v1:0 | eu-central-1 eu-north-1 eu-west-1 | 2026-04-14 | 2026-07-14 | 2026-10-14']}
    ${'scheduled-change-opus-4-1'}           | ${['anthropic.claude-opus-4-1-20250805-v1:0 | us-east-1 | 2026-07-08 | - | 2027-01-08']}
    ${'backup-copy-of-account-notification'} | ${['anthropic.claude-sonnet-4-5-20250929-v1:0 | eu-west-1 | 2026-10-08 | 2027-01-08 | 2027-04-08']}
  `('$name', ({ name, said }: { name: string; said: string[] }) => {
    expect(notices(name).map(facts)).toEqual(said);
  });
});

/** Wordings a notice may have, around one model whose three dates are always the same. */
describe('wordings', () => {
  const said = (text: string, event: Record<string, unknown> = {}) => {
    const base = fixture('health-bedrock', 'haiku-3-legacy-start');
    const detail = {
      ...(base['detail'] as object),
      eventDescription: [{ language: 'en_US', latestDescription: text }],
      ...event,
    };
    const reading = readHealthNotice(readHealthEvent({ ...base, detail }), catalogue);
    return reading.kind === 'nothing' ? reading.reason : reading.notices.map(facts);
  };
  const opus = 'anthropic.claude-opus-4-1-20250805-v1:0';
  const all = [`${opus} | us-east-1 | 2026-07-08 | 2026-10-08 | 2027-01-08`];

  it.each`
    text                                                                                                                                                                                        | why
    ${`On July 8, 2026, ${opus} becomes Legacy, on October 8, 2026 extended access begins, and on January 8, 2027 it reaches end of life.`}                                                     | ${'dates before what they are of'}
    ${`${opus}: Legacy on July 8, 2026, extended access on October 8, 2026, end-of-life on January 8, 2027.`}                                                                                   | ${'dates after what they are of'}
    ${`Legacy on July 8, 2026, and on January 8, 2027 ${opus} will reach EOL. Extended access: 8th Oct 2026`}                                                                                   | ${'both in one sentence'}
    ${`Model: us.${opus}\nLegacy date - July 8, 2026\nPublic extended access date - October 8, 2026\nEOL date - January 8, 2027`}                                                               | ${'a profile id, and dashes'}
    ${`'${opus}'\nLegacy:\nJuly 8, 2026\nExtended access:\nOctober 8, 2026\nEnd of life:\nJanuary 8, 2027`}                                                                                     | ${'labels on lines of their own'}
    ${`${opus} moves to Legacy on Jul. 8, 2026. It stays in public extended access from Oct. 8, 2026 until Jan. 8, 2027, its end of life.`}                                                     | ${'a period with its two ends'}
    ${`We retire ${opus} on\nJanuary 8, 2027. It has been Legacy since\nJuly 8, 2026 and in extended access since October 8, 2026.`}                                                            | ${'lines that wrap'}
    ${`arn:aws:bedrock:us-east-1::foundation-model/${opus} - Legacy 2026-07-08, extended access 2026-10-08, end of life 2027-01-08.`}                                                           | ${'an ARN, and ISO dates'}
    ${`Claude Opus 4.1 is Legacy from 7/8/2026; extended access from 10/8/2026; EOL 1/8/2027.`}                                                                                                 | ${'a display name, and dates month first'}
    ${`${opus} (Legacy since July 8, 2026; extended access since October 8, 2026): end of life is January 8, 2027 (previously announced as December 31, 2026).`}                                | ${'a date that no longer holds'}
    ${`${opus} is Legacy from July 8, 2026, in extended access from October 8, 2026. Its EOL, originally December 1, 2026, has been postponed to January 8, 2027.`}                             | ${'a postponed date'}
    ${`${opus} was launched on July 31, 2025. Legacy: July 8, 2026. Extended access: October 8, 2026. EOL: January 8, 2027. New prices from November 1, 2026: $0.03 per 1,000 input tokens.`}   | ${'dates of other things'}
    ${`Migrate from ${opus} to anthropic.claude-opus-5 in time: Legacy July 8, 2026, extended access October 8, 2026, end of life January 8, 2027.`}                                            | ${'both models in one sentence'}
    ${`${opus} will be replaced by anthropic.claude-opus-5. Legacy July 8, 2026, extended access October 8, 2026, end of life January 8, 2027.`}                                                | ${'replaced by'}
    ${`We recommend anthropic.claude-opus-5 as a replacement for ${opus}. Legacy July 8, 2026, extended access October 8, 2026, end of life January 8, 2027.`}                                  | ${'replacement first'}
    ${`${opus} is Legacy from July 8, 2026. Between October 8, 2026 and January 8, 2027 it will be in public extended access, and then be removed.`}                                            | ${'a period between two dates'}
    ${`${opus} has been Legacy since July 8, 2026. It will remain in Legacy until October 8, 2026, after which it is in public extended access until its End-of-Life on January 8, 2027.`}      | ${'Legacy ends where extended access begins'}
    ${`You will not be able to use ${opus} after January 8, 2027. It is Legacy from July 8, 2026; extended access pricing applies from October 8, 2026.`}                                       | ${'no word of end of life'}
    ${`Legacy July 8, 2026, extended access October 8, 2026. The end-of-life date of ${opus} announced earlier as December 31, 2026 has changed. The new end-of-life date is January 8, 2027.`} | ${'a date announced earlier'}
    ${`Customers using ${opus} should transition to anthropic.claude-opus-5 or us.anthropic.claude-opus-4-8. Legacy July 8, 2026, extended access October 8, 2026, EOL January 8, 2027.`}       | ${'a choice of replacements'}
  `('$why', ({ text }: { text: string }) => {
    expect(said(text)).toEqual(all);
  });
});

describe('the replacement a notice names', () => {
  it.each`
    name                                  | replacements                                                             | unknown
    ${'sonnet-3-7-effective-immediately'} | ${['anthropic.claude-sonnet-4-5-20250929-v1:0']}                         | ${[]}
    ${'sonnet-4-5-organization-view'}     | ${['anthropic.claude-sonnet-5']}                                         | ${[]}
    ${'command-r-plus-all-regions'}       | ${['anthropic.claude-sonnet-4-5-20250929-v1:0', 'amazon.nova-pro-v1:0']} | ${['Mistral Large 3']}
    ${'haiku-3-legacy-start'}             | ${[]}                                                                    | ${[]}
  `(
    '$name: $replacements, and $unknown by name only',
    ({ name, replacements, unknown }: { name: string; replacements: string[]; unknown: string[] }) => {
      const [notice] = notices(name);

      expect(notice?.replacements).toEqual(replacements);
      expect(notice?.replacementNames).toEqual(unknown);
    },
  );
});

describe('what else a notice says', () => {
  it('prices are per 1,000 tokens, with the day they begin', () => {
    expect(notices('sonnet-3-5-new-prices')[0]?.prices).toEqual([
      { input: 0.006, output: 0.03, effective: '2025-12-01' },
    ]);
    expect(notices('command-r-plus-all-regions')[0]?.prices).toEqual([
      { input: 0.006, output: 0.03, effective: '2026-05-19' },
    ]);
  });

  it('the affected account is not the one that received the event of an organisation', () => {
    expect(notices('sonnet-4-5-organization-view')[0]?.accounts).toEqual(['444455556666']);
  });

  it('an issue that takes models away at once is a withdrawal, and stays one when it is closed as such', () => {
    expect(notices('fable-5-and-mythos-5-revoked').map(({ withdrawn }) => withdrawn)).toEqual([true, true]);
    expect(
      notices('fable-5-and-mythos-5-remain-unavailable').map(({ withdrawn, closed }) => [withdrawn, closed]),
    ).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('Regions in a clause that also says where to go, where no other names any', () => {
    const base = fixture('health-bedrock', 'haiku-3-legacy-start');
    const text =
      'Migrate from anthropic.claude-opus-4-1-20250805-v1:0 in us-west-2 to anthropic.claude-opus-5 before its end of life on January 8, 2027.';
    const detail = {
      ...(base['detail'] as object),
      eventDescription: [{ language: 'en_US', latestDescription: text }],
    };
    const reading = readHealthNotice(readHealthEvent({ ...base, detail }), catalogue);

    expect(reading.kind === 'notices' && reading.notices.map(facts)).toEqual([
      'anthropic.claude-opus-4-1-20250805-v1:0 | us-west-2 | - | - | 2027-01-08',
    ]);
  });

  it('a closing closes, unless it leaves something to do', () => {
    const event = fixture('health-bedrock', 'haiku-3-closed');
    const unresolved = { ...event, detail: { ...(event['detail'] as object), affectedEntities: [] } };
    const reading = readHealthNotice(readHealthEvent(unresolved), catalogue);

    expect(notices('haiku-3-closed')[0]?.closed).toBe(true);
    expect(reading.kind === 'notices' && reading.notices[0]?.closed).toBe(false);
  });

  it.each`
    name                  | reason
    ${'error-rates-pass'} | ${'an operational issue that takes no model away'}
    ${'quota-change'}     | ${'not about the lifecycle of a model'}
  `('$name is nothing for us: $reason', ({ name, reason }: { name: string; reason: string }) => {
    expect(readHealthNotice(readHealthEvent(fixture('health-bedrock', name)), catalogue)).toEqual({
      kind: 'nothing',
      reason,
    });
  });

  it('a lifecycle event in which no model can be made out is unreadable, not silent', () => {
    const base = fixture('health-bedrock', 'haiku-3-legacy-start');
    const detail = {
      ...(base['detail'] as object),
      eventDescription: [{ language: 'en_US', latestDescription: 'A model reaches end of life on May 1, 2027.' }],
    };

    expect(() => readHealthNotice(readHealthEvent({ ...base, detail }), catalogue)).toThrow(
      /detail.eventDescription: .*no model id/,
    );
  });
});
