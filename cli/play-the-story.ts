import { catalogue } from '../catalogue/catalogue.ts';
import type { Engine } from '../local/engine.ts';
import type { EventReport } from '../local/event-report.ts';
import { narrate } from '../local/story/narrate.ts';
import { scenes } from '../local/story/scenes.ts';
import { carryTheStory } from './carry-the-story.ts';
import { importTheStory } from './import-the-story.ts';
import { colours } from './output.ts';
import { sweepTheStory } from './sweep-the-story.ts';

/**
 * Plays the whole story, from wherever an earlier run left off. Each step waits for the comparisons it began: what one of them finds and
 * what the next step brings would else be told in one reply or in two, as it happens.
 */
export async function playTheStory(engine: Engine, tell: (line: string) => void): Promise<readonly EventReport[]> {
  const reports: EventReport[] = [];
  for (const [index, { headline, event }] of scenes(catalogue).entries()) {
    const report = await engine.deliver(event);
    await engine.comparisons.idle();
    reports.push(report);
    tell(`${colours.bold(`${index + 1}.`.padStart(3))} ${headline}`);
    for (const line of narrate(report, await engine.situations())) tell(`    ${colours.dim(line)}`);
  }
  for (const part of [sweepTheStory, carryTheStory, importTheStory]) {
    await part(engine, tell);
    await engine.comparisons.idle();
  }
  return reports;
}
