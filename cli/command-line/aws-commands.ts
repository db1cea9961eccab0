import type { Command } from 'commander';
import { exitWith } from '../exit.ts';

/** Commands that ask AWS. */
export function awsCommands(program: Command): void {
  program
    .command('sweep')
    .description('Every account and Region: which models end, who uses them, and what leaving takes. Changes nothing')
    .option(
      '--accounts <ids>',
      "account ids with commas between (default: those of sundial.yml, else the caller's own)",
    )
    .option('--regions <codes>', 'Region codes with commas between (default: every enabled Region that has Bedrock)')
    .option('--within <days>', 'exit 1 when a model that somebody uses ends within so many days', '180')
    .option('--concurrency <calls>', 'calls under way at once, over all accounts and Regions', '32')
    .option('--simulated', 'ask the simulated organisation, even where there are credentials for AWS')
    .option('--now <instant>', 'set the clock, ISO')
    .option(
      '--config <file>',
      'sundial.yml: accounts, routes, replacements (default: ./sundial.yml where there is one)',
    )
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
Credentials, Region and endpoints follow the AWS SDK's own settings; other accounts are entered through the read-only role
of docs/fan-in.md. Without credentials the simulated organisation is asked, and the answer says so.
Exit 1 when something ends in time, or could not be read: a call that fails is listed, never taken for "none".`,
    )
    .action(async (options: object) => exitWith(await (await import('../commands/sweep.ts')).sweep(options)));

  program
    .command('owners')
    .description('Which rule of sundial.yml decides whose a dependent is, and why')
    .argument(
      '[dependent]',
      'ARN, id or name of one dependent, as sundial sweep shows it; without it all, unowned ones first',
    )
    .option('--inventory <file>', 'answer of sundial sweep --json, instead of asking AWS again')
    .option('--accounts <ids>', 'as for sweep')
    .option('--regions <codes>', 'as for sweep')
    .option('--simulated', 'as for sweep')
    .option('--now <instant>', 'set the clock, ISO')
    .option('--config <file>', 'sundial.yml (default: ./sundial.yml where there is one)')
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
Example:
  sundial sweep --json > inventory.json
  sundial owners checkout-summaries --inventory inventory.json`,
    )
    .action(async (dependent: string | undefined, options: object) =>
      exitWith(await (await import('../commands/owners.ts')).owners(dependent, options)),
    );

  program
    .command('doctor')
    .description('What is missing in configuration and credentials, and how to mend it. Changes nothing')
    .option(
      '--stage <name>',
      'check the tokens in Parameter Store of a stage that is deployed (default: those set here)',
    )
    .option('--config <file>', 'sundial.yml (default: ./sundial.yml where there is one)')
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
Asks every tracker of sundial.yml, Slack and AWS, reading only. Tokens are taken from SUNDIAL_SLACK_BOT_TOKEN,
SUNDIAL_GITHUB_TOKEN, SUNDIAL_JIRA_TOKEN and so on; credentials for AWS follow the SDK's own settings.
Exit 1 when something is missing or could not be found out.

Examples:
  sundial doctor
  sundial doctor --stage prod`,
    )
    .action(async (options: object) => exitWith(await (await import('../commands/doctor.ts')).doctor(options)));

  program
    .command('backfill')
    .description('Take the Bedrock events that AWS Health holds open, as if they had just been delivered')
    .requiredOption('--state <directory>', 'where everything is kept')
    .option('--organization', 'of every account, asked as the management or delegated administrator account')
    .option('--simulated', 'ask the simulated organisation, even where there are credentials for AWS')
    .option('--now <instant>', 'set the clock, ISO')
    .option('--config <file>', 'sundial.yml')
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
AWS Health answers only accounts with a support plan of Business level or above; without one this says so, and Sundial
lives on what EventBridge delivers. What was heard already changes nothing.`,
    )
    .action(async (options: object) => exitWith(await (await import('../commands/backfill.ts')).backfill(options)));
}
