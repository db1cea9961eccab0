import type { ImportPolicy } from '../../domain/custom-models/import-policies.ts';
import { policyName } from './cloud-formation.ts';

/**
 * Commands of the AWS CLI that attach a policy, for a POSIX shell. A bucket or key has one policy: what is there is read, statements of the
 * same `Sid` are replaced, and the rest stays; this takes jq.
 * @see https://docs.aws.amazon.com/cli/latest/reference/kms/put-key-policy.html
 */
export function importCommands(policy: ImportPolicy, region: string): readonly string[] {
  const { kind, attachedTo, document } = policy;
  switch (kind) {
    case 'bucketPolicy':
      return chained(
        `{ aws s3api get-bucket-policy --bucket ${attachedTo} --query Policy --output text > there.json 2> failed.txt || { grep -q NoSuchBucketPolicy failed.txt && echo '${nothing}' > there.json; }; }`,
        merge(policy),
        `aws s3api put-bucket-policy --bucket ${attachedTo} --policy file://wanted.json`,
      );
    case 'roleTrust': {
      const [name = '', ...path] = attachedTo.split('/').toReversed();
      const under = path.length > 0 ? ` --path ${quoted(`/${path.toReversed().join('/')}/`)}` : '';
      const trust = quoted(JSON.stringify(document));
      return [
        `aws iam create-role --role-name ${name}${under} --assume-role-policy-document ${trust} || aws iam update-assume-role-policy --role-name ${name} --policy-document ${trust}`,
      ];
    }
    case 'rolePermissions':
    case 'roleKeyPermissions': {
      const name = attachedTo.slice(attachedTo.lastIndexOf('/') + 1);
      const permissions = quoted(JSON.stringify(document));
      return [
        `aws iam put-role-policy --role-name ${name} --policy-name ${policyName(policy)} --policy-document ${permissions}`,
      ];
    }
    case 'developmentKeyPolicy':
    case 'hostingKeyPolicy': {
      const key = `--key-id ${attachedTo} --policy-name default --region ${region}`;
      return chained(
        `aws kms get-key-policy ${key} --query Policy --output text > there.json`,
        merge(policy),
        `aws kms put-key-policy ${key} --policy file://wanted.json`,
      );
    }
  }
}

/** What fails stops what comes after it: a policy that could not be read is not written over. */
function chained(...commands: readonly string[]): readonly string[] {
  return commands.map((command, index) => (index < commands.length - 1 ? `${command} &&` : command));
}

const nothing = '{"Version":"2012-10-17","Statement":[]}';

function merge({ document }: ImportPolicy): string {
  const add = quoted(JSON.stringify(document.Statement));
  const filter =
    '.Statement = ([.Statement] | flatten | map(select(.Sid as $sid | [$add[].Sid] | index($sid) | not))) + $add';
  return `jq --argjson add ${add} ${quoted(filter)} there.json > wanted.json`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
