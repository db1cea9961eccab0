import type { Command } from 'commander';
import { exitWith } from '../exit.ts';

/** Commands that run Sundial on this machine. */
export function localCommands(program: Command): void {
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
of your own, up, replay, tick, redrive and backfill write to the real Slack or GitHub. The story never does.`,
    )
    .action(async (options: object) => exitWith(await (await import('../commands/up.ts')).up(options)));

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
      exitWith(await (await import('../commands/replay.ts')).replay(files, options)),
    );

  program
    .command('tick')
    .description('What the daily schedule does: stages change, milestones fall due, messages stay true')
    .requiredOption('--state <directory>', 'the state of earlier replays')
    .option('--now <instant>', 'set the clock, ISO: travel forward')
    .option('--config <file>', 'sundial.yml')
    .option('--json', 'one JSON document on stdout')
    .action(async (options: object) => exitWith(await (await import('../commands/tick.ts')).tick(options)));

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
    .action(async (options: object) => exitWith(await (await import('../commands/redrive.ts')).redrive(options)));
}
