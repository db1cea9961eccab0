import { Command, CommanderError } from 'commander';
import { CallError } from '../adapters/call-error.ts';
import { awsCommands } from './command-line/aws-commands.ts';
import { compareCommands } from './command-line/compare-commands.ts';
import { comparisonCommands } from './command-line/comparison-commands.ts';
import { customCommands } from './command-line/custom-commands.ts';
import { localCommands } from './command-line/local-commands.ts';
import { lookupCommands } from './command-line/lookup-commands.ts';
import { policiesCommands } from './command-line/policies-commands.ts';
import { runCommands } from './command-line/run-commands.ts';
import { BadInputError, exitCode } from './exit.ts';
import { note, printJson } from './output.ts';

// Node 20 is supported here; what the SDK says about it is for us, not for who runs the command.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  note(`sundial: standard output cannot be written: ${error.message}`);
  process.exit(exitCode.outsideFailed);
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
  sundial sweep                               who uses which model in AWS, and what leaving takes
  sundial compare OLD NEW --dataset cases.jsonl --out run
                                              whether the replacement will do
  sundial replay notice.json --state .sundial take EventBridge events through the real rules and handlers

Exit codes: 0 fine, 1 something needs attention, 2 bad input or usage, 3 the outside world failed.`,
  );

lookupCommands(program);
awsCommands(program);
compareCommands(program);
runCommands(program);
comparisonCommands(program);
policiesCommands(program);
customCommands(program);
localCommands(program);

/** Says what went wrong, once, on stderr; with `--json` also as the one document on stdout. */
function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.badInput;
  const said = error instanceof Error ? error.message : String(error);
  const message = error instanceof CallError ? `${error.call} failed: ${said}` : said;
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
