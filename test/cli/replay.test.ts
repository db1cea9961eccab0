import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/fixture.ts';
import { aFolder, documentOf } from './run.ts';

const now = ['--now', '2026-11-20T09:00:00Z'];
const haiku = fixture('health-bedrock', 'haiku-3-legacy-start');
const sonnet = fixture('health-bedrock', 'sonnet-4-5-organization-view');
const unreadable = { ...haiku, id: 'unreadable', detail: { ...(haiku['detail'] as object), page: 'first' } };
const outcomes = (document: Record<string, unknown>) =>
  (document['events'] as { outcome: string }[]).map(({ outcome }) => outcome);

describe('sundial replay', () => {
  it('prints the document that the contract promises', async () => {
    const folder = aFolder({ 'notice.json': JSON.stringify(sonnet) });

    const ran = await folder.sundial(['replay', 'notice.json', ...now, '--json']);

    expect(ran.code).toBe(0);
    const document = documentOf(ran);
    expect(Object.keys(document)).toEqual(['events', 'migrations', 'calls']);
    expect(document['events']).toEqual([
      {
        id: sonnet['id'],
        rules: ['health-bedrock'],
        outcome: 'handled',
        reason: null,
        notices: [
          expect.objectContaining({
            modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
            regions: ['eu-central-1'],
            accounts: ['444455556666'],
            stage: 'legacy',
            dates: { legacy: '2026-10-08', extendedAccess: '2027-01-08', endOfLife: '2027-04-08' },
            replacement: { modelId: 'anthropic.claude-sonnet-5', source: 'notice' },
          }),
        ],
        actions: ['openTicket', 'postMessage', 'updateTicket', 'publishEvent'].map(
          (kind) =>
            expect.objectContaining({ kind, key: expect.stringContaining(kind) as string, team: 'default' }) as unknown,
        ),
      },
    ]);
    expect(document['migrations']).toEqual([
      expect.objectContaining({
        id: expect.any(String) as string,
        modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
        team: 'default',
        stage: 'legacy',
        daysLeft: 139,
        status: 'open',
        emergency: false,
        dates: expect.objectContaining({ endOfLife: '2027-04-08' }) as unknown,
        sources: expect.arrayContaining([expect.objectContaining({ date: 'endOfLife', source: 'health' })]) as unknown,
        ticket: { key: expect.any(String) as string, url: expect.stringMatching(/^http/) as string },
        thread: { channel: expect.any(String) as string, ts: expect.any(String) as string },
      }),
    ]);
    expect(document['calls']).toEqual({ ticketsOpened: 1, messagesPosted: 1, repliesPosted: 0 });
  });

  it('leaves nothing behind without --state', async () => {
    const folder = aFolder({ 'notice.json': JSON.stringify(sonnet) });

    await folder.sundial(['replay', 'notice.json', ...now]);

    expect(folder.left()).toEqual({ work: ['notice.json'], temporary: [] });
  });

  it('continues where an earlier replay with the same --state ended', async () => {
    const folder = aFolder({ 'notice.json': JSON.stringify(sonnet) });
    const replay = () => folder.sundial(['replay', 'notice.json', '--state', 'state', ...now]);

    const first = documentOf(await replay());
    const second = documentOf(await replay());

    expect(second['calls']).toEqual({ ticketsOpened: 0, messagesPosted: 0, repliesPosted: 0 });
    expect(second['events']).toMatchObject([{ outcome: 'handled', reason: 'delivered before', actions: [] }]);
    expect(second['migrations']).toEqual(first['migrations']);
  });

  it('answers in input order, over several files, arrays, JSON lines and standard input', async () => {
    const other = { source: 'aws.ec2', id: 'other', detail: {} };
    const folder = aFolder({
      'array.json': JSON.stringify([other, sonnet], null, 2),
      'lines.jsonl': `${JSON.stringify(haiku)}\n\n${JSON.stringify(other)}\r\n`,
    });

    const ran = await folder.sundial(
      ['replay', 'array.json', '-', 'lines.jsonl', ...now],
      `\uFEFF${JSON.stringify(haiku)}`,
    );

    expect(ran.code).toBe(0);
    expect(outcomes(documentOf(ran))).toEqual(['ignored', 'handled', 'handled', 'handled', 'ignored']);
    expect(documentOf(ran)['calls']).toMatchObject({ ticketsOpened: 2, messagesPosted: 2 });
  });

  it('exits 1 where an event was rejected, with the reason, and handles the others all the same', async () => {
    const folder = aFolder({ 'events.json': JSON.stringify([unreadable, sonnet]) });

    const ran = await folder.sundial(['replay', 'events.json', ...now]);

    expect(ran.code).toBe(1);
    expect(documentOf(ran)['events']).toMatchObject([
      { id: 'unreadable', outcome: 'rejected', reason: 'detail.page: expected a whole number from 1', actions: [] },
      { outcome: 'handled' },
    ]);
    expect(documentOf(ran)['calls']).toMatchObject({ ticketsOpened: 1 });
  });

  it('what was rejected waits in the dead letters of the state', async () => {
    const folder = aFolder({ 'event.json': JSON.stringify(unreadable) });
    await folder.sundial(['replay', 'event.json', '--state', 'state', ...now]);

    const ran = await folder.sundial(['redrive', '--state', 'state', '--list', '--json', ...now]);

    expect(ran.code).toBe(1);
    expect(documentOf(ran)['deadLetters']).toMatchObject([
      { rule: 'health-bedrock', event: { id: 'unreadable' }, reason: 'detail.page: expected a whole number from 1' },
    ]);
  });

  it.each`
    text                                                                               | place              | why
    ${'{"source": "aws.health", "detail": x}'}                                         | ${'events.json:1'} | ${'a word that is no JSON'}
    ${'{\n  "source": "aws.health",\n  "detail": {\n    "service": BEDROCK\n  }\n}\n'} | ${'events.json:4'} | ${'on a later line'}
    ${'[\n  { "id": "one" }\n  { "id": "two" }\n]'}                                    | ${'events.json:3'} | ${'a comma is missing'}
    ${'{"id": "one"}\n{"id": "two"}\n{"id"\n'}                                         | ${'events.json:3'} | ${'the third of JSON lines'}
    ${'[\n  { "id": "one" },\n'}                                                       | ${'events.json:2'} | ${'the end is missing'}
    ${''}                                                                              | ${'events.json:1'} | ${'nothing'}
  `(
    'exits 2 and names file and line where the input is no JSON: $why',
    async ({ text, place }: { text: string; place: string }) => {
      const folder = aFolder({ 'events.json': text });

      const ran = await folder.sundial(['replay', 'events.json', '--state', 'state', ...now]);

      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain(`${place}: expected`);
      expect(folder.left().work).toEqual(['events.json']);
    },
  );

  it.each`
    args                                             | says                           | why
    ${['replay', 'missing.json']}                    | ${/missing\.json: .*ENOENT/}   | ${'a file that is not there'}
    ${['replay', 'one.json', '--now', 'soon']}       | ${/--now: expected an ISO/}    | ${'a clock that is no instant'}
    ${['replay', 'one.json', '--config', 'no.yml']}  | ${/no\.yml: cannot be read/}   | ${'a configuration that is not there'}
    ${['replay', 'one.json', '--config', 'bad.yml']} | ${/bad\.yml:3: .*colour/}      | ${'a configuration with a field that nobody knows'}
    ${['replay']}                                    | ${/missing required argument/} | ${'no file'}
    ${['replay', 'one.json', '--stat', 'x']}         | ${/Did you mean --state/}      | ${'an option that nobody knows'}
  `('exits 2 before anything is done: $why', async ({ args, says }: { args: string[]; says: RegExp }) => {
    const folder = aFolder({
      'one.json': JSON.stringify(sonnet),
      'bad.yml':
        'defaultTeam: a\nteams: { a: { channel: "#a", tracker: { kind: github, repository: a/a } } }\ncolour: red\n',
    });

    const ran = await folder.sundial(args);

    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(says);
  });

  it('uses ./sundial.yml where there is one', async () => {
    const configuration = `
teams:
  research:
    channel: "#research"
    tracker: { kind: github, repository: example-corp/research }
defaultTeam: research
`;
    const folder = aFolder({ 'notice.json': JSON.stringify(sonnet), 'sundial.yml': configuration });

    const ran = await folder.sundial(['replay', 'notice.json', ...now]);

    expect(documentOf(ran)['migrations']).toMatchObject([{ team: 'research' }]);
  });
});
