import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobRecord } from '../../domain/situation.ts';
import { placeOf } from '../../domain/tracker.ts';
import { migrationTicket } from '../../templates/migration-ticket.ts';
import { ticketBody } from '../builders/ticket-body.ts';
import { nastySituations } from '../builders/nasty-situation.ts';
import type { SituationParts } from '../builders/situation.ts';
import {
  aCatalogue,
  aSituation,
  aWithdrawal,
  healthEvent,
  manyAffected,
  saidByHealth,
  sonnet45,
  sonnetCatalogue,
} from '../builders/situation.ts';

const page = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html';

function body(parts: SituationParts = {}): string {
  return ticketBody(aSituation(parts));
}

/** The part of the body under a heading. */
function under(heading: string, parts: SituationParts = {}): string {
  return body(parts).split(`## ${heading}\n\n`)[1]?.split('\n\n## ')[0] ?? '';
}

describe('the title', () => {
  const gone = { heard: { withdrawals: [aWithdrawal()] } };

  it.each`
    parts                              | title
    ${{}}                              | ${'Leave Claude Sonnet 4.5 before 2027-01-08 (extended access)'}
    ${{ now: '2027-01-08T09:00:00Z' }} | ${'Leave Claude Sonnet 4.5 before 2027-04-08 (end of life)'}
    ${{ now: '2027-04-09T09:00:00Z' }} | ${'Replace Claude Sonnet 4.5: end of life was 2027-04-08'}
    ${gone}                            | ${'Replace Claude Sonnet 4.5 now: access was withdrawn'}
    ${{ catalogue: aCatalogue() }}     | ${`Leave ${sonnet45}: find out its end of life first`}
  `('$title', ({ parts, title }: { parts: SituationParts; title: string }) => {
    expect(migrationTicket(aSituation(parts)).title).toBe(title);
  });
});

