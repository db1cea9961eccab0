import { BadInputError } from '../exit.ts';

/** The ARN of a role that Bedrock takes, as an option names it. Throws `BadInputError` naming the option. */
export function roleOption(option: string, arn: string | undefined): string {
  if (arn === undefined || !/^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(arn))
    throw new BadInputError(
      `${option} ${arn ?? ''}: expected the ARN of the role that Bedrock takes to read and write there`,
    );
  return arn;
}
