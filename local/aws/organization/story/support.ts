import type { Estate } from '../estate.ts';
import { models, us } from '../known-models.ts';

const { sonnet4, sonnet45, sonnet5, opus41, opus5, jamba, novaPro } = models;
const tags = { team: 'support', application: 'helpdesk' };
const helpdesk = { role: 'AmazonBedrockExecutionRoleForAgents_helpdesk', session: 'helpdesk' };

/**
 * Support leaves Jamba 1.5 Large late: its last call is on 2026-11-28, two days after the end, while AWS still answers. Its agent's
 * alias goes from version 2 to 3 on 2026-12-08, and the old versions are deleted a week later.
 */
export const supportInVirginia: Estate = {
  logsInvocations: true,
  agents: [
    {
      id: 'HELPDESK01',
      name: 'helpdesk',
      until: '2026-12-08',
      tags,
      versions: [...oldVersions(), { version: 'DRAFT', model: us(sonnet5), orchestration: us(opus5) }],
      aliases: { AgentTestAlias: 'DRAFT', prod: '2' },
    },
    {
      id: 'HELPDESK01',
      name: 'helpdesk',
      from: '2026-12-08',
      until: '2026-12-15',
      tags,
      versions: [...oldVersions(), ...newVersions()],
      aliases: { AgentTestAlias: 'DRAFT', prod: '3' },
    },
    {
      id: 'HELPDESK01',
      name: 'helpdesk',
      from: '2026-12-15',
      tags,
      versions: newVersions(),
      aliases: { AgentTestAlias: 'DRAFT', prod: '3' },
    },
  ],
  nightlyJobs: [
    { id: 'nightly00001', name: 'ticket-summaries', model: us(sonnet45), until: '2026-12-05', tags },
    { id: 'nightly00002', name: 'ticket-summaries', model: us(sonnet5), from: '2026-12-05', tags },
  ],
  uses: [
    {
      calledAs: jamba,
      model: jamba,
      endpoint: 'bedrock-runtime',
      principal: { role: 'mail-sorter', session: 'mail-sorter-lambda' },
      requestMetadata: { team: 'support', application: 'mail' },
      tokens: { input: 1200, output: 40 },
      calls: [
        ['2026-11-20', 900],
        ['2026-11-28', 120],
        ['2026-11-29', 0],
      ],
    },
    {
      calledAs: novaPro,
      model: novaPro,
      endpoint: 'bedrock-runtime',
      principal: { role: 'mail-sorter', session: 'mail-sorter-lambda' },
      requestMetadata: { team: 'support', application: 'mail' },
      tokens: { input: 1150, output: 45 },
      calls: [
        ['2026-11-20', 0],
        ['2026-11-28', 780],
        ['2026-11-29', 900],
      ],
    },
    {
      calledAs: us(sonnet45),
      model: sonnet45,
      endpoint: 'bedrock-runtime',
      principal: helpdesk,
      streams: true,
      tokens: { input: 5200, output: 410 },
      calls: [
        ['2026-12-07', 800],
        ['2026-12-09', 0],
      ],
    },
    {
      calledAs: us(sonnet5),
      model: sonnet5,
      endpoint: 'bedrock-runtime',
      principal: helpdesk,
      streams: true,
      tokens: { input: 5600, output: 450 },
      calls: [
        ['2026-12-07', 0],
        ['2026-12-09', 800],
      ],
    },
    ...onMantle(),
  ],
};

function oldVersions() {
  return [
    { version: '1', model: sonnet4 },
    { version: '2', model: us(sonnet45), orchestration: us(opus41) },
  ];
}

function newVersions() {
  return ['DRAFT', '3'].map((version) => ({ version, model: us(sonnet5), orchestration: us(opus5) }));
}

/** Calls over the endpoint that shows in no other metric, no invocation log and no management event; until 2026-12-20. */
function onMantle() {
  return [sonnet45, sonnet5].map((model) => ({
    calledAs: model,
    model,
    endpoint: 'bedrock-mantle' as const,
    project: 'helpdesk-chat',
    principal: { role: 'helpdesk-chat', session: 'chat' },
    tokens: { input: 1500, output: 260 },
    calls:
      model === sonnet45
        ? ([
            ['2026-12-01', 600],
            ['2026-12-20', 0],
          ] as const)
        : ([
            ['2026-12-01', 0],
            ['2026-12-20', 600],
          ] as const),
  }));
}
