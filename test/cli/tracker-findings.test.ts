import { DateTime } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../adapters/configuration.ts';
import { trackerFindings } from '../../cli/doctor/tracker-findings.ts';
import { fakeJira } from '../fakes/trackers/fake-jira.ts';

const jira = (more = '') =>
  `{ kind: jira, site: "https://example-corp.atlassian.net", project: PAY, issueType: Task${more} }`;

describe('what doctor says of trackers', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function found(teams: Record<string, string>) {
    const server = await fakeJira('ATATT3xFfGF0-for-tests');
    closing.push(server.close);
    server.state.required.set('customfield_10100', 'Cost centre');
    const lines = Object.entries(teams).map(([name, tracker]) => `  ${name}: { channel: "#a", tracker: ${tracker} }`);
    const configuration = readConfiguration(['teams:', ...lines, 'defaultTeam: a'].join('\n'), 'sundial.yml');
    const credentials = {
      slack: () => Promise.resolve(null),
      tracker: () => Promise.resolve(server.credential),
      nameOf: () => 'here',
    };
    const findings = await trackerFindings(configuration, credentials, {
      address: () => server.url,
      now: () => DateTime.utc(),
    });
    return findings.map(({ subject, state }) => `${subject}: ${state}`);
  }

  it('names the team whose fields lack something, where several fill one project', async () => {
    const filled = jira(', fields: { customfield_10100: "7" }');

    expect(await found({ a: jira(), b: filled, c: filled })).toEqual([
      'Jira PAY: permissions (a): fine',
      'Jira PAY: required fields (a): missing',
      'Jira PAY: permissions (b, c): fine',
      'Jira PAY: required fields (b, c): fine',
    ]);
  });

  it('says a tracker once that several teams fill alike', async () => {
    expect(await found({ a: jira(), b: jira() })).toEqual([
      'Jira PAY: permissions: fine',
      'Jira PAY: required fields: missing',
    ]);
  });
});
