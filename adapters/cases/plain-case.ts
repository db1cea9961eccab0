import * as z from 'zod/mini';
import type { Case, Check } from '../../domain/cases/case.ts';
import { CaseLine } from './case-schema.ts';
import type { FieldProblem } from './field-problem.ts';
import { fieldProblems } from './field-problem.ts';
import { mistyped } from './mistyped.ts';

/** A record of the case form as a case, or what is wrong in it. */
export function plainCase(record: unknown): Case | readonly FieldProblem[] {
  const { data, error } = z.safeParse(CaseLine, record);
  if (error) return error.issues.flatMap((issue) => fieldProblems(record, issue));
  const problems = [...mistyped(data, Object.keys(CaseLine.shape)), ...oneOfTwo(data)];
  return problems.length > 0 ? problems : caseOf(data);
}

function caseOf({
  id,
  prompt = '',
  messages,
  system = [],
  tools = [],
  toolChoice,
  inference = {},
  expected,
  checks,
  tags = {},
}: CaseLine): Case {
  const { text, calls } = expectation(expected);
  return {
    id: String(id),
    messages: messages?.map(({ role, content }) => ({
      role,
      content: typeof content === 'string' ? [{ text: content }] : content,
    })) ?? [{ role: 'user', content: [{ text: prompt }] }],
    system: [system].flat().map((part) => (typeof part === 'string' ? part : part.text)),
    tools: tools.map(toolOf),
    toolChoice: toolChoice ?? null,
    // Fields that are absent stay absent, though the type of the schema lets them be undefined.
    inference: inference as Case['inference'],
    expected: text,
    ...(calls && { expectedToolCalls: calls }),
    checks: (checks as readonly Check[] | undefined) ?? (text === null ? [] : [{ kind: 'exact' }]),
    tags: Array.isArray(tags)
      ? Object.fromEntries(tags.map((tag) => [tag, 'true']))
      : Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)])),
  };
}

function expectation(expected: CaseLine['expected']): { text: string | null; calls: Case['expectedToolCalls'] | null } {
  if (expected === undefined || expected === null) return { text: null, calls: null };
  if (typeof expected !== 'object') return { text: String(expected), calls: null };
  const calls = expected.toolCalls.map((call) => ('toolUse' in call ? call.toolUse : call));
  return {
    text: expected.text ?? null,
    calls: calls.map(({ name, input }) => ({ name, ...(input !== undefined && { input }) })),
  };
}

function toolOf(tool: NonNullable<CaseLine['tools']>[number]): Case['tools'][number] {
  const {
    name,
    description = null,
    inputSchema = {},
  } = ('toolSpec' in tool ? tool.toolSpec : tool) as { name: string; description?: string; inputSchema?: object };
  return { name, description, inputSchema: 'json' in inputSchema ? inputSchema.json : inputSchema };
}

function oneOfTwo({ prompt, messages }: CaseLine): FieldProblem[] {
  if (prompt !== undefined && messages !== undefined)
    return [{ field: 'prompt', problem: 'expected either prompt or messages, got both' }];
  if (prompt === undefined && messages === undefined)
    return [{ field: 'prompt', problem: 'expected prompt or messages, but both are missing' }];
  return messages?.[0] && messages[0].role !== 'user'
    ? [{ field: 'messages.0.role', problem: 'expected user: a conversation begins with the user' }]
    : [];
}
