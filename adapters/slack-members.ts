import type { WebClient } from '@slack/web-api';

type Ask = <T>(method: string, call: () => Promise<T>) => Promise<T>;

/** Who is where. */
export function slackMembers(client: Pick<WebClient, 'users' | 'usergroups'>, ask: Ask) {
  return {
    /** Those that the app may see: public ones, and private ones that it is in. */
    async channelsOf(user: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
      const found: { id: string; name: string }[] = [];
      let cursor = '';
      do {
        const page = await ask('users.conversations', () =>
          client.users.conversations({
            user,
            types: 'public_channel,private_channel',
            exclude_archived: true,
            limit: 200,
            ...(cursor ? { cursor } : {}),
          }),
        );
        for (const { id, name } of page.channels ?? []) if (id && name) found.push({ id, name });
        cursor = page.response_metadata?.next_cursor ?? '';
      } while (cursor);
      return found;
    },

    async membersOf(userGroup: string): Promise<readonly string[]> {
      const { users } = await ask('usergroups.users.list', () =>
        client.usergroups.users.list({ usergroup: userGroup }),
      );
      return users ?? [];
    },
  };
}
