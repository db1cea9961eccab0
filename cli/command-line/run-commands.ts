import type { Command } from 'commander';
import { exitWith } from '../exit.ts';

/** Commands about comparisons that were made. */
export function runCommands(program: Command): void {
  program
    .command('runs')
    .description('List the comparisons that are kept in a folder, the newest first')
    .argument('[folder]', 'where their folders are', '.')
    .option('--json', 'one JSON document on stdout')
    .action(async (folder: string, options: object) =>
      exitWith((await import('../commands/runs.ts')).runs(folder, options)),
    );

  program
    .command('report')
    .description('Write the report of a kept comparison anew, and say where it is; nothing is asked')
    .argument('<run>', 'the folder of the run (--out of sundial compare)')
    .option('--dataset <file>', 'its cases, where they lie elsewhere now')
    .option('--against <run>', 'an earlier run of the same cases: what got better, what got worse')
    .option('--optimize <s3 folder>', "the request to Bedrock's prompt optimisation, with these cases as its samples")
    .option('--submit', 'with --optimize: upload the samples to S3 and create the job')
    .option('--json', 'one JSON document on stdout')
    .action(async (run: string, options: object) =>
      exitWith(await (await import('../commands/report.ts')).report(run, options)),
    );
}
