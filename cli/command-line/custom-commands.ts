import type { Command } from 'commander';
import { exitWith } from '../exit.ts';
import { withImportTerms } from './policies-commands.ts';

/** Commands about custom models: imported, shared and copied. */
export function customCommands(program: Command): void {
  const custom = program
    .command('custom')
    .description('Custom models across accounts and Regions: import, promote, list, delete');

  withImportTerms(custom.command('import'))
    .description("Import a model's weights from another account, and see that it answers")
    .argument('<model>', 'name of the imported model')
    .option('--poll <seconds>', 'how often to ask how far the job is', '60')
    .option('--dry-run', 'check everything and print the call; start nothing')
    .option('--simulated', 'in two simulated accounts, even where there are credentials for AWS')
    .option('--access-role <name>', 'role to enter an account that is not your own (default: the one of sundial.yml)')
    .option('--config <file>', 'sundial.yml (default: ./sundial.yml where there is one)')
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
Run it as a role of the hosting account; the development account is entered by --access-role, read only.
Looks at weights, policies and access before it starts the job, and follows it to the end. Killed, it goes on where it was when
it is run again: jobs are named MODEL-import-1, -2 …, and what is there is looked at first. Exit 1 when nothing was started or
the job failed; then it names the policy at fault and how to mend it.

Example:
  sundial custom import support-7b --development-account 111122223333 --hosting-account 444455556666 \\
    --bucket example-weights --prefix support-7b --region us-east-1`,
    )
    .action(async (model: string, options: object) =>
      exitWith(await (await import('../commands/custom-import.ts')).customImport(model, options)),
    );

  custom
    .command('promote')
    .description(
      'Share a custom model with another account of the organisation, copy it to Regions there, and have it served',
    )
    .argument('[model]', 'ARN of the custom model')
    .option('--to <account>', 'account that shall have it')
    .option('--regions <codes>', 'Region codes with commas between, in which it shall be there')
    .option('--name <name>', 'of the copy, up to 63 characters (default: copy-of- and the id of the model)')
    .option(
      '--serve <how>',
      'deployment: on demand; provisioned: one unit by the hour, without a commitment; none',
      'deployment',
    )
    .option('--model-key <arns...>', "the target account's KMS keys that shall encrypt the copies, one for a Region")
    .option('--poll <seconds>', 'how often to ask how far it is', '60')
    .option('--dry-run', 'check everything and print every call that would create something; create nothing')
    .option('--simulated', 'in two simulated accounts, even where there are credentials for AWS')
    .option('--access-role <name>', 'role to enter an account that is not your own (default: the one of sundial.yml)')
    .option('--config <file>', 'sundial.yml (default: ./sundial.yml where there is one)')
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
Run it as a role of the target account; the source account is entered by --access-role, which must be allowed to share (see
docs/custom-models.md). Killed, it goes on where it was when it is run again; a Region that fails does not stop the others.
Imported and base models cannot be shared: it says what to do instead. Exit 1 when something is not promoted.

Example:
  sundial custom promote arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdef123456 \\
    --to 444455556666 --regions us-east-1,us-west-2 --name support-lite`,
    )
    .action(async (model: string | undefined, options: object) =>
      exitWith(await (await import('../commands/custom-promote.ts')).customPromote(model, options)),
    );

  custom
    .command('list')
    .description('Imported models of your account, how often each is called, and which nobody uses')
    .option('--region <code>', 'Region (default: AWS_REGION, else us-east-1)')
    .option('--days <number>', 'how far back calls count', '30')
    .option('--simulated', 'of a simulated account')
    .option('--json', 'one JSON document on stdout')
    .addHelpText('after', '\nAn imported model that nobody calls still costs its storage each month. Changes nothing.')
    .action(async (options: object) =>
      exitWith(await (await import('../commands/custom-list.ts')).customList(options)),
    );

  custom
    .command('delete')
    .description('Delete an imported model; without --yes only say what would go')
    .argument('<model>', 'name or ARN')
    .option('--region <code>', 'Region (default: AWS_REGION, else us-east-1)')
    .option('--yes', 'delete it')
    .option('--simulated', 'of a simulated account')
    .option('--json', 'one JSON document on stdout')
    .action(async (model: string, options: object) =>
      exitWith(await (await import('../commands/custom-delete.ts')).customDelete(model, options)),
    );
}
