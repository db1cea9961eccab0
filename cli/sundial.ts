#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { BadInputError, exitCode } from './exit.ts';
import { note, printJson } from './output.ts';

// Node 20 is supported here; what the SDK says about it is for us, not for who runs the command.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = new Command('sundial')
  .description(
    'Tells when the sun sets on an Amazon Bedrock model, who still stands in its light, and whether the next model is ready.',
  )
  .version('0.1.0')
  .showHelpAfterError('(sundial --help teaches)')
  .showSuggestionAfterError()
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  sundial up                                  play a short story on this machine, then keep the console open
  sundial timeline "Claude Sonnet 4.5"        what happens when, and the plan to leave in time
  sundial replay notice.json --state .sundial take EventBridge events through the real rules and handlers

Exit codes: 0 fine, 1 something needs attention, 2 bad input or usage, 3 the outside world failed.`,
  );

program
  .command('up')
  .description('Run the local stack: a short story over a simulated organisation, then the console on 127.0.0.1')
  .option('--once', 'play the story and exit')
  .option('--state <directory>', 'where everything is kept', '.sundial')
  .option('--port <number>', 'port of the console', '4747')
  .option('--now <instant>', 'set the clock, ISO')
  .option('--config <file>', 'a sundial.yml of your own: the local stack then starts empty, without the story')
  .option('--json', 'one JSON document on stdout (with --once)')
  .addHelpText(
    'after',
    `
Nothing leaves this machine unless you say so: with SUNDIAL_SLACK_BOT_TOKEN or SUNDIAL_GITHUB_TOKEN set and a sundial.yml
of your own, up, replay, tick and redrive write to the real Slack or GitHub. The story never does.`,
  )
  .action(async (options: object) => exitWith(await (await import('./commands/up.ts')).up(options)));

program
  .command('replay')
  .description('Take EventBridge events through the real rules, handlers and local engines')
  .argument('<file...>', 'events: an object, an array or JSON lines; - is standard input')
  .option('--state <directory>', 'continue where an earlier replay ended; without it nothing is left behind')
  .option('--now <instant>', 'set the clock, ISO')
  .option('--config <file>', 'sundial.yml (default: ./sundial.yml where there is one)')
  .option('--json', 'one JSON document on stdout (also when stdout is no terminal)')
  .addHelpText(
    'after',
    `
Each event is answered in input order: handled, ignored (no rule matched, or nothing for us), rejected (it matched and
cannot be read; it lies in the dead letters), or failed (Slack or tracker failed; redrive brings it back).
Exit 1 when an event was rejected, 3 when one failed.`,
  )
  .action(async (files: string[], options: object) =>
    exitWith(await (await import('./commands/replay.ts')).replay(files, options)),
  );

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
    exitWith((await import('./commands/timeline.ts')).showTimeline(model, options)),
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
    exitWith(await (await import('./commands/scan.ts')).scan(path, options)),
  );

program
  .command('tick')
  .description('What the daily schedule does: stages change, milestones fall due, messages stay true')
  .requiredOption('--state <directory>', 'the state of earlier replays')
  .option('--now <instant>', 'set the clock, ISO: travel forward')
  .option('--config <file>', 'sundial.yml')
  .option('--json', 'one JSON document on stdout')
  .action(async (options: object) => exitWith(await (await import('./commands/tick.ts')).tick(options)));

program
  .command('redrive')
  .description('Bring dead letters back and handle them again')
  .option('--state <directory>', 'the local state of earlier replays')
  .option('--dead-letters <url>', 'a dead-letter queue on AWS, with --queue')
  .option('--queue <url>', 'the queue its messages go back to')
  .option('--list', 'only show what lies there, locally each with its reason')
  .option('--now <instant>', 'set the clock, ISO')
  .option('--config <file>', 'sundial.yml')
  .option('--json', 'one JSON document on stdout')
  .action(async (options: object) => exitWith(await (await import('./commands/redrive.ts')).redrive(options)));

program
  .command('config')
  .description('Check sundial.yml; errors name line and field')
  .argument('[file]', 'the file', 'sundial.yml')
  .option('--json', 'print the checked configuration with every default filled in')
  .action(async (file: string, options: object) =>
    exitWith((await import('./commands/config.ts')).checkConfig(file, options)),
  );

function exitWith(code: number): void {
  process.exitCode = code;
}

/** Says what went wrong, once, on stderr; with `--json` also as the one document on stdout. */
function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.badInput;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof BadInputError ? exitCode.badInput : exitCode.outsideFailed;
  note(`sundial: ${message}`);
  if (process.argv.includes('--json')) printJson({ error: { message, exitCode: code } });
  return code;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = failed(error);
}
