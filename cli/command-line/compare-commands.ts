import type { Command } from 'commander';
import { exitWith } from '../exit.ts';

/** Commands that ask models. */
export function compareCommands(program: Command): void {
  program
    .command('compare')
    .description('Run two models side by side over your cases, until there is an honest verdict')
    .argument('<current>', 'model id or inference profile that is used now')
    .argument('[candidate]', 'the one to move to (default: the replacement that sundial.yml or the catalogue names)')
    .requiredOption('--dataset <file>', 'the cases: a file, cloudwatch:LOG_GROUP or s3://bucket/key; see docs/cases.md')
    .option('--sample <cases>', 'with a dataset in AWS: draw so many, by caller and length of the prompt', '500')
    .option('--out <folder>', 'where the run is kept: answers as they come, and the report')
    .option('--region <code>', 'Region of both models (default: AWS_REGION, else us-east-1)')
    .option('--concurrency <calls>', 'calls under way at once; narrowed for a model that throttles', '32')
    .option('--repeat <times>', 'ask each case so often: shows the noise of each model', '1')
    .option('--judge <model>', 'a third model that compares the two answers blind, in both orders')
    .option('--force-judge', 'take a judge that is one of the two models, and flag it')
    .option('--embedding <model>', 'what checks of similarity are measured by', 'amazon.titan-embed-text-v2:0')
    .option('--bertscore <folder>', 'what checks of bert-score are measured by: an ONNX model, or s3://bucket/prefix')
    .option('--bertscore-role <arn>', 'with --bertscore in S3: the role that Bedrock takes for its evaluation job')
    .option('--frozen <file>', 'answers of the current model that sundial freeze kept, for when it answers no more')
    .option('--margin <part>', 'how much worse the candidate may be, in parts of 1', '0.05')
    .option('--allow-breaks <cases>', 'in how many cases the candidate may break where the current model does not', '0')
    .option('--seed <number>', 'for the order of the calls and the resampling', '1')
    .option('--budget <dollars>', 'do not start above this estimate, and stop when it is used up')
    .option('--weekly-tokens <in,out>', 'your own tokens a week: what they cost now and on the candidate')
    .option('--extended-price <in,out>', 'with --weekly-tokens: dollars per 1,000 tokens that a notice announces')
    .option('--skip-bad', 'pass over bad lines of the dataset, and say how many')
    .option('--resume', 'go on with the run in --out; nothing is asked twice')
    .option('--against <run>', 'the folder of an earlier run of the same cases: what got better, what got worse')
    .option('--only-failed <run>', 'ask only the cases that the candidate failed in an earlier run, and a guard')
    .option('--guard <cases>', 'with --only-failed: so many of those that it passed, to see that they still do', '20')
    .option('--engine <kind>', 'batch: both answer through Bedrock batch inference, at half the price and within hours')
    .option('--batch-output <s3 folder>', 'with --engine batch: s3://bucket/prefix that Bedrock reads and writes')
    .option('--batch-role <arn>', 'with --engine batch: the role that Bedrock takes to do so')
    .option('--batch-poll <seconds>', 'with --engine batch: how often Bedrock is asked how far it is', '60')
    .option('--batch-stop', 'with --engine batch: stop the jobs of the run in --out, and end')
    .option('--dry-run', 'only say what the run would take, what it could show, and what would break')
    .option('--skip-preflight', 'begin even where the candidate cannot be used, or every case would fail on it')
    .option('--now <instant>', 'set the clock for dates, ISO')
    .option('--config <file>', 'sundial.yml: your own replacements (default: ./sundial.yml where there is one)')
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
Credentials and endpoints follow the AWS SDK's own settings. Exit 0 ready; 1 regressed or inconclusive; 3 when the current
model is out of reach and nothing is frozen. docs/verdict.md says how a verdict is reached.

Example:
  sundial compare anthropic.claude-sonnet-4-5-20250929-v1:0 anthropic.claude-sonnet-5 --dataset cases.jsonl --out run-1

In batch, from 100 cases without tools; Ctrl-C leaves the jobs running, --resume goes on:
  sundial compare OLD NEW --dataset cases.jsonl --out run-2 --engine batch \\
    --batch-output s3://bucket/sundial --batch-role arn:aws:iam::111122223333:role/bedrock-batch`,
    )
    .action(async (current: string, candidate: string | undefined, options: object) =>
      exitWith(await (await import('../commands/compare.ts')).compare(current, candidate, options)),
    );

  program
    .command('freeze')
    .description("Keep a model's answers while it still gives them, for a comparison after its end")
    .argument('<model>', 'model id or inference profile')
    .requiredOption('--dataset <file>', 'the cases: JSON lines, see docs/cases.md')
    .requiredOption('--out <file>', 'where the answers are kept; run again, only what is missing is asked')
    .option('--region <code>', 'Region of the model (default: AWS_REGION, else us-east-1)')
    .option('--concurrency <calls>', 'calls under way at once', '32')
    .option('--skip-bad', 'pass over bad lines of the dataset, and say how many')
    .option('--now <instant>', 'set the clock for dates, ISO')
    .option('--json', 'one JSON document on stdout')
    .action(async (model: string, options: object) =>
      exitWith(await (await import('../commands/freeze.ts')).freeze(model, options)),
    );
}
