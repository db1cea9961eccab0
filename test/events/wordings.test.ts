import { describe, expect, it } from 'vitest';
import { catalogue } from '../../catalogue/catalogue.ts';
import type { Notice } from '../../domain/notice.ts';
import { readHealthEvent } from '../../events/health-event.ts';
import { readHealthNotice } from '../../events/health-notice.ts';
import { aHealthPayload, described } from '../builders/health-payload.ts';

const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const opus41 = 'anthropic.claude-opus-4-1-20250805-v1:0';
const haiku35 = 'anthropic.claude-3-5-haiku-20241022-v1:0';
const jambaLarge = 'ai21.jamba-1-5-large-v1:0';
const jambaMini = 'ai21.jamba-1-5-mini-v1:0';

/** The notices of a Health event that was sent on 2026-10-08 about us-east-1. */
function read(text: string, detail: Record<string, unknown> = {}): readonly Notice[] {
  const event = readHealthEvent(aHealthPayload({ eventDescription: described(text), ...detail }));
  const reading = readHealthNotice(event, catalogue);
  if (reading.kind === 'nothing') throw new Error(reading.reason);
  return reading.notices;
}

const line = ({ modelId, regions, dates }: Notice) =>
  `${modelId} | ${regions.join(' ')} | ${dates.legacy ?? '-'} | ${dates.extendedAccess ?? '-'} | ${dates.endOfLife ?? '-'}`;

interface Wording {
  readonly why: string;
  readonly text: string;
  readonly says: readonly string[];
  readonly detail?: Record<string, unknown>;
}

