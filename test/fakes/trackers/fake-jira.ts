import type { AtlassianNode } from '../../../templates/formats/atlassian-node.ts';
import { adfProblems } from './adf-problems.ts';
import type { Asked } from './fake-server.ts';
import { fakeServer, formFiles, Refusal, unknownNames } from './fake-server.ts';

interface Doc {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly AtlassianNode[];
}

export interface JiraIssue {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  fields: Record<string, unknown> & { summary: string; description: Doc | null; labels: string[] };
  status: string;
  assignee: { displayName: string } | null;
  parent: string | null;
  links: string[];
  readonly properties: Map<string, unknown>;
  readonly comments: { body: Doc; properties: { key: string; value: unknown }[] }[];
  attachments: { id: string; filename: string; size: number }[];
}

const email = 'sundial@example.com';
const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
const types = [
  { id: '10001', name: 'Task', level: 0 },
  { id: '10000', name: 'Epic', level: 1 },
];
/** Status, its category, and whether leaving for it asks for a resolution. */
const workflow: Readonly<Record<string, { category: string; id: string }>> = {
  'To Do': { category: 'new', id: '11' },
  'In Progress': { category: 'indeterminate', id: '21' },
  Done: { category: 'done', id: '31' },
};
const longest = 32_767;

/**
 * Jira Cloud's REST API v3 and a service desk, as strict as their descriptions: one project, PAY, with a desk.
 * Search sees an issue only after two more calls were answered; reading by number sees it at once.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
 * @see https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/
 */
