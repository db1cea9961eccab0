import { expect, it } from 'vitest';
import { leftovers } from '../../domain/custom-models/created-thing.ts';
import type { CustomModelMigrationStatus } from '../../domain/custom-models/custom-model-status.ts';
import { customModelMigrationStatuses } from '../../domain/custom-models/custom-model-status.ts';
import type { CustomModelMigrations, RecustomiseDeps } from '../../handlers/custom-models/recustomise-ports.ts';
import type { LocalRecustomising } from '../../local/recustomising.ts';
import { mortality } from './mortal.ts';
import { nobody, throughLife, unlessKilled } from './mortal-recustomising.ts';
import { expectNothingLeft, newModels } from './nothing-left.ts';
import type { Through } from './recustomise-story.ts';
import { aRecustomisation } from './recustomise-story.ts';

type Story = Awaited<ReturnType<typeof aRecustomisation>>;

/** One way in which a migration ends without success, or not with all of it. */
interface Ending {
  readonly why: string;
  readonly settings?: Partial<RecustomiseDeps['configuration']['customModels']>;
  readonly prepare?: (story: Story) => unknown;
  /** What a person does as they find it. */
  readonly act?: (story: Story, people: CustomModelMigrations) => Promise<unknown>;
  /** Where calls are counted from: those before are killed in kill-recustomise.test.ts. */
  readonly from: CustomModelMigrationStatus;
  readonly ends: CustomModelMigrationStatus;
  readonly attempts?: number;
  /** What is there in the end, beside the model of the beginning. */
  readonly left?: (story: Story) => void;
}

const approves: Ending['act'] = async (story, people) => {
  const { status, approval } = story.record();
  if (status === 'awaitingApproval' && approval?.decision === null) await people.approve(story.id, 'U0000000002');
};

const endings: readonly Ending[] = [
  {
    why: 'the new model is worse',
    from: 'deploying',
    settings: { serving: 'provisioned', throughputUsdPerHour: 20 },
    prepare: (story) => (story.told.verdict = 'regressed'),
    ends: 'worse',
  },
  {
    why: 'the training fails',
    from: 'checking',
    prepare: (story) => (story.customization.failing = 'The training data hold too few records.'),
    ends: 'failed',
  },
  {
    why: 'it is cancelled: compared',
    from: 'comparing',
    prepare: (story) => (story.told.verdict = 'none yet'),
    act: async (story, people) => {
      if (story.record().status === 'comparing' && story.runs.length > 0) await people.cancel(story.id, 'U0000000003');
    },
    ends: 'cancelled',
  },
  {
    why: 'it is cancelled: copied',
    from: 'promoting',
    act: async (story, people) => {
      await approves(story, people);
      if (story.record().status === 'promoting' && story.promotion.copies.length > 0)
        await people.cancel(story.id, 'U0000000003');
    },
    ends: 'cancelled',
  },
  {
    why: 'the approval expires',
    from: 'awaitingApproval',
    act: (story) => {
      if (story.record().status === 'awaitingApproval') story.expire();
      return Promise.resolve();
    },
    ends: 'expired',
  },
  {
    why: 'one Region refuses',
    from: 'promoting',
    prepare: (story) => story.promotion.refusing.set('us-west-2', 'The copy is refused there.'),
    act: approves,
    ends: 'promoted',
    left: (story) => {
      expect(newModels(story).map(({ region }) => region)).toEqual(['us-east-1', 'us-east-1']);
      expect(story.promotion.servings.map(({ region }) => region)).toEqual(['us-east-1']);
      expect(leftovers(story.record())).toEqual([]);
    },
  },
  {
    why: 'it is begun again',
    from: 'comparing',
    prepare: (story) => (story.told.verdict = 'none yet'),
    act: async (story, people) => {
      const { attempt, status } = story.record();
      // The clean-up goes on while they start it again.
      const cancelling =
        attempt === 1 && status === 'comparing' ? people.cancel(story.id, 'U0000000003') : Promise.resolve();
      cancelling.catch(unlessKilled);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const { attempt: of, status: after, again } = story.record();
      if (of === 2 || after === 'cancelled') story.told.verdict = 'ready';
      if (of === 1 && after === 'cancelled' && again === null) await people.start(story.id, 'U0000000001');
      await cancelling;
      await approves(story, people);
    },
    ends: 'promoted',
    attempts: 2,
    left: (story) => {
      expect(newModels(story).map(({ name }) => name)).toEqual(Array(3).fill('support-lite-renewed-2'));
      expect(story.promotion.servings.map(({ name }) => name)).toEqual(Array(2).fill('support-lite-renewed-2'));
      expect(leftovers(story.record())).toEqual([]);
    },
  },
];