describe('models, Regions and dates', () => {
  it.each<Wording>([
    {
      why: 'a list of dates with bullets, and Regions in capitals inline',
      text: `We are contacting you because you have used model ID '${sonnet45}' [1] on Amazon Bedrock in the past 30 days in US-EAST-1, EU-WEST-1.\n\nImportant dates:\n* Legacy: October 8, 2026\n* Public extended access: January 8, 2027\n* End of life (EOL): April 8, 2027\n\n[1] https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html`,
      says: [`${sonnet45} | us-east-1 eu-west-1 | 2026-10-08 | 2027-01-08 | 2027-04-08`],
    },
    {
      why: 'a Region per line with bullets, in capitals, and dates in a numbered list',
      text: `Model ID: ${opus41}\n\nApplicable Regions:\n- US-EAST-1\n- US-EAST-2\n- US-WEST-2\n\nTimeline:\n1. July 8, 2026: the model becomes Legacy\n2. October 8, 2026: public extended access begins\n3. January 8, 2027: the model reaches end of life`,
      says: [`${opus41} | us-east-1 us-east-2 us-west-2 | 2026-07-08 | 2026-10-08 | 2027-01-08`],
    },
    {
      why: 'Regions by code with their names beside them',
      text: `"${opus41}" reaches end-of-life on January 8, 2027 in US East (N. Virginia) (us-east-1) and US West (Oregon) (us-west-2).`,
      says: [`${opus41} | us-east-1 us-west-2 | - | - | 2027-01-08`],
    },
    {
      why: 'a final notice with one date',
      text: `This is the final notice that on November 26, 2026, the model ${jambaMini} will reach end-of-life. After this date, requests to the model will fail.`,
      says: [`${jambaMini} | us-east-1 | - | - | 2026-11-26`],
    },
    {
      why: 'a reminder with its prefix',
      text: `[AWS Health may periodically trigger reminder notifications about this communication if resources remain unresolved.]\n\nHello,\n\nYou have used the following model ID '${haiku35}' in the past 30 days: the model was moved to Legacy on December 19, 2025 and will be end-of-life on June 19, 2026.`,
      says: [`${haiku35} | us-east-1 | 2025-12-19 | - | 2026-06-19`],
    },
    {
      why: 'Legacy effective immediately is the day of the event',
      text: `Effective immediately, ${sonnet45} is in Legacy status. The model will be retired on April 8, 2027.`,
      says: [`${sonnet45} | us-east-1 | 2026-10-08 | - | 2027-04-08`],
    },
    {
      why: 'Legacy as of this notice is the day of the event',
      text: `As of today, ${sonnet45} has entered the Legacy state. EOL date: April 8, 2027. Extended access date: January 8, 2027.`,
      says: [`${sonnet45} | us-east-1 | 2026-10-08 | 2027-01-08 | 2027-04-08`],
    },
    {
      why: 'all Regions by another phrase',
      text: `${opus41} will be discontinued on January 8, 2027 in all Regions where Amazon Bedrock offers it.`,
      says: [`${opus41} | all | - | - | 2027-01-08`],
    },
    {
      why: 'every AWS commercial Region',
      text: `End of support for ${opus41} is January 8, 2027. This applies to all commercial AWS Regions.`,
      says: [`${opus41} | all | - | - | 2027-01-08`],
    },
    {
      why: 'two models that share their dates',
      text: `AI21 Labs is ending Jamba 1.5 Large (${jambaLarge}) and Jamba 1.5 Mini (${jambaMini}). Both models became Legacy on May 26, 2026, entered extended access on August 26, 2026 and reach EOL on November 26, 2026.`,
      says: [
        `${jambaLarge} | us-east-1 | 2026-05-26 | 2026-08-26 | 2026-11-26`,
        `${jambaMini} | us-east-1 | 2026-05-26 | 2026-08-26 | 2026-11-26`,
      ],
    },
    {
      why: 'two models, each with its own date in one sentence',
      text: `${sonnet45} will reach end of life on April 8, 2027, and ${opus41} will reach end of life on January 8, 2027.`,
      says: [`${sonnet45} | us-east-1 | - | - | 2027-04-08`, `${opus41} | us-east-1 | - | - | 2027-01-08`],
    },
    {
      why: 'two models in a list, a line each',
      text: `The following models reach end of life:\n- ${sonnet45}: April 8, 2027\n- ${opus41}: January 8, 2027`,
      says: [`${sonnet45} | us-east-1 | - | - | 2027-04-08`, `${opus41} | us-east-1 | - | - | 2027-01-08`],
    },
    {
      why: 'ISO dates with labels',
      text: `modelId=${sonnet45}\nlegacyDate: 2026-10-08\nextendedAccessDate: 2027-01-08\nendOfLifeDate: 2027-04-08\nregions: us-east-1,us-west-2`,
      says: [`${sonnet45} | us-east-1 us-west-2 | 2026-10-08 | 2027-01-08 | 2027-04-08`],
    },
    {
      why: 'days before months',
      text: `${sonnet45} reaches its end of life on 8 April 2027; it has been Legacy since 8th October 2026.`,
      says: [`${sonnet45} | us-east-1 | 2026-10-08 | - | 2027-04-08`],
    },
    {
      why: 'weekdays before dates, and ordinals',
      text: `${sonnet45} goes Legacy on Thursday, October 8th, 2026. Its End-of-Life is Thursday, April 8th, 2027.`,
      says: [`${sonnet45} | us-east-1 | 2026-10-08 | - | 2027-04-08`],
    },
    {
      why: 'a time of day beside the date',
      text: `${sonnet45} will be shut down on April 8, 2027 at 12:00 AM PDT (07:00 UTC).`,
      says: [`${sonnet45} | us-east-1 | - | - | 2027-04-08`],
    },
    {
      why: 'line breaks that arrived as backslash n',
      text: String.raw`Model ID: ${sonnet45}\n\nApplicable Regions:\nUS-EAST-1\nUS-WEST-2\n\nImportant dates:\nLegacy: October 8, 2026\nEOL: April 8, 2027`,
      says: [`${sonnet45} | us-east-1 us-west-2 | 2026-10-08 | - | 2027-04-08`],
    },
    {
      why: 'HTML as in a mail',
      text: `<p>You have used <b>${sonnet45}</b> in <code>eu-central-1</code>.</p><ul><li>Legacy:&nbsp;October 8, 2026</li><li>Extended access: January 8, 2027</li><li>End of life: April 8, 2027</li></ul>`,
      says: [`${sonnet45} | eu-central-1 | 2026-10-08 | 2027-01-08 | 2027-04-08`],
    },
    {
      why: 'a table in Markdown',
      text: `| Model ID | Legacy date | Extended access date | EOL date |\n|---|---|---|---|\n| ${sonnet45} | October 8, 2026 | January 8, 2027 | April 8, 2027 |`,
      says: [`${sonnet45} | us-east-1 | 2026-10-08 | 2027-01-08 | 2027-04-08`],
    },
    {
      why: 'a profile id and an ARN are the same base model',
      text: `Resources: eu.${sonnet45}, arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.${sonnet45}. The model reaches end of life on April 8, 2027 in eu-west-1.`,
      says: [`${sonnet45} | eu-west-1 | - | - | 2027-04-08`],
    },
    {
      why: 'a date range for the Legacy period',
      text: `${opus41} is in Legacy from July 8, 2026 until its end of life on January 8, 2027, with public extended access from October 8, 2026 onwards.`,
      says: [`${opus41} | us-east-1 | 2026-07-08 | 2026-10-08 | 2027-01-08`],
    },
    {
      why: 'a deadline to migrate beside the end of life',
      text: `Please migrate your workloads by March 31, 2027. ${sonnet45} will no longer be available from April 8, 2027.`,
      says: [`${sonnet45} | us-east-1 | - | - | 2027-04-08`],
    },
    {
      why: 'an extension, with the former date',
      text: `We are extending the availability of ${opus41}: the end-of-life date moves from January 8, 2027 to March 8, 2027.`,
      says: [`${opus41} | us-east-1 | - | - | 2027-03-08`],
    },
    {
      why: 'a correction of an earlier notice',
      text: `Correction: in our notice of July 8, 2026 we stated an incorrect date. The correct end of life of ${opus41} is January 8, 2027, not January 18, 2027.`,
      says: [`${opus41} | us-east-1 | - | - | 2027-01-08`],
    },
    {
      why: 'a model and Regions with dates of their own, in paragraphs',
      text: `${haiku35}\n\nIn US-EAST-1 and US-WEST-2, EOL is June 19, 2026.\n\nIn EU-WEST-1, EOL is July 30, 2026.`,
      says: [`${haiku35} | us-east-1 us-west-2 | - | - | 2026-06-19`, `${haiku35} | eu-west-1 | - | - | 2026-07-30`],
    },
    {
      why: 'the past tense',
      text: `${haiku35} reached end of life on June 19, 2026 in us-east-1 and us-west-2. It was Legacy since December 19, 2025.`,
      says: [`${haiku35} | us-east-1 us-west-2 | 2025-12-19 | - | 2026-06-19`],
    },
    {
      why: 'GovCloud Regions',
      text: `Claude 3.7 Sonnet will reach end-of-life on July 30, 2026 in US-GOV-WEST-1 and US-GOV-EAST-1.`,
      says: ['anthropic.claude-3-7-sonnet-20250219-v1:0 | us-gov-west-1 us-gov-east-1 | - | - | 2026-07-30'],
    },
    {
      why: 'a model that no catalogue knows, with a suffix for its context',
      text: `Model ID newlab.verse-4.2-v1:0:200k enters Legacy on November 1, 2026 and reaches end of life on December 16, 2026.`,
      says: ['newlab.verse-4.2-v1:0 | us-east-1 | 2026-11-01 | - | 2026-12-16'],
    },
    {
      why: 'an id with a dot in its name',
      text: `OpenAI is retiring openai.gpt-6.1-sol. It will be deprecated on March 1, 2027 and shut off on September 1, 2027.`,
      says: ['openai.gpt-6.1-sol | us-east-1 | 2027-03-01 | - | 2027-09-01'],
    },
    {
      why: 'the model in capitals at the start of a line',
      text: `MODEL: CLAUDE SONNET 4.5\nLEGACY: OCTOBER 8, 2026\nEOL: APRIL 8, 2027\nREGIONS: US-EAST-1, US-WEST-2`,
      says: [`${sonnet45} | us-east-1 us-west-2 | 2026-10-08 | - | 2027-04-08`],
    },
    {
      why: 'a sentence that lists what a stage means names no date',
      text: `On April 8, 2027 ${sonnet45} reaches end of life. Models in Legacy accept no new Provisioned Throughput, and end of life means that requests fail. In extended access, prices may be higher.`,
      says: [`${sonnet45} | us-east-1 | - | - | 2027-04-08`],
    },
    {
      why: 'dates joined by respectively',
      text: `${sonnet45} enters Legacy, extended access and end of life on October 8, 2026, January 8, 2027 and April 8, 2027, respectively.`,
      says: [`${sonnet45} | us-east-1 | 2026-10-08 | 2027-01-08 | 2027-04-08`],
    },
    {
      why: 'the first day on which requests fail',
      text: `Requests to ${sonnet45} that are made on or after April 8, 2027 will fail. End of life: April 8, 2027.`,
      says: [`${sonnet45} | us-east-1 | - | - | 2027-04-08`],
    },
    {
      why: 'both models first, then the earlier date of the one and the later of the other',
      text: `You have used ${sonnet45} and ${opus41} in the past 30 days.\n\n${opus41} reaches EOL on January 8, 2027.\n${sonnet45} reaches EOL on April 8, 2027.`,
      says: [`${sonnet45} | us-east-1 | - | - | 2027-04-08`, `${opus41} | us-east-1 | - | - | 2027-01-08`],
    },
    {
      why: 'dates beside two models of which one is only a replacement',
      text: `${opus41} retires on January 8, 2027. Move to ${sonnet45}, which is itself Legacy since October 8, 2026.`,
      says: [`${opus41} | us-east-1 | - | - | 2027-01-08`],
    },
    {
      why: 'a replacement with a floor of its own in brackets',
      text: `${opus41} retires on January 8, 2027. Recommended replacement: Claude Opus 5 (end of life no sooner than July 24, 2027).`,
      says: [`${opus41} | us-east-1 | - | - | 2027-01-08`],
    },
    {
      why: 'snake case, and Regions as a JSON list',
      text: `{"model_id": "${sonnet45}", "legacy_date": "2026-10-08", "end_of_life_date": "2027-04-08", "regions": ["us-east-1", "eu-west-1"]}`,
      says: [`${sonnet45} | us-east-1 eu-west-1 | 2026-10-08 | - | 2027-04-08`],
    },
    {
      why: 'a date whose year comes first, with slashes',
      text: `${sonnet45}: EOL 2027/04/08 (Legacy 2026/10/08).`,
      says: [`${sonnet45} | us-east-1 | 2026-10-08 | - | 2027-04-08`],
    },
    {
      why: 'a day that does not exist is no date',
      text: `${sonnet45} is Legacy since October 8, 2026 and reaches end of life on February 30, 2027.`,
      says: [`${sonnet45} | us-east-1 | 2026-10-08 | - | -`],
    },
    {
      why: 'two models and their dates joined by respectively',
      text: `${opus41} and ${sonnet45} will reach end of life on January 8, 2027 and April 8, 2027, respectively.`,
      says: [`${opus41} | us-east-1 | - | - | 2027-01-08`, `${sonnet45} | us-east-1 | - | - | 2027-04-08`],
    },
  ])('$why', ({ text, says, detail }) => {
    expect(read(text, detail).map(line)).toEqual(says);
  });

  it.each`
    languages             | why
    ${['en_US', 'ja_JP']} | ${'English first'}
    ${['ja_JP', 'en_US']} | ${'English second'}
    ${['de_DE', 'en-GB']} | ${'English of another country'}
  `('of several languages the English text is read: $why', ({ languages }: { languages: string[] }) => {
    const texts: Record<string, string> = {
      ja_JP: `${opus41} のサポートは 2027年1月8日 に終了します。`,
      de_DE: `${opus41} wird am 8. Januar 2027 abgeschaltet.`,
    };
    const eventDescription = languages.map((language) => ({
      language,
      latestDescription: texts[language] ?? `${opus41} reaches end of life on January 8, 2027.`,
    }));

    expect(read('', { eventDescription }).map(line)).toEqual([`${opus41} | us-east-1 | - | - | 2027-01-08`]);
  });

  it('the floor of a replacement is not the floor of the model to leave', () => {
    const [notice] = read(
      `${opus41} retires on January 8, 2027. Move to Claude Opus 5 (EOL no sooner than July 24, 2027).`,
    );

    expect(notice?.dates.noSoonerThan).toBeNull();
  });

  it('a floor is no end: what ends no sooner than a day has no end of life yet', () => {
    const [notice] = read(
      `${opus41} becomes Legacy on October 8, 2026. Its end of life will be no sooner than April 8, 2027.`,
    );

    expect(notice?.dates).toMatchObject({ legacy: '2026-10-08', endOfLife: null, noSoonerThan: '2027-04-08' });
  });

  it.each`
    floor
    ${'not before April 8, 2027'}
    ${'no earlier than April 8, 2027'}
    ${'at the earliest on April 8, 2027'}
    ${'April 8, 2027 at the earliest'}
    ${'on April 8, 2027 or later'}
  `('a floor in other words: end of life $floor', ({ floor }: { floor: string }) => {
    const [notice] = read(`${opus41} will reach end of life ${floor}. It is Legacy from October 8, 2026.`);

    expect(notice?.dates).toMatchObject({ legacy: '2026-10-08', endOfLife: null, noSoonerThan: '2027-04-08' });
  });
});

