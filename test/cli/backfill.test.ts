import { describe, expect, it } from 'vitest';
import { credentialsFor, day, unreachable } from './aws.ts';
import { aFolder, documentOf } from './run.ts';

const simulated = ['backfill', '--simulated', '--now', day, '--state', 'state'];
const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('sundial backfill', () => {
  it('prints the document that the contract promises, and opens nothing twice', async () => {
    const folder = aFolder();

    const first = await folder.sundial([...simulated, '--json']);
    const second = await folder.sundial([...simulated, '--json']);

    expect([first.code, second.code]).toEqual([0, 0]);
    const document = documentOf(first);
    expect(Object.keys(document)).toEqual(['simulated', 'supportPlan', 'events', 'unreadable', 'migrations', 'calls']);
    expect(document).toMatchObject({ simulated: true, supportPlan: true, events: 3, unreadable: [] });
    expect(document['calls']).toEqual({ ticketsOpened: 2, messagesPosted: 2, repliesPosted: 0 });
    expect(document['migrations']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: `${sonnet45}/default`,
          accounts: ['444455556666', '777788889999'],
          sources: expect.arrayContaining([
            expect.objectContaining({ date: 'endOfLife', value: '2027-04-08', source: 'health' }),
          ]) as unknown,
          ticket: expect.objectContaining({ key: 'sundial/migrations#1' }) as unknown,
        }),
      ]),
    );
    expect(documentOf(second)).toEqual({
      ...document,
      calls: { ticketsOpened: 0, messagesPosted: 0, repliesPosted: 0 },
    });
    expect(folder.left()).toEqual({ work: ['state'], temporary: [] });
  });

  it('says in a line what came of it, and on stderr that nothing of it is real', async () => {
    const ran = await aFolder().sundial(simulated);

    expect(ran.stdout).toBe('3 open events: 2 tickets opened, 2 threads started.\n');
    expect(ran.stderr).toBe('No AWS is asked: this is the simulated organisation. Nothing of it is real.\n');
  });

  it.each`
    organization          | events | why
    ${[]}                 | ${1}   | ${'those of the account that asks'}
    ${['--organization']} | ${3}   | ${'those of every account'}
  `(
    'takes $why, from AWS where there are credentials',
    async ({ organization, events }: { organization: string[]; events: number }) => {
      const ran = await aFolder().sundial(
        ['backfill', '--now', day, '--state', 'state', '--json', ...organization],
        '',
        await credentialsFor(),
      );

      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect(documentOf(ran)).toMatchObject({ simulated: false, supportPlan: true, events });
    },
  );

  it('lives on without a support plan, and says so', async () => {
    const env = await credentialsFor({ hasSupportPlan: false });
    const folder = aFolder();
    const ask = (...more: string[]) => folder.sundial(['backfill', '--now', day, '--state', 'state', ...more], '', env);

    const told = await ask();
    const document = documentOf(await ask('--json'));

    expect(told.code).toBe(0);
    expect(told.stdout).toMatch(/answers no questions without a support plan\. Nothing was taken\./);
    expect(document).toMatchObject({ supportPlan: false, events: 0, migrations: [] });
  });

  it('names what it cannot read, takes the rest, and exits 1', async () => {
    const notice = (id: string, text: string) => ({
      arn: `arn:aws:health:us-east-1::event/BEDROCK/AWS_BEDROCK_PLANNED_LIFECYCLE_EVENT/${id}`,
      account: '111122223333',
      region: 'us-east-1',
      service: 'BEDROCK',
      code: 'AWS_BEDROCK_PLANNED_LIFECYCLE_EVENT',
      category: 'scheduledChange' as const,
      sentOn: '2026-11-01',
      text,
      entities: [],
    });
    const env = await credentialsFor({
      notices: [
        notice('riddle', 'A model reaches its end of life on April 8, 2027. We do not say which.'),
        notice('plain', `The model ${sonnet45} is Legacy and reaches end-of-life on April 8, 2027.`),
      ],
    });

    const ran = await aFolder().sundial(['backfill', '--now', day, '--state', 'state', '--json'], '', env);

    expect(ran.code).toBe(1);
    expect(documentOf(ran)).toMatchObject({
      events: 2,
      unreadable: [{ eventArn: expect.stringContaining('riddle') as string, reason: expect.any(String) as string }],
      calls: { ticketsOpened: 1 },
    });
    expect(ran.stderr).toMatch(/^sundial: arn:aws:health:.*riddle cannot be read: /m);
  });

  it.each`
    env                                                   | says                                               | why
    ${unreachable}                                        | ${/sts:GetCallerIdentity failed: .*ECONNREFUSED/}  | ${'nobody says who is asking'}
    ${{ ...unreachable, AWS_ACCOUNT_ID: '111122223333' }} | ${/AWS Health could not be asked: .*ECONNREFUSED/} | ${'AWS Health does not answer'}
  `('exits 3 where nothing answers: $why', async ({ env, says }: { env: Record<string, string>; says: RegExp }) => {
    const ran = await aFolder().sundial(['backfill', '--now', day, '--state', 'state', '--json'], '', env);

    expect(ran.code).toBe(3);
    expect(documentOf(ran)).toEqual({ error: { message: expect.stringMatching(says) as string, exitCode: 3 } });
  });

  it.each`
    args                                                 | says                              | why
    ${['backfill']}                                      | ${/--state/}                      | ${'no place to keep things'}
    ${[...simulated, '--config', 'nowhere.yml']}         | ${/nowhere\.yml: cannot be read/} | ${'a file that is not there'}
    ${['backfill', '--state', 'state', '--now', 'soon']} | ${/--now: expected an ISO date/}  | ${'a day in words'}
    ${[...simulated, '--organisation']}                  | ${/Did you mean --organization/}  | ${'an option spelt the British way'}
  `('exits 2 and does nothing: $why', async ({ args, says }: { args: string[]; says: RegExp }) => {
    const folder = aFolder();

    const ran = await folder.sundial(args);

    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(says);
    expect(folder.left()).toEqual({ work: [], temporary: [] });
  });
});
