import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { checkSlack } from '../../../adapters/checks/check-slack.ts';

const scopes = ['channels:read', 'chat:write'];

/** What Slack answers: the token's scopes, and the channel. */
function slack(granted: string[] | undefined, channel: Record<string, unknown> = { is_member: true }, error = '') {
  const refused = new WebAPIPlatformError({ ok: false, error });
  const answer = (value: unknown) => (error === '' ? Promise.resolve(value) : Promise.reject(refused));
  return {
    auth: { test: () => answer({ team: 'Example', user: 'sundial', response_metadata: { scopes: granted } }) },
    conversations: { info: () => Promise.resolve({ channel }) },
  } as never;
}

describe('what a look at Slack shows', () => {
  it.each`
    client                                  | states                 | fix                        | why
    ${slack(scopes)}                        | ${['fine', 'fine']}    | ${null}                    | ${'all is there'}
    ${slack(undefined)}                     | ${['fine', 'fine']}    | ${null}                    | ${'Slack does not say which scopes it granted'}
    ${slack(['chat:write'])}                | ${['missing']}         | ${'with every scope'}      | ${'a scope is lacking'}
    ${slack(scopes, { is_member: false })}  | ${['fine', 'missing']} | ${'/invite @Sundial'}      | ${'the app is not in the channel'}
    ${slack(scopes, { is_archived: true })} | ${['fine', 'missing']} | ${'name another one'}      | ${'the channel is archived'}
    ${slack(scopes, {}, 'token_revoked')}   | ${['missing']}         | ${'install the app again'} | ${'the token was revoked'}
    ${slack(scopes, {}, 'internal_error')}  | ${['unknown']}         | ${null}                    | ${'Slack is broken'}
  `('$states: $why', async ({ client, states, fix }: { client: never; states: string[]; fix: string | null }) => {
    const found = await checkSlack(client, ['C0123456789'], scopes);

    expect(found.map(({ state }) => state)).toEqual(states);
    expect(found.at(-1)?.fix ?? null).toEqual(fix === null ? null : expect.stringContaining(fix));
  });
});
