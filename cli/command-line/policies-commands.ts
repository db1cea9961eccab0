import type { Command } from 'commander';
import { exitWith } from '../exit.ts';

const example = `--development-account 111122223333 --hosting-account 444455556666 \\
    --bucket example-weights --prefix support-7b --region us-east-1`;

/** Commands about the policies of custom models across accounts. */
export function policiesCommands(program: Command): void {
  const policies = program
    .command('policies')
    .description('The policies that carry a custom model across accounts: print them, check those that are there');

  withImportTerms(policies.command('import'))
    .description('Print every policy that a cross-account Custom Model Import needs, in order. Asks nobody')
    .option(
      '--as <form>',
      'json: the policies; cloudformation: a template for each account; cli: AWS CLI commands',
      'json',
    )
    .option('--for <account>', 'development or hosting: only what that administrator attaches')
    .option('--json', 'one JSON document on stdout, whatever the form')
    .addHelpText(
      'after',
      `
Two administrators attach them. Bucket policy and key policies are added to what the bucket and the keys have already; the
commands of --as cli merge them (with jq), a template of CloudFormation replaces the policy of the bucket.

Example:
  sundial policies import ${example}
  sundial policies import … --as cloudformation --for hosting > hosting.json`,
    )
    .action(async (options: object) =>
      exitWith(await (await import('../commands/policies-import.ts')).policiesImport(options)),
    );

  withImportTerms(policies.command('check'))
    .description(
      'Read the policies that are attached in both accounts: what is missing, what is too wide. Changes nothing',
    )
    .option('--simulated', 'ask two simulated accounts, even where there are credentials for AWS')
    .option('--access-role <name>', 'role to enter an account that is not your own (default: the one of sundial.yml)')
    .option('--config <file>', 'sundial.yml (default: ./sundial.yml where there is one)')
    .option('--json', 'one JSON document on stdout')
    .addHelpText(
      'after',
      `
Reads s3:GetBucketPolicy, iam:GetRole and the role's policies, kms:GetKeyPolicy. Exit 1 when something is missing or could not
be read; what is too wide is only said.

Example:
  sundial policies check ${example}`,
    )
    .action(async (options: object) =>
      exitWith(await (await import('../commands/policies-check.ts')).policiesCheck(options)),
    );
}

/** The options that say who imports what from whom. */
export function withImportTerms(command: Command): Command {
  return command
    .option('--development-account <id>', 'account that owns the bucket with the weights')
    .option('--hosting-account <id>', 'account that imports and serves the model')
    .option('--bucket <name>', 'bucket with the model files')
    .option('--prefix <folder>', 'folder of the model files in the bucket (default: the whole bucket)')
    .option('--region <code>', 'Region of the import')
    .option(
      '--role <name>',
      'execution role in the hosting account, which Bedrock assumes (default: BedrockModelImport)',
    )
    .option('--bucket-key <arn>', "the development account's KMS key that encrypts the bucket")
    .option('--model-key <arn>', "the hosting account's KMS key that shall encrypt the imported model");
}
