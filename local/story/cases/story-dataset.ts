import type { Case } from '../../../domain/cases/case.ts';
import { caseLine } from '../../../domain/cases/case-line.ts';
import { paymentsCases, paymentsInstruction } from './payments-cases.ts';
import { supportCases, supportInstruction } from './support-cases.ts';

const datasets: Readonly<Record<string, readonly [cases: string, instruction: string]>> = {
  'story:payments': [paymentsCases, paymentsInstruction],
  'story:support': [supportCases, supportInstruction],
};

/** Addresses of the cases that come with the story, so that a newcomer can compare at once. */
export const storyDatasets: readonly string[] = Object.keys(datasets);

/** A dataset of the story as JSON lines; `null` for any other address. */
export function storyDataset(address: string): string | null {
  const found = datasets[address];
  if (!found) return null;
  const [text, instruction] = found;
  const lines = text.trim().split('\n');
  return lines.map((line) => `${caseLine(caseIn(line, instruction))}\n`).join('');
}

function caseIn(line: string, instruction: string): Case {
  const [id = '', prompt = '', expected = ''] = line.split(' | ');
  const kind = /^\d+\.\d\d$/.test(expected) ? 'number' : 'exact';
  return {
    id,
    messages: [{ role: 'user', content: [{ text: prompt }] }],
    system: [instruction],
    tools: [],
    toolChoice: null,
    inference: { maxTokens: 60 },
    expected,
    checks: [{ kind }],
    tags: { topic: id.replace(/-\d+$/, '') },
  };
}
