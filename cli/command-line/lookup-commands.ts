import type { Command } from 'commander';
import { exitWith } from '../exit.ts';

/** Commands that look something up and change nothing. */
export function lookupCommands(program: Command): void {
  program
    .command('timeline')
    .description('Stage, dates with their sources, restrictions, and a plan worked back from the date that binds')
    .argument('<model>', 'model id, profile id, ARN, or name as AWS shows it')
    .option('--region <code>', 'the dates of one Region; without it the earliest of all Regions')
    .option('--now <instant>', 'set the clock, ISO')
    .option('--config <file>', "sundial.yml: policy, and the default team's working days (default: ./sundial.yml)")
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  sundial timeline eu.anthropic.claude-sonnet-4-5-20250929-v1:0 --region eu-central-1',
    )
    .action(async (model: string, options: object) =>
      exitWith((await import('../commands/timeline.ts')).showTimeline(model, options)),
    );

  program
    .command('scan')
    .description('Bedrock models named in a working tree: where, at which stage, until when, and what to move to')
    .argument('<path>', 'a folder or a file; .gitignore holds')
    .option('--within <days>', 'exit 1 when a model ends within so many days', '180')
    .option('--sarif', 'SARIF 2.1.0 on stdout, for code scanning')
    .option('--now <instant>', 'set the clock, ISO')
    .option('--config <file>', 'sundial.yml: waivers and replacements (default: ./sundial.yml where there is one)')
    .option('--json', 'one JSON document on stdout')
    .addHelpText('after', '\nExit 1 when a model that no waiver covers has ended or ends within --within days.')
    .action(async (path: string, options: object) =>
      exitWith(await (await import('../commands/scan.ts')).scan(path, options)),
    );

  program
    .command('config')
    .description('Check sundial.yml; errors name line and field')
    .argument('[file]', 'the file', 'sundial.yml')
    .option('--json', 'print the checked configuration with every default filled in')
    .action(async (file: string, options: object) =>
      exitWith((await import('../commands/config.ts')).checkConfig(file, options)),
    );
}