describe('the body', () => {
  it('begins with what must be done before when, and why', () => {
    expect(body()).toMatch(
      `Team **payments** uses **Claude Sonnet 4.5** (\`${sonnet45}\`). It is Legacy.\n` +
        'Everything must be moved before **8 January 2027**, when extended access begins; from then on the provider may charge more.\n\n',
    );
  });

  it('gives each date with its source, and where to read it', () => {
    const heard = { words: [saidByHealth('endOfLife', '2027-03-30')] };

    expect(under('What happens when', { heard })).toBe(
      [
        '| What | Date (from 00:00 UTC) | Who says so | As of | Where to read it |',
        '| --- | --- | --- | --- | --- |',
        `| Legacy | 8 October 2026 | Sundial's catalogue | 13 October 2026 | [page](${page}) |`,
        `| Extended access | 8 January 2027 | Sundial's catalogue | 13 October 2026 | [page](${page}) |`,
        `| End of life | 30 March 2027 | AWS Health | 8 October 2026 | \`${healthEvent}\` |`,
        '',
        `- Sources disagree about end of life; the earliest date binds: 30 March 2027 (AWS Health on 8 October 2026) and 8 April 2027 ([Sundial's catalogue](${page}) as of 13 October 2026).`,
      ].join('\n'),
    );
  });

  it("folds away each Region's own dates where they differ", () => {
    const dates = under('What happens when', {
      heard: { words: [saidByHealth('endOfLife', '2027-03-30', { region: 'us-east-1' })] },
    });

    expect(dates).toContain("<summary>Each Region's own dates (2 Regions)</summary>");
    expect(dates).toContain('| eu-central-1 | 2026-10-08 | 2027-01-08 | 2027-04-08 |');
    expect(dates).toContain('| us-east-1 | 2026-10-08 | 2027-01-08 | 2027-03-30 |');
    expect(under('What happens when')).not.toContain('<details>');
  });

  it('counts the Regions that would make the list too long', () => {
    const dates = under('What happens when', {
      migration: { affected: manyAffected(1, 75) },
      heard: { words: [saidByHealth('endOfLife', '2027-03-30', { region: 'ap-southeast-1' })] },
    });

    expect(dates.match(/^\| ap-southeast/gm)).toHaveLength(70);
    expect(dates).toContain('And 5 Regions more.');
  });

  it('lists who is affected, account by account', () => {
    expect(under('Who is affected')).toBe(
      [
        '2 accounts in 2 Regions.',
        '',
        '| Account | Regions |',
        '| --- | --- |',
        '| `111122223333` | eu-central-1 and us-east-1 |',
        '| `444455556666` | us-east-1 |',
      ].join('\n'),
    );
  });

  it('folds a long list away and counts what it leaves out', () => {
    const who = under('Who is affected', { migration: { affected: manyAffected(200, 60) } });

    expect(who).toContain('200 accounts in 60 Regions.\n\n<details>');
    expect(who).toContain(
      '| ap-southeast-1, ap-southeast-2, ap-southeast-3, ap-southeast-4, ap-southeast-5, ap-southeast-6, ap-southeast-7, ap-southeast-8 and 52 more |',
    );
    expect(who.match(/\| `\d{12}` \|/g)).toHaveLength(100);
    expect(who).toContain('And 100 accounts more.');
  });

  it('plans the phases, each with the day it is done before', () => {
    expect(under('Plan')).toBe(
      [
        '| Phase | From | Done before | What for |',
        '| --- | --- | --- | --- |',
        '| Assess | 23 October 2026 | 30 October 2026 | Find every use of the model and who owns it |',
        '| Research | 30 October 2026 | 13 November 2026 | Choose the replacement and learn what differs |',
        '| Test | 13 November 2026 | 4 December 2026 | Compare the two side by side on your own prompts |',
        '| Migrate | 4 December 2026 | 25 December 2026 | Move the traffic over, a part at a time |',
        '| Operate | 25 December 2026 | 8 January 2027 | Watch the new model, and remove the old one |',
        '',
        'Days are those of Europe/Berlin.',
      ].join('\n'),
    );
  });

  it('says which phases have no day of their own in an emergency', () => {
    const plan = under('Plan', { migration: { openedOn: '2027-04-06' }, now: '2027-04-06T09:00:00Z' });

    expect(plan).toContain('the plan counts every day, weekends, holidays and freezes too');
    expect(plan).toContain('| Assess | 6 April 2027 | at once |');
  });

  it('has the steps and the tests as checklists', () => {
    expect(under('Steps')).toMatch(/^(- \[ \] .+\n?){8}$/);
    expect(under('Steps')).toContain(
      '- [ ] Quotas: request them for `anthropic.claude-sonnet-5` now; increases take days, and none is granted for a Legacy model',
    );
    expect(under('Steps')).toContain(`- [ ] Model references: replace \`${sonnet45}\` in code`);
    expect(under('Steps', { catalogue: aCatalogue() })).toContain(
      '- [ ] Quotas: request them for the replacement now; increases take days, and none is granted for the old model once it is Legacy',
    );
    for (const test of ['Side by side', 'Performance', 'Regression', 'Edge cases']) {
      expect(under('Tests to run')).toContain(`- [ ] ${test}: `);
    }
  });

  it('says what the stage takes away', () => {
    expect(under('While it is Legacy')).toContain('- No new Provisioned Throughput;');
    expect(under('While it is Legacy, in extended access', { now: '2027-01-09T09:00:00Z' })).toContain(
      '- The provider may charge more',
    );
    expect(body({ now: '2026-10-01T09:00:00Z' })).not.toContain('## While it is');
  });

  const consoleLink = (region: string) =>
    `- [The model in the Bedrock console, ${region}](https://${region}.console.aws.amazon.com/bedrock/home?region=${region}#/model-catalog/serverless/${sonnet45})`;

  it('links the thread and the console near its beginning, where no tracker cuts it', () => {
    const thread = '- [The thread in Slack](https://acme.slack.com/archives/C0123456789/p1791442800000100)';
    expect(under('Links')).toBe([thread, consoleLink('eu-central-1')].join('\n'));
    expect([...body().matchAll(/^## (.*)$/gm)].slice(0, 2).map(([, heading]) => heading)).toEqual([
      'Who leads',
      'Links',
    ]);
    expect(migrationTicket(aSituation()).summary).toContain(`${thread}\n${consoleLink('eu-central-1')}`);
    expect(under('Links', { migration: { thread: null } })).not.toContain('Slack');
    const affected = [{ account: '111122223333', region: 'us-gov-west-1' }];
    expect(under('Links', { migration: { affected } })).not.toContain('console');
    expect(body({ migration: { affected, thread: null } })).not.toContain('## Links');
  });

  it('leads from where a team keeps it too to the ticket that leads, and not to itself', () => {
    const plain = aSituation();
    const github = { kind: 'github', repository: 'acme/payments' } as const;
    const situation = { ...plain, team: { ...plain.team, trackers: [github] as const } };
    const link = '- [The ticket acme/payments\\#12](https://github.com/acme/payments/issues/12)';

    expect(migrationTicket(situation, 'pagerduty | PIJ90N7').summary).toContain(link);
    expect(migrationTicket(situation, 'pagerduty | PIJ90N7').parts.join('\n')).toContain(link);
    expect(migrationTicket(situation, placeOf(github)).summary).not.toContain('The ticket ');
  });

  it('ends with the console of other Regions, the lifecycle page and the notices', () => {
    expect(under('Read more')).toBe(
      [
        consoleLink('us-east-1'),
        '- [Model lifecycle in the Amazon Bedrock user guide](https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html)',
        `- Notice \`${healthEvent}\``,
      ].join('\n'),
    );
  });

  it('says which notices AWS has closed, and counts those it leaves out', () => {
    const notices = Array.from({ length: 12 }, (_, n) => ({
      reference: `arn:${n}`,
      asOf: '2026-10-08',
      closed: n === 0,
    }));

    expect(under('Read more', { migration: { notices } })).toContain(
      '- Notice `arn:0` (closed by AWS)\n- Notice `arn:1`\n',
    );
    expect(under('Read more', { migration: { notices } })).toContain('- Notice `arn:9`\n- and 2 more notices');
  });

  it('lists prices', () => {
    const prices = [{ input: 0.006, output: null, effective: '2027-01-08' }];
    expect(under('Prices announced', { migration: { prices } })).toBe(
      '- From 8 January 2027: $0.006 for 1,000 input tokens.',
    );
  });

  it('changes only when a fact does: tomorrow it says the same', () => {
    expect(body({ now: '2026-11-21T09:00:00Z' })).toBe(body({ now: '2026-11-20T09:00:00Z' }));
    expect(body({ now: '2027-01-08T09:00:00Z' })).not.toBe(body({ now: '2027-01-07T09:00:00Z' }));
  });
});

describe('an end of life that nobody gives', () => {
  it('is the first task, and nothing is planned', () => {
    const unknown = { catalogue: aCatalogue() };

    expect(under('First task: find the date', unknown)).toMatch(/none is made up here.*\n\n(- \[ \] .+\n?){4}$/s);
    expect(under('What happens when', unknown)).toContain('| End of life | not known | nobody gives it |');
    expect(body(unknown)).toContain('No source tells its dates.');
    expect(body(unknown)).not.toContain('## Plan');
    expect(body()).not.toContain('First task');
  });
});

describe('access withdrawn without notice', () => {
  it('is said first, and nothing is planned', () => {
    const gone = { heard: { withdrawals: [aWithdrawal()] } };

    expect(body(gone)).toMatch(
      /^Access to \*\*Claude Sonnet 4\.5\*\* \(`.*`\) was withdrawn in all Regions, says AWS Health on 19 November 2026\.\n/,
    );
    expect(under('What happens when', gone)).toContain('no longer to be planned by');
    expect(under('Plan', gone)).toBe('No timeline: access is gone, so moving comes first.');
    expect(body(gone)).not.toContain('First task');
  });

  it('differs from an end that came with notice', () => {
    expect(body({ now: '2027-04-09T09:00:00Z' })).toContain('It is past its end of life.\nRequests fail unless');
  });
});

describe('Bedrock jobs on the model', () => {
  function aJob(overrides: Partial<JobRecord> = {}): JobRecord {
    return {
      modelId: sonnet45,
      kind: 'modelCustomization',
      jobArn: 'arn:aws:bedrock:us-east-1:111122223333:model-customization-job/x/1',
      jobName: 'tune|refunds',
      status: 'Completed',
      account: '111122223333',
      region: 'us-east-1',
      at: '2026-11-02T10:00:00Z',
      failure: null,
      ...overrides,
    };
  }

  it('are listed, newest first, with what failed', () => {
    const failed = aJob({
      kind: 'batchInference',
      jobName: 'nightly',
      status: 'Failed',
      failure: 'no access',
      at: '2026-11-03T10:00:00Z',
    });

    expect(under('Bedrock jobs on this model', { heard: { jobs: [aJob(), failed] } })).toBe(
      [
        '| Day | Kind | Job | Status | Account | Region |',
        '| --- | --- | --- | --- | --- | --- |',
        '| 3 November 2026 | batch inference | `nightly` | Failed: no access | `111122223333` | us-east-1 |',
        '| 2 November 2026 | model customisation | `tune\\|refunds` | Completed | `111122223333` | us-east-1 |',
      ].join('\n'),
    );
  });

  it('are counted where they are many', () => {
    const jobs = Array.from({ length: 23 }, () => aJob());
    expect(under('Bedrock jobs on this model', { heard: { jobs } })).toMatch(/\n\nAnd 3 older\.$/);
  });
});

describe('whatever the situation', () => {
  it('GitHub takes the ticket, with room left for what people write', () => {
    fc.assert(
      fc.property(nastySituations, (situation) => {
        const { title, labels } = migrationTicket(situation);
        const markdown = ticketBody(situation);

        expect(title.length).toBeLessThanOrEqual(256);
        expect(title).not.toContain('\n');
        expect(markdown.length).toBeLessThanOrEqual(51_000);
        expect(markdown).not.toContain('<!--');
        expect(markdown.replaceAll(/`[^`\n]*`|\]\([^)\n]*\)/g, '')).not.toMatch(/<!|@(?!\u{200B})/u);
        expect(labels).toEqual(['sundial']);
      }),
      { numRuns: 100 },
    );
  });

  it('names the parts that would be too long', () => {
    const long = '\\'.repeat(140);
    const ticket = body({
      catalogue: sonnetCatalogue({ name: long }),
      heard: {
        words: Array.from({ length: 60 }, (_, n) =>
          saidByHealth('endOfLife', '2027-03-30', { region: `ap-southeast-${n + 1}${long}` }),
        ),
      },
      migration: { affected: manyAffected(200, 60).map(({ account, region }) => ({ account, region: region + long })) },
    });

    expect(ticket.length).toBeLessThan(51_000);
    expect(ticket).toContain('## Who is affected\n\nToo long to show here.');
    expect(ticket).toContain('## Steps\n\n- [ ] ');
  });
});
