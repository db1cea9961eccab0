import { ServiceDeskClient, Version3Client } from 'jira.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeJira } from '../../fakes/trackers/fake-jira.ts';

/** The fake is held to a client that others wrote from Atlassian's own description. */
describe('the Jira on this machine', () => {
  let jira: Awaited<ReturnType<typeof fakeJira>>;
  beforeAll(async () => {
    jira = await fakeJira('ATATT3xFfGF0-for-tests');
  });
  afterAll(() => jira.close());
  const settings = () => ({
    host: jira.url,
    authentication: { basic: { email: 'sundial@example.com', apiToken: 'ATATT3xFfGF0-for-tests' } },
  });
  const fields = { summary: 'By jira.js', project: { key: 'PAY' }, issuetype: { name: 'Task' } };

  it('speaks with jira.js: opens, reads, comments, turns', async () => {
    const client = new Version3Client(settings());

    const { id } = await client.issues.createIssue({ fields, properties: [{ key: 'sundial', value: { key: 'k' } }] });
    await client.issueComments.addComment({ issueIdOrKey: id, comment: 'Said by jira.js' });
    const { transitions = [] } = await client.issues.getTransitions({ issueIdOrKey: id, expand: 'transitions.fields' });
    const done = transitions.find(({ to }) => to?.statusCategory?.key === 'done');
    await client.issues.doTransition({
      issueIdOrKey: id,
      transition: { id: done?.id ?? '' },
      fields: { resolution: { id: '10000' } },
    });
    const issue = await client.issues.getIssue({ issueIdOrKey: id, fields: ['summary', 'status'] });
    const { comments = [] } = await client.issueComments.getComments({ issueIdOrKey: id });

    expect(issue.fields.summary).toBe('By jira.js');
    expect(issue.fields.status.statusCategory?.key).toBe('done');
    expect(comments).toHaveLength(1);
    const found = await client.issueSearch.searchForIssuesUsingJqlEnhancedSearchPost({
      jql: 'project = "PAY" ORDER BY created DESC',
      fields: ['summary'],
      properties: ['sundial'],
      maxResults: 50,
    });
    expect(found.issues).toHaveLength(1);
  });

  it('opens a request of the service desk for it', async () => {
    const request = await new ServiceDeskClient(settings()).request.createCustomerRequest({
      serviceDeskId: '5',
      requestTypeId: '25',
      requestFieldValues: { summary: 'By jira.js', description: 'Words' },
    });

    expect(request.issueKey).toMatch(/^PAY-\d+$/);
  });

  it('refuses what Jira refuses', async () => {
    const client = new Version3Client(settings());

    await expect(client.issues.createIssue({ fields: { ...fields, summary: 'x'.repeat(256) } })).rejects.toMatchObject({
      status: 400,
    });
    await expect(client.issues.createIssue({ fields: { ...fields, customfield_1: 'x' } })).rejects.toMatchObject({
      status: 400,
    });
    await expect(client.issues.getIssue({ issueIdOrKey: 'PAY-999' })).rejects.toMatchObject({ status: 404 });
  });
});