export async function fakeJira(token: string) {
  const issues = new Map<string, JiraIssue>();
  const state = {
    required: new Map<string, string>(),
    /** What no screen has cannot be set, and is read all the same; what the field configuration hides is not. */
    offScreen: new Set<string>(),
    hidden: new Set<string>(),
    numbers: 0,
    files: 0,
    lacking: [] as string[],
    stuck: false,
  };
  const indexed = new Map<string, number>();
  let calls = 0;

  const refuse = (errors: Record<string, string>, messages: string[] = []): never => {
    throw new Refusal(400, { errorMessages: messages, errors });
  };
  const missing = (): never => {
    throw new Refusal(404, {
      errorMessages: ['Issue does not exist or you do not have permission to see it.'],
      errors: {},
    });
  };
  const byIdOrKey = (name: string): JiraIssue =>
    [...issues.values()].find(({ id, key }) => id === name || key === name) ?? missing();

  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post */
  function checkFields(fields: Record<string, unknown>, isNew: boolean): void {
    const screen = [
      'summary',
      'description',
      'labels',
      'priority',
      'duedate',
      'parent',
      'customfield_10020',
      ...state.required.keys(),
      ...(isNew ? ['project', 'issuetype'] : []),
    ];
    const errors: Record<string, string> = {};
    for (const name of Object.keys(fields))
      if (!screen.includes(name) || state.offScreen.has(name) || state.hidden.has(name))
        errors[name] = `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
    const { summary, description, labels, priority, duedate } = fields;
    if (isNew && (fields['project'] as { key?: string } | undefined)?.key !== 'PAY')
      errors['project'] = 'valid project is required';
    if (isNew && !types.some(({ name }) => name === (fields['issuetype'] as { name?: string } | undefined)?.name))
      errors['issuetype'] = 'Specify a valid issue type';
    if (isNew && typeof summary !== 'string') errors['summary'] = 'You must specify a summary of the issue.';
    if (typeof summary === 'string' && summary.length > 255)
      errors['summary'] = 'Summary must be less than 255 characters.';
    if (typeof summary === 'string' && /[\r\n]/.test(summary))
      errors['summary'] = 'The summary is invalid because it contains newline characters.';
    if (description !== undefined && description !== null) {
      const why = docProblem(description);
      if (why) errors['description'] = why;
    }
    if (
      labels !== undefined &&
      !(Array.isArray(labels) && labels.every((label) => typeof label === 'string' && /^\S{1,255}$/.test(label)))
    )
      errors['labels'] = "The label can't contain spaces.";
    if (priority !== undefined && !priorities.includes(String((priority as { name?: string }).name)))
      errors['priority'] = 'Specify the Priority (name) in string format';
    if (
      duedate !== undefined &&
      duedate !== null &&
      !(typeof duedate === 'string' && /^\d{4}-\d\d-\d\d$/.test(duedate))
    )
      errors['duedate'] = 'Operation value must be a string in the format yyyy-MM-dd';
    for (const [field, name] of state.required)
      if (isNew && fields[field] === undefined) errors[field] = `${name} is required.`;
    if (Object.keys(errors).length > 0) refuse(errors);
  }

  function docProblem(given: unknown): string | null {
    const { type, version, content } = given as Partial<Doc>;
    if (type !== 'doc' || version !== 1 || !Array.isArray(content))
      return 'Operation value must be an Atlassian Document (see the Atlassian Document Format)';
    const problems = adfProblems(given as AtlassianNode);
    if (problems.length > 0) return `INVALID_INPUT ${problems.join('; ')}`;
    return JSON.stringify(content).length > longest ? 'CONTENT_LIMIT_EXCEEDED' : null;
  }

  function add(type: string, fields: Record<string, unknown>): JiraIssue {
    state.numbers += 1;
    const issue: JiraIssue = {
      id: `${20_000 + state.numbers}`,
      key: `PAY-${state.numbers}`,
      type,
      fields: {
        summary: '',
        description: null,
        labels: [],
        priority: { name: 'Medium' },
        duedate: null,
        customfield_10020: null,
        ...fields,
      },
      status: 'To Do',
      assignee: null,
      parent: null,
      links: [],
      properties: new Map(),
      comments: [],
      attachments: [],
    };
    issues.set(issue.id, issue);
    indexed.set(issue.id, calls + 2);
    return issue;
  }

  function shown(issue: JiraIssue, fields: readonly string[], properties: readonly string[]): object {
    const reference = (id: string | null) => (id === null ? null : { id, key: issues.get(id)?.key ?? '' });
    const all: Record<string, unknown> = {
      ...issue.fields,
      status: { name: issue.status, statusCategory: { key: workflow[issue.status]?.category } },
      assignee: issue.assignee,
      parent: reference(issue.parent),
      issuelinks: issue.links.map((id) => ({ id: '1', outwardIssue: reference(id) })),
      attachment: issue.attachments,
    };
    return {
      id: issue.id,
      key: issue.key,
      fields: Object.fromEntries(
        Object.entries(all).filter(([name]) => fields.includes(name) && !state.hidden.has(name)),
      ),
      ...(properties.length > 0 && {
        properties: Object.fromEntries([...issue.properties].filter(([name]) => properties.includes(name))),
      }),
    };
  }

  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post */
  function search({ body }: Asked) {
    const odd = unknownNames(body, [
      'jql',
      'fields',
      'properties',
      'maxResults',
      'nextPageToken',
      'expand',
      'fieldsByKeys',
      'reconcileIssues',
    ]);
    if (odd.length > 0) refuse({}, [`Invalid request payload: ${odd.join()}`]);
    const parsed =
      /^project = "(?<project>[A-Z]+)"(?: AND labels = "(?<label>[\w-]+)")? ORDER BY created (?<order>ASC|DESC)$/.exec(
        String(body['jql']),
      )?.groups;
    if (!parsed) return refuse({}, ['Error in the JQL Query']);
    if (parsed['project'] !== 'PAY')
      return refuse({}, [`The value '${parsed['project'] ?? ''}' does not exist for the field 'project'.`]);
    const known = [...issues.values()].filter(
      ({ id, fields }) =>
        (indexed.get(id) ?? 0) < calls && (!parsed['label'] || fields.labels.includes(parsed['label'])),
    );
    if (parsed['order'] === 'DESC') known.reverse();
    return {
      status: 200,
      body: {
        issues: known
          .slice(0, Number(body['maxResults'] ?? 50))
          .map((issue) => shown(issue, body['fields'] as string[], body['properties'] as string[])),
        isLast: true,
      },
    };
  }

  const routes: Parameters<typeof fakeServer>[0] = {
    'POST /rest/api/3/issue': ({ body }) => {
      const odd = unknownNames(body, ['fields', 'update', 'properties', 'historyMetadata', 'transition']);
      if (odd.length > 0) refuse({}, [`Unrecognized field ${odd.join()}`]);
      const fields = body['fields'] as Record<string, unknown>;
      checkFields(fields, true);
      const { issuetype } = fields;
      const rest = Object.fromEntries(
        Object.entries(fields).filter(([name]) => name !== 'project' && name !== 'issuetype'),
      );
      const issue = add((issuetype as { name: string }).name, rest);
      for (const { key, value } of (body['properties'] ?? []) as { key: string; value: unknown }[])
        issue.properties.set(key, value);
      return {
        status: 201,
        body: { id: issue.id, key: issue.key, self: `https://example.atlassian.net/rest/api/3/issue/${issue.id}` },
      };
    },
    'GET /rest/api/3/issue/:id': ({ query }, id = '') => {
      const list = (name: string) => (query.get(name) ?? '').split(',').filter(Boolean);
      return { status: 200, body: shown(byIdOrKey(id), list('fields'), list('properties')) };
    },
    'PUT /rest/api/3/issue/:id': ({ body }, id = '') => {
      const issue = byIdOrKey(id);
      const fields = (body['fields'] ?? {}) as Record<string, unknown>;
      const { labels } = (body['update'] ?? {}) as { labels?: { add: string }[] };
      if (labels && 'labels' in fields)
        refuse({ labels: "Field 'labels' cannot appear in both 'fields' and 'update'" });
      // What is off the screen can be set in neither way.
      checkFields({ ...fields, ...(labels && { labels: labels.map((one) => one.add) }) }, false);
      const { parent, ...rest } = fields;
      if (parent !== undefined) {
        const above = byIdOrKey((parent as { key: string }).key);
        if (levelOf(above.type) <= levelOf(issue.type))
          refuse({ parent: 'Given parent work item does not belong to appropriate hierarchy.' });
        issue.parent = above.id;
      }
      Object.assign(issue.fields, rest);
      issue.fields.labels = [...new Set([...issue.fields.labels, ...(labels ?? []).map((one) => one.add)])];
      return { status: 204 };
    },
    'PUT /rest/api/3/issue/:id/properties/:key': ({ body }, id = '', key = '') => {
      byIdOrKey(id).properties.set(key, body);
      return { status: 201 };
    },
    'POST /rest/api/3/search/jql': search,
    'POST /rest/api/3/issue/bulkfetch': ({ body }) => {
      const names = body['issueIdsOrKeys'] as string[];
      if (names.length > 100) refuse({}, ['The maximum number of issues that can be fetched is 100.']);
      const found = [...issues.values()].filter(({ id, key }) => names.includes(id) || names.includes(key));
      return {
        status: 200,
        body: {
          issues: found.map((issue) => shown(issue, body['fields'] as string[], body['properties'] as string[])),
          issueErrors: [],
        },
      };
    },
    'GET /rest/api/3/issue/:id/comment': ({ query }, id = '') => {
      const { comments } = byIdOrKey(id);
      const from = Number(query.get('startAt') ?? 0);
      const page = comments.toReversed().slice(from, from + Math.min(100, Number(query.get('maxResults') ?? 100)));
      const properties = query.get('expand') === 'properties';
      return {
        status: 200,
        body: {
          startAt: from,
          total: comments.length,
          comments: page.map((one) => ({ body: one.body, ...(properties && { properties: one.properties }) })),
        },
      };
    },
    'POST /rest/api/3/issue/:id/comment': ({ body }, id = '') => {
      const issue = byIdOrKey(id);
      if (unknownNames(body, ['body', 'properties', 'visibility']).length > 0) refuse({}, ['Invalid request payload']);
      const why = docProblem(body['body']);
      if (why) refuse({ comment: why });
      issue.comments.push({ body: body['body'] as Doc, properties: (body['properties'] ?? []) as [] });
      return { status: 201, body: { id: `${issue.comments.length}` } };
    },
    'POST /rest/api/3/issue/:id/attachments': (asked, id = '') => {
      const issue = byIdOrKey(id);
      // @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-attachments/#api-rest-api-3-issue-issueidorkey-attachments-post
      if (asked.headers['x-atlassian-token'] !== 'no-check')
        throw new Refusal(403, { errorMessages: ['XSRF check failed'], errors: {} });
      const added = formFiles(asked)
        .filter(({ field }) => field === 'file')
        .map(({ name, text }) => ({ id: `${(state.files += 1)}`, filename: name, size: Buffer.byteLength(text) }));
      issue.attachments.push(...added);
      return { status: 200, body: added };
    },
    'DELETE /rest/api/3/attachment/:id': (_, id = '') => {
      for (const issue of issues.values()) issue.attachments = issue.attachments.filter((one) => one.id !== id);
      return { status: 204 };
    },
    'GET /rest/api/3/issue/:id/transitions': ({ query }, id = '') => ({
      status: 200,
      body: { transitions: transitionsOf(byIdOrKey(id), query.get('expand') === 'transitions.fields') },
    }),
    'POST /rest/api/3/issue/:id/transitions': ({ body }, id = '') => {
      const issue = byIdOrKey(id);
      const wanted = (body['transition'] as { id: string }).id;
      const [status] = Object.entries(workflow).find(([name, one]) => one.id === wanted && name !== issue.status) ?? [];
      if (!status) return refuse({}, [`Transition id '${wanted}' is not valid for this issue.`]);
      const { resolution } = (body['fields'] ?? {}) as { resolution?: { id: string } };
      if (status === 'Done' && resolution?.id !== '10000') return refuse({ resolution: 'Resolution is required.' });
      issue.status = status;
      return { status: 204 };
    },
    'POST /rest/api/3/issueLink': ({ body }) => {
      const { type, inwardIssue, outwardIssue } = body as Record<string, { name?: string; key?: string }>;
      if (type?.name !== 'Relates')
        throw new Refusal(404, {
          errorMessages: [`No issue link type with name '${type?.name ?? ''}' found.`],
          errors: {},
        });
      const [one, other] = [byIdOrKey(inwardIssue?.key ?? ''), byIdOrKey(outwardIssue?.key ?? '')];
      one.links.push(other.id);
      other.links.push(one.id);
      return { status: 201 };
    },
    'GET /rest/api/3/mypermissions': ({ query }) => {
      if (query.get('projectKey') !== 'PAY')
        throw new Refusal(404, {
          errorMessages: [`No project could be found with key '${query.get('projectKey') ?? ''}'.`],
          errors: {},
        });
      const asked = (query.get('permissions') ?? '').split(',');
      return {
        status: 200,
        body: {
          permissions: Object.fromEntries(
            asked.map((key) => [key, { key, havePermission: !state.lacking.includes(key) }]),
          ),
        },
      };
    },
    'GET /rest/api/3/issue/createmeta/:project/issuetypes': () => ({
      status: 200,
      body: { issueTypes: types, total: types.length },
    }),
    'GET /rest/api/3/issue/createmeta/:project/issuetypes/:type': () => ({
      status: 200,
      body: {
        fields: [
          { fieldId: 'summary', name: 'Summary', required: true },
          { fieldId: 'customfield_10020', name: 'Sprint', required: false },
          {
            fieldId: 'priority',
            name: 'Priority',
            required: false,
            hasDefaultValue: true,
            allowedValues: priorities.map((name, at) => ({ id: `${at + 1}`, name })),
          },
          ...requiredFields(),
        ],
      },
    }),
    /** @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/#api-rest-servicedeskapi-request-post */
    'POST /rest/servicedeskapi/request': ({ body }) => {
      const odd = unknownNames(body, [
        'serviceDeskId',
        'requestTypeId',
        'requestFieldValues',
        'requestParticipants',
        'raiseOnBehalfOf',
        'isAdfRequest',
        'form',
        'channel',
      ]);
      if (odd.length > 0 || body['serviceDeskId'] !== '5' || body['requestTypeId'] !== '25')
        throw new Refusal(404, { errorMessage: 'The request type could not be found' });
      const values = body['requestFieldValues'] as Record<string, unknown>;
      const unset = [...state.required.keys()].filter((name) => values[name] === undefined);
      if (
        unset.length > 0 ||
        typeof values['description'] !== 'string' ||
        unknownNames(values, ['summary', 'description', ...state.required.keys()]).length > 0
      )
        throw new Refusal(400, {
          errorMessage: 'Your request could not be created. Please check the fields have been correctly filled in.',
          errors: Object.fromEntries(unset.map((name) => [name, 'is required'])),
        });
      const content = values['description']
        .split('\n\n')
        .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
      const issue = add('Task', { summary: values['summary'], description: { type: 'doc', version: 1, content } });
      return { status: 201, body: { issueId: issue.id, issueKey: issue.key, _links: { web: '' } } };
    },
    'GET /rest/servicedeskapi/servicedesk/:desk/requesttype/:type/field': (_, desk, type) => {
      if (desk !== '5' || type !== '25')
        throw new Refusal(404, { errorMessage: 'The request type could not be found' });
      return {
        status: 200,
        body: { requestTypeFields: [{ fieldId: 'summary', name: 'What', required: true }, ...requiredFields()] },
      };
    },
  };

  const requiredFields = () =>
    [...state.required].map(([fieldId, name]) => ({ fieldId, name, required: true, hasDefaultValue: false }));

  function transitionsOf(issue: JiraIssue, expanded: boolean) {
    if (state.stuck) return [];
    return Object.entries(workflow)
      .filter(([name]) => name !== issue.status)
      .map(([name, { id, category }]) => ({
        id,
        name,
        to: { name, statusCategory: { key: category } },
        ...(expanded && {
          fields:
            name === 'Done'
              ? {
                  resolution: {
                    required: true,
                    hasDefaultValue: false,
                    allowedValues: [
                      { id: '10001', name: "Won't Do" },
                      { id: '10000', name: 'Done' },
                    ],
                  },
                }
              : {},
        }),
      }));
  }

  const server = await fakeServer(routes, ({ headers }) => {
    calls += 1;
    const expected = `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
    if (headers['authorization'] !== expected)
      throw new Refusal(401, { errorMessages: ['Client must be authenticated to access this resource.'], errors: {} });
  });
  return { ...server, credential: `${email}:${token}`, issues, state };
}

function levelOf(name: string): number {
  return types.find((type) => type.name === name)?.level ?? 0;
}
