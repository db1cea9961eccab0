import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SlackRequest } from '../../../domain/slack-request.ts';
import type { SlackStage } from '../../fakes/local-slack.ts';
import { slackStage } from '../../fakes/local-slack.ts';

let stage: SlackStage;
beforeEach(async () => {
  stage = await slackStage();
});
afterEach(() => stage.close());

it('acknowledges a hundred commands at once before the work on any of them begins, and loses and doubles none', async () => {
  const worked: SlackRequest[] = [];
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const works: Promise<void>[] = [];
  stage.handOn.does = (request) => {
    // The far side of the bus: nobody who acknowledges waits for it.
    works.push(begun.then(() => void worked.push(request)));
    return Promise.resolve();
  };
  const personOf = (n: number) => (n % 2 === 0 ? stage.ana : stage.ben);

  const acknowledged = await Promise.all(
    Array.from({ length: 100 }, (_, n) => personOf(n).command(`status team-${n}`, '#payments')),
  );

  expect(acknowledged).toEqual(Array.from({ length: 100 }, () => ({ kind: 'ok' })));
  expect(worked).toEqual([]);
  begin();
  await Promise.all(works);
  expect(new Set(worked.map(({ key }) => key)).size).toBe(100);
  expect(worked.map(({ asked }) => (asked.kind === 'command' ? asked.text : '')).toSorted()).toEqual(
    Array.from({ length: 100 }, (_, n) => `status team-${n}`).toSorted(),
  );
});

it('acknowledges nothing that nobody has kept yet', async () => {
  let keep = () => {};
  const kept = new Promise<void>((resolve) => (keep = resolve));
  let asked = () => {};
  const wasAsked = new Promise<void>((resolve) => (asked = resolve));
  stage.handOn.does = () => {
    asked();
    return kept;
  };
  let acknowledged = false;

  const command = stage.ana.command('status', '#payments').then(() => (acknowledged = true));
  await wasAsked;
  await stage.ben.command('help', '#payments');
  expect(acknowledged).toBe(false);

  keep();
  await command;
  expect(acknowledged).toBe(true);
});
