import { setTimeout } from 'node:timers/promises';
import type { CustomModelMigration } from '../domain/custom-models/custom-model-migration.ts';
import { isUnderWay } from '../domain/custom-models/custom-model-status.ts';
import type { Engine } from '../local/engine.ts';
import type { SlackPerson } from '../local/slack-person/slack-person.ts';
import { counted } from '../templates/text.ts';
import { colours } from './output.ts';

const channel = 'payments';

/** Minutes, on a machine where all of it takes seconds. */
const looks = 15_000;

/** Carries a custom model to where it is used, by what two people say in Slack, from wherever an earlier run left off. */
export async function carryTheStory(engine: Engine, tell: (line: string) => void): Promise<void> {
  const [ana, ben] = await engine.slack.people();
  const found = await one(engine);
  if (!ana || !ben || !found) return;
  const { name } = found.customModel;
  const told = (line: string) => {
    tell(colours.dim(`    ${line}`));
  };
  tell(`\n${colours.bold('A custom model')} is carried to production. Accounts, training and its hours are simulated.`);
  if (found.status === 'promoted') {
    told(`${name}: known from an earlier run, nothing is made twice`);
    for (const line of where(found)) told(line);
    return;
  }
  told(`${name} rests on ${found.base}: proposed in the thread, to train it on ${found.replacement ?? 'nothing'}`);
  if (found.status === 'proposed') await says(engine, ana, `custom ${name} start`, told);
  const asked = await ended(engine, ({ status, approval }) => status === 'awaitingApproval' && !approval?.decision);
  for (const line of made(asked)) told(line);
  if (asked.status === 'awaitingApproval') await says(engine, ben, `custom ${name} approve`, told);
  const over = await ended(engine, () => false);
  told(over.status === 'promoted' ? 'shared by AWS RAM, copied and served:' : `${over.status}: ${over.reason ?? ''}`);
  for (const line of where(over)) told(line);
}

async function one(engine: Engine): Promise<CustomModelMigration | undefined> {
  return (await engine.customModels.models.all()).find(({ customModel }) => customModel.name === 'support-lite');
}

/** As it is once nothing is under way any more, or a person is waited for. */
async function ended(engine: Engine, isAsked: (one: CustomModelMigration) => boolean): Promise<CustomModelMigration> {
  for (let left = looks; left > 0; left -= 1) {
    const found = await one(engine);
    if (found && (isAsked(found) || (!isUnderWay(found) && found.told >= found.sequence))) return found;
    await setTimeout(20);
  }
  throw new Error('the custom model of the story does not come to an end');
}

async function says(engine: Engine, person: SlackPerson, text: string, told: (line: string) => void): Promise<void> {
  told(`${person.user.name} says /sundial ${text}`);
  const answer = await person.command(text, channel);
  if (answer.kind !== 'ok') throw new Error(`Sundial answered ${person.user.name}: ${JSON.stringify(answer)}`);
  await engine.slack.settled();
}

function made({ newName, jobArn, servingArn, verdict }: CustomModelMigration): readonly string[] {
  return [
    ...(jobArn === null ? [] : [`checked: nothing stands in the way; trained as ${newName ?? ''}`]),
    ...(servingArn === null ? [] : ['made callable on demand, beside the old one']),
    ...(verdict ? [`compared with the old one: ${verdict.kind}; ${verdict.reasons[0]?.split('. ')[0] ?? ''}`] : []),
  ];
}

/** Where it is served, and what of it stands elsewhere. */
function where({ outcomes, created }: CustomModelMigration): readonly string[] {
  const removed = created.filter(({ removedAt }) => removedAt !== null).length;
  return [
    ...outcomes.map(
      ({ account, region, serves, model, why }) => `${region} of ${account}: ${why ?? serves ?? model ?? 'under way'}`,
    ),
    `${counted(created.length, 'thing')} created, ${removed} of them removed again`,
  ];
}
