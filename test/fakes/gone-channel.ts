import type { SlackDesk, Deps } from '../../handlers/ports.ts';

class SlackChannelGoneError extends Error {
  override readonly name = 'SlackChannelGoneError';
  readonly data: { readonly code: string };

  constructor(code: string) {
    super('Slack refused');
    this.data = { code };
  }
}

/** A world in which a channel was archived, or whatever else the code says: nothing that is written there arrives. */
export function withoutChannel<World extends Pick<Deps, 'chat'> & { readonly desk: Pick<SlackDesk, 'attach'> }>(
  deps: World,
  gone: string,
  code = 'is_archived',
): World {
  const { chat, desk } = deps;
  const there = (channel: string) =>
    channel === gone ? Promise.reject(new SlackChannelGoneError(code)) : Promise.resolve();
  return {
    ...deps,
    chat: {
      ...chat,
      update: (thread, message) => there(thread.channel).then(() => chat.update(thread, message)),
      reply: (thread, key, message) => there(thread.channel).then(() => chat.reply(thread, key, message)),
      findReply: (thread, key) => there(thread.channel).then(() => chat.findReply(thread, key)),
    },
    desk: {
      ...desk,
      attach: (thread, key, picture) => there(thread.channel).then(() => desk.attach(thread, key, picture)),
    },
  };
}
