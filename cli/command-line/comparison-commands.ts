import type { Command } from 'commander';
import { exitWith } from '../exit.ts';

/** Commands about the cases of a comparison. */
export function comparisonCommands(program: Command): void {
  program
    .command('cases')
    .description('Check the cases of a comparison, say what is in them, and sample them')
    .argument(
      '<file...>',
      'JSON lines or an array, also packed by gzip: the case form, datasets of Bedrock, or its invocation logs; or where they lie, cloudwatch:LOG_GROUP or s3://bucket/key',
    )
    .option('--sample <cases>', 'draw so many, by caller and length of the prompt; needs --out')
    .option('--seed <number>', 'the same seed draws the same cases', '1')
    .option('--out <file>', 'write the cases there, in the case form')
    .option('--skip-bad', 'pass over lines that hold no case, and list them')
    .option('--region <code>', 'Region of a log group or bucket (default: AWS_REGION, else us-east-1)')
    .option('--now <instant>', 'set the clock, ISO: a log group is read back from there')
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
Invocation logs are redacted before anything is written, and of prompts that say the same the first is taken; docs/cases.md
says what is recognised and what is not.

Example:
  sundial cases logs/*.json.gz --sample 500 --out cases.jsonl
  sundial cases cloudwatch:/aws/bedrock/modelinvocations?days=14 --sample 500 --out cases.jsonl`,
    )
    .action(async (files: string[], options: object) =>
      exitWith(await (await import('../commands/cases.ts')).cases(files, options)),
    );
}