interface Made {
  readonly arn: string;
  readonly name: string;
  readonly account?: string;
  readonly region: string;
}

/** Everything that was ever created, by what it is: a name in an account and Region. */
function creations({ promotion, customization }: Story): string[] {
  const made: string[] = [];
  const watch = (list: Made[]) => {
    const push = list.push.bind(list);
    list.push = (...more) => {
      for (const { arn, name, account = '', region } of more)
        made.push(`${arn.split(':')[5]?.split('/')[0] ?? ''} ${name} ${account} ${region}`);
      return push(...more);
    };
  };
  watch(promotion.servings);
  watch(promotion.shares);
  watch(customization.trainings);
  return made;
}

/** Whether its first attempt, or the beginning of the next one, has come that far. */
function isAt(from: CustomModelMigrationStatus, story: Story): boolean {
  const { status, attempt } = story.record();
  const order = customModelMigrationStatuses;
  return attempt === 1 ? order.indexOf(status) >= order.indexOf(from) : ['checking', 'training'].includes(status);
}

/** Resolves when nothing runs any more; `act` is what people do meanwhile. */
async function lived({ act }: Ending, story: Story, engine: LocalRecustomising, through?: Through): Promise<void> {
  const people = story.modelsOf(engine, through);
  for (let before = -1; before !== story.record().version; await act?.(story, people).catch(unlessKilled)) {
    before = story.record().version;
    const seen = { isOver: false };
    const ended = engine.idle().then(() => (seen.isOver = true));
    while (!seen.isOver) {
      await act?.(story, people).catch(unlessKilled);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await ended;
  }
}

// Whoever is killed before a call leaves what they leave who are killed after the call before it: only the first has none before it.
it.each(endings)(
  'killed before or after any call where $why: it goes on, nothing is made twice, and nothing is left',
  async (ending) => {
    let at = 0;
    for (let isAlive = false; !isAlive; at += 1) {
      const story = await aRecustomisation(ending.settings);
      story.customization.minutes = 10;
      ending.prepare?.(story);
      const made = creations(story);
      await story.modelsOf({ ...story.begin(), start: nobody }).start(story.id, 'U0000000001');
      const life = mortality(Math.max(at, 1), at === 0 ? 'before' : 'after', () => isAt(ending.from, story));
      const through = throughLife(life);
      const first = story.begin(through);
      await first.resume().catch(unlessKilled);
      await lived(ending, story, first, through);
      await first.close();
      if (life.died()) {
        const second = story.begin();
        await second.resume();
        await lived(ending, story, second);
      }

      // A copy that was refused may be tried again; one that was made may not.
      for (const { name, account, region, status } of story.promotion.copies)
        if (status !== 'Failed') made.push(`model-copy-job ${name} ${account} ${region}`);
      const how = `killed after call ${String(at)}: ${story.record().reason ?? ''}`;
      expect(story.record().status, how).toBe(ending.ends);
      expect(story.record().attempt, how).toBe(ending.attempts ?? 1);
      expect(
        made.filter((one, index) => made.indexOf(one) !== index),
        how,
      ).toEqual([]);
      if (ending.left) ending.left(story);
      else expectNothingLeft(story, how);
      const told = story.heard.did.filter((what) => what.startsWith('reply')).map((what) => what.split(' ')[1]);
      expect(new Set(told).size, how).toBe(told.length);
      isAlive = !life.died();
    }
    expect(at).toBeGreaterThan(10);
  },
  600_000,
);
