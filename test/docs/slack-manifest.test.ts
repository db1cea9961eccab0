import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { botScopes } from '../../domain/slack-settings.ts';
import { parse } from 'yaml';
import { commandVerbs } from '../../domain/command-verbs.ts';

interface Manifest {
  readonly display_information: { readonly name: string; readonly description: string };
  readonly features: {
    readonly slash_commands: readonly Readonly<Record<string, unknown>>[];
    readonly app_home: Readonly<Record<string, boolean>>;
  };
  readonly oauth_config: { readonly scopes: Readonly<Record<string, readonly string[]>> };
  readonly settings: {
    readonly event_subscriptions: { readonly request_url: string; readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean; readonly request_url: string };
  };
}

const manifest = parse(readFileSync('slack-manifest.yml', 'utf8')) as Manifest;
const guide = readFileSync('docs/slack.md', 'utf8');
const scopes = manifest.oauth_config.scopes['bot'] ?? [];

/** What Slack's reference asks for each method that we call, in public channels and in private ones. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'files.info': ['files:read'],
  filesUploadV2: ['files:write'],
  'usergroups.users.list': ['usergroups:read'],
  'users.conversations': ['channels:read', 'groups:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

const called = [
  ...new Set(
    readdirSync('adapters')
      .filter((file) => file.startsWith('slack-'))
      .flatMap((file) => [...readFileSync(`adapters/${file}`, 'utf8').matchAll(/\bclient\.(?<method>[a-z][\w.]+)\(/g)])
      .map(({ groups }) => groups?.['method'] ?? ''),
  ),
].toSorted();

describe('slack-manifest.yml', () => {
  it('asks for what sundial doctor looks for', () => {
    expect([...botScopes]).toEqual(scopes);
  });

  it('asks for the scopes of every method that is called', () => {
    expect(called).toEqual(Object.keys(needed).toSorted());
    expect(called.flatMap((method) => needed[method] ?? []).filter((scope) => !scopes.includes(scope))).toEqual([]);
  });

  it('asks for nothing else', () => {
    const reasons = new Set([...called.flatMap((method) => needed[method] ?? []), 'commands']);

    expect(scopes.filter((scope) => !reasons.has(scope))).toEqual([]);
    expect(Object.keys(manifest.oauth_config.scopes)).toEqual(['bot']);
  });

  it('leads commands, buttons and events to the same address', () => {
    const { event_subscriptions: events, interactivity } = manifest.settings;
    const [command, ...others] = manifest.features.slash_commands;

    expect(others).toEqual([]);
    expect(command).toMatchObject({ command: '/sundial', should_escape: true, url: events.request_url });
    expect(interactivity).toEqual({ is_enabled: true, request_url: events.request_url });
    expect(events.request_url).toMatch(/\/slack\/events$/);
  });

  it('has a home, and hears when somebody opens it', () => {
    expect(manifest.features.app_home['home_tab_enabled']).toBe(true);
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(['app_home_opened']);
  });

  it('keeps to Slack’s lengths', () => {
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
    expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
    expect(String(manifest.features.slash_commands[0]?.['usage_hint']).length).toBeLessThanOrEqual(1000);
  });
});

describe('docs/slack.md', () => {
  it.each(scopes)('says what %s is for', (scope) => {
    expect(guide).toMatch(new RegExp(`^\\| \`${scope}\` \\|`, 'm'));
  });

  it.each(commandVerbs)('explains $name as help does', ({ usage, meaning, example }) => {
    const row = `| \`/sundial ${usage.replaceAll('|', '\\|')}\` | ${meaning} | \`/sundial ${example}\` |`;
    expect(guide).toContain(row);
  });

  it('has no row for a word that is gone', () => {
    expect([...guide.matchAll(/^\| `\/sundial /gm)]).toHaveLength(commandVerbs.length);
  });
});
