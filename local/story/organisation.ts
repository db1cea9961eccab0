import { defaultCustomModelSettings } from '../../domain/custom-models/custom-model-settings.ts';
import type { Configuration } from '../../domain/configuration.ts';
import { unconditional } from '../../domain/configuration.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { defaultSlackSettings } from '../../domain/slack-settings.ts';
import { defaultSweepScope } from '../../domain/sweep-scope.ts';
import type { Team } from '../../domain/team.ts';
import { noEscalation } from '../../domain/team.ts';

/** The accounts of the simulated organisation. */
export const accounts = { payments: '111122223333', support: '444455556666', research: '777788889999' } as const;

/** Three teams on three continents, each with an account of its own; embeddings belong to research wherever they are used. */
export const organisation: Configuration = {
  teams: new Map(
    [
      team('payments', 'Europe/Berlin', {
        freezes: [{ from: '2026-12-18', to: '2027-01-03', reason: 'Year-end freeze' }],
        holidays: ['2026-12-25', '2027-01-01'],
        dataset: 'story:payments',
      }),
      team('support', 'America/New_York', {
        holidays: ['2026-11-26', '2026-12-25', '2027-01-01'],
        dataset: 'story:support',
      }),
      team('research', 'Asia/Tokyo', { holidays: ['2026-11-23', '2027-01-01', '2027-01-11'] }),
    ].map((one) => [one.name, one]),
  ),
  routes: [
    { ...unconditional, models: ['twelvelabs.*'], team: 'research' },
    ...Object.entries(accounts).map(([name, account]) => ({
      ...unconditional,
      accounts: [account],
      team: name,
    })),
  ],
  defaultTeam: 'payments',
  campaigns: null,
  policy: defaultPolicy,
  replacements: new Map(),
  waivers: [],
  slack: defaultSlackSettings,
  sweep: defaultSweepScope,
  customModels: {
    ...defaultCustomModelSettings,
    role: 'SundialCustomModels',
    targets: ['us-east-1', 'us-west-2'].map((region) => ({
      account: accounts.support,
      region,
      serving: 'deployment',
      key: null,
    })),
  },
};

function team(name: string, timeZone: string, calendar: Partial<Pick<Team, 'freezes' | 'holidays' | 'dataset'>>): Team {
  return {
    name,
    channel: `#${name}`,
    trackers: [{ kind: 'github', repository: `example-corp/${name}` }],
    timeZone,
    workingDays: [1, 2, 3, 4, 5],
    holidays: [],
    freezes: [],
    escalation: noEscalation,
    dataset: null,
    ...calendar,
  };
}
