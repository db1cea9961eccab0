import { expect, it } from 'vitest';
import { performOnce } from '../../handlers/perform-once.ts';

const key = 'openTicket|campaign/anthropic.claude-v2|webhook https://desk.example.com/hooks/t0ps3cret';

it('says what another process is at without the address of a webhook, which may be a secret', async () => {
  const held = {
    claim: () => Promise.resolve({ kind: 'held' as const }),
    settle: () => Promise.resolve(),
    release: () => Promise.resolve(),
  };

  await expect(performOnce(key, held, () => expect.unreachable())).rejects.toMatchObject({
    name: 'ActionInProgressError',
    message: 'openTicket|campaign/anthropic.claude-v2 is being done by another process',
  });
});