describe('replacements', () => {
  it.each`
    text                                                                                                                                | ids                                                         | names                  | why
    ${`${opus41} ends on January 8, 2027 (end of life). We recommend migrating to anthropic.claude-opus-5.`}                            | ${['anthropic.claude-opus-5']}                              | ${[]}                  | ${'by id'}
    ${`${opus41} reaches EOL on January 8, 2027. Please transition to Claude Opus 4.8 before then.`}                                    | ${['anthropic.claude-opus-4-8']}                            | ${[]}                  | ${'by the name AWS displays'}
    ${`${opus41} reaches EOL on January 8, 2027. Recommended replacement: Claude Opus 5 or Claude Opus 4.8.`}                           | ${['anthropic.claude-opus-5', 'anthropic.claude-opus-4-8']} | ${[]}                  | ${'a choice, best first'}
    ${`${opus41} reaches EOL on January 8, 2027. We suggest newer models from Anthropic, or another model.`}                            | ${[]}                                                       | ${[]}                  | ${'none by name'}
    ${`${opus41} reaches EOL on January 8, 2027. Consider upgrading to Mistral Large 3.`}                                               | ${[]}                                                       | ${['Mistral Large 3']} | ${'a name that no catalogue has'}
    ${`${opus41} reaches EOL on January 8, 2027. Its successor is us.anthropic.claude-opus-5.`}                                         | ${['anthropic.claude-opus-5']}                              | ${[]}                  | ${'by profile id'}
    ${`Replacement model: arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-opus-5\nModel: ${opus41}\nEOL: January 8, 2027`} | ${['anthropic.claude-opus-5']}                              | ${[]}                  | ${'by ARN, before the model that ends'}
  `('$why', ({ text, ids, names }: { text: string; ids: string[]; names: string[] }) => {
    const all = read(text);

    expect(all.map(line)).toEqual([`${opus41} | us-east-1 | - | - | 2027-01-08`]);
    expect(all[0]?.replacements).toEqual(ids);
    expect(all[0]?.replacementNames).toEqual(names);
  });
});

