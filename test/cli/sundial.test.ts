import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aFolder, documentOf } from './run.ts';

describe('the command', () => {
  it.each`
    args                      | teaches                                                           | why
    ${['--help']}             | ${/Exit codes: 0 fine.*Commands:|Commands:.*Exit codes: 0 fine/s} | ${'what there is, and what exit codes say'}
    ${['replay', '--help']}   | ${/JSON lines.*handled, ignored/s}                                | ${'what may come in and what comes out'}
    ${['timeline', '--help']} | ${/--region.*Example:/s}                                          | ${'how to ask, with an example'}
    ${['up', '--help']}       | ${/--once/}                                                       | ${'how to play once'}
    ${['help', 'tick']}       | ${/--state/}                                                      | ${'what a tick needs'}
  `('teaches with $args: $why', async ({ args, teaches }: { args: string[]; teaches: RegExp }) => {
    const ran = await aFolder().sundial(args);

    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(teaches);
  });

  it.each`
    args                                 | says                           | why
    ${[]}                                | ${/Usage: sundial/}            | ${'nothing asked'}
    ${['timelin', 'x']}                  | ${/Did you mean timeline/}     | ${'a command that nobody knows'}
    ${['timeline']}                      | ${/missing required argument/} | ${'no model'}
    ${['timeline', 'x', '--regin', 'y']} | ${/Did you mean --region/}     | ${'an option that nobody knows'}
    ${['tick']}                          | ${/--state/}                   | ${'a state that is needed'}
    ${['redrive']}                       | ${/expected --state/}          | ${'no place to look'}
    ${['up', '--port', 'many']}          | ${/--port: expected a number/} | ${'a port that is no number'}
  `('exits 2 and says what was expected: $why', async ({ args, says }: { args: string[]; says: RegExp }) => {
    const folder = aFolder();

    const ran = await folder.sundial(args);

    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(says);
    expect(folder.left()).toEqual({ work: [], temporary: [] });
  });

  it('says with --json what is wrong as one document on stdout, and to people on stderr', async () => {
    const ran = await aFolder().sundial(['timeline', 'no such model', '--json']);

    expect(ran.code).toBe(2);
    expect(documentOf(ran)).toMatchObject({ error: { exitCode: 2 } });
    expect(ran.stderr).toMatch(/^sundial: no source knows the model no such model/);
  });
});

describe('sundial up --once', () => {
  it('plays the story, and opens nothing twice when it is played again', async () => {
    const folder = aFolder();
    const up = () => folder.sundial(['up', '--once', '--json', '--now', '2026-11-20T09:00:00Z']);

    const first = await up();
    const second = await up();

    expect([first.code, second.code]).toEqual([0, 0]);
    const { ticketsOpened, messagesPosted, repliesPosted } = documentOf(first)['calls'] as Record<string, number>;
    expect(ticketsOpened).toBeGreaterThan(5);
    expect(messagesPosted).toBe(ticketsOpened);
    // Each time the same: no news waits for other news to be told with it.
    expect(repliesPosted).toBe(4);
    expect(documentOf(second)['calls']).toEqual({ ticketsOpened: 0, messagesPosted: 0, repliesPosted: 0 });
    expect(documentOf(second)['migrations']).toEqual(documentOf(first)['migrations']);
    expect(first.stderr).toMatch(/Simulated: AWS Health and Amazon Bedrock, EventBridge and DynamoDB, Slack, GitHub/);
    expect(folder.left()).toEqual({ work: ['.sundial'], temporary: [] });
  }, 120_000);
});

describe('sundial tick', () => {
  it('tells once what fell due', async () => {
    const folder = aFolder();
    await folder.sundial(['up', '--once', '--now', '2026-11-20T09:00:00Z', '--state', 'state']);
    const tick = () => folder.sundial(['tick', '--state', 'state', '--now', '2027-01-08T09:00:00Z', '--json']);

    const first = documentOf(await tick());
    const second = documentOf(await tick());

    expect((first['calls'] as Record<string, number>)['repliesPosted']).toBeGreaterThan(0);
    expect(second).toMatchObject({ actions: [], calls: { ticketsOpened: 0, messagesPosted: 0, repliesPosted: 0 } });
  }, 120_000);
});

describe('standard output that cannot be written', () => {
  it.skipIf(!existsSync('/dev/full'))('is exit 3, since 1 would say that something was found', async () => {
    const full = openSync('/dev/full', 'w');
    onTestFinished(() => closeSync(full));
    const args = [
      join(import.meta.dirname, '../../dist/sundial.js'),
      'timeline',
      'anthropic.claude-sonnet-5',
      '--json',
    ];
    const child = spawn(process.execPath, args, { stdio: ['ignore', full, 'pipe'] });
    const stderr: Buffer[] = [];
    child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
    const code = await new Promise((resolve) => child.once('close', resolve));

    expect(code).toBe(3);
    expect(Buffer.concat(stderr).toString()).toMatch(/^sundial: standard output cannot be written: ENOSPC/);
  });
});
