import type { ConsoleView } from '../../templates/console/view.ts';
import { aConsoleView } from './console-view.ts';
import { aDependent } from './dependent.ts';
import { sonnet5 } from './situation.ts';
import { aDoneSituation, aSweptSituation } from './swept-situation.ts';

/** One team half way, one that is done, and a third with nothing to leave. */
export function aSweptConsoleView(overrides: Partial<ConsoleView> = {}): ConsoleView {
  const using = aDependent({
    kind: 'prompt',
    id: 'arn:aws:bedrock:us-east-1:777788889999:prompt/P1',
    name: 'release-notes',
    account: '777788889999',
    uses: [{ reference: sonnet5, modelIds: [sonnet5], through: [], purpose: 'inference' }],
  });
  return aConsoleView({
    situations: [
      aSweptSituation(),
      aDoneSituation({
        team: { name: 'search', trackers: [{ kind: 'github', repository: 'acme/search' }] },
        migration: { ticket: { key: 'acme/search#3', url: 'https://github.com/acme/search/issues/3' } },
      }),
    ],
    channels: [],
    tickets: [],
    dependents: [
      { team: 'support', dependents: [{ team: 'support', route: null, dependent: using, callers: [], share: 1 }] },
      { team: 'payments', dependents: [] },
    ],
    ...overrides,
  });
}