describe('prices', () => {
  const base = `${opus41} moves to public extended access on October 8, 2026 and reaches EOL on January 8, 2027.`;

  it.each`
    text                                                                                                                                | prices                                                       | why
    ${'From October 8, 2026: Input: $0.018 per 1,000 tokens. Output: $0.09 per 1,000 tokens.'}                                          | ${[{ input: 0.018, output: 0.09, effective: '2026-10-08' }]} | ${'per 1,000 tokens'}
    ${'Updated Pricing for On Demand Inference (Effective October 8, 2026):\nInput: $0.018 per 1K tokens\nOutput: $0.09 per 1K tokens'} | ${[{ input: 0.018, output: 0.09, effective: '2026-10-08' }]} | ${'per 1K tokens, under a heading with the day'}
    ${'Effective October 8, 2026, the price is $18.00 per million input tokens and $90.00 per million output tokens.'}                  | ${[{ input: 0.018, output: 0.09, effective: '2026-10-08' }]} | ${'per million tokens, kept per 1,000'}
    ${'Starting October 8, 2026, prices are $18 / 1M input tokens and $90 / 1M output tokens.'}                                         | ${[{ input: 0.018, output: 0.09, effective: '2026-10-08' }]} | ${'per 1M tokens with a slash'}
    ${'Prices do not change.'}                                                                                                          | ${[]}                                                        | ${'no price'}
  `('$why', ({ text, prices }: { text: string; prices: unknown }) => {
    const [notice] = read(`${base}\n\n${text}`);

    expect(notice?.prices).toEqual(prices);
    expect(notice?.dates).toMatchObject({ extendedAccess: '2026-10-08', endOfLife: '2027-01-08' });
  });
});

