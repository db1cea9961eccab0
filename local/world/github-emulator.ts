import type { RunningEmulator } from './emulator.ts';
import { startEmulator } from './emulator.ts';

const login = 'sundial';

/** A GitHub with these repositories, empty, which Sundial's user may write to. */
export function startGithub(repositories: readonly string[]): Promise<RunningEmulator> {
  const split = repositories.map((repository) => {
    const [owner = '', name = ''] = repository.split('/');
    return { owner, name, auto_init: false };
  });
  const owners = [...new Set(split.map(({ owner }) => owner))];

  return startEmulator('github', login, 'https://github.simulated.test', {
    users: [{ login, name: 'Sundial' }],
    orgs: owners.map((owner) => ({ login: owner, name: owner, members: [{ login, role: 'admin' }] })),
    repos: split,
  });
}