describe('withdrawals', () => {
  const issue = {
    eventTypeCategory: 'issue',
    eventTypeCode: 'AWS_BEDROCK_OPERATIONAL_ISSUE',
    eventScopeCode: 'PUBLIC',
  };

  it.each`
    text                                                                                                                                    | detail                                | withdrawn | why
    ${'Access to Claude Fable 5 has been removed in all AWS Regions, effective immediately, by order of the authorities.'}                  | ${issue}                              | ${true}   | ${'an issue'}
    ${'Claude Fable 5 is no longer available on Amazon Bedrock in any AWS Region as of June 13, 2026. We have no timeline for its return.'} | ${issue}                              | ${true}   | ${'no longer available'}
    ${'Effective immediately, access to Claude Fable 5 (anthropic.claude-fable-5) has been revoked in all AWS Regions.'}                    | ${{}}                                 | ${true}   | ${'an account notification that revokes'}
    ${'We have suspended access to Claude Fable 5 in all AWS Regions, and are working with the provider.'}                                  | ${issue}                              | ${true}   | ${'suspended'}
    ${'[RESOLVED] Access to Claude Fable 5 has been restored in all AWS Regions. The model is operating normally.'}                         | ${{ ...issue, statusCode: 'closed' }} | ${false}  | ${'an issue that gives the model back'}
    ${'Claude Fable 5, which had been revoked on June 13, 2026, is available again in all AWS Regions.'}                                    | ${issue}                              | ${false}  | ${'available again'}
    ${'Claude Fable 5 enters Legacy. In Legacy, access may be withdrawn from accounts that do not use it, in all AWS Regions.'}             | ${{}}                                 | ${null}   | ${'what Legacy may bring'}
    ${'We have withdrawn Claude Fable 5 from Amazon Bedrock in all AWS Regions with immediate effect. Requests now fail.'}                  | ${{}}                                 | ${true}   | ${'withdrawn with immediate effect'}
    ${'Access to Claude Fable 5 was revoked on June 13, 2026. Access has been reinstated in all AWS Regions.'}                              | ${{}}                                 | ${false}  | ${'an account notification that gives the model back'}
    ${'Claude Fable 5 reaches end of life on October 1, 2027 in all AWS Regions. Requests will fail after that day.'}                       | ${{}}                                 | ${null}   | ${'a plain end of life takes nothing away at once'}
  `(
    '$why',
    ({ text, detail, withdrawn }: { text: string; detail: Record<string, unknown>; withdrawn: boolean | null }) => {
      const [notice, ...more] = read(text, detail);

      expect(more).toEqual([]);
      expect(notice).toMatchObject({ modelId: 'anthropic.claude-fable-5', regions: ['all'], withdrawn });
    },
  );
});
