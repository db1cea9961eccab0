import type { PolicyDocument, Statement } from '../iam/policy-document.ts';
import type { Principal } from '../iam/principal.ts';
import type { ModelKeyUse } from './model-key-uses.ts';
import { keyFindings, modelKeyStatement } from './model-key-uses.ts';

/** A use of a key and the key's policy; `unread` where that may not be read, `gone` where there is no such key. */
export interface ReadKeyUse {
  readonly use: ModelKeyUse;
  readonly policy: PolicyDocument | null | 'unread' | 'gone';
}

export interface ModelKeyCheck {
  /** A sentence each: which key, who, which actions. */
  readonly problems: readonly string[];
  /** What could not be told, a sentence each. */
  readonly warnings: readonly string[];
  /** Statements that key policies lack, by key ARN. */
  readonly statements: Readonly<Record<string, readonly Statement[]>>;
}

/** Who may not use a customer managed key that must, and what to add to its policy. */
export function modelKeyCheck(read: readonly ReadKeyUse[]): ModelKeyCheck {
  const problems: string[] = [];
  const warnings: string[] = [];
  const statements: Record<string, readonly Statement[]> = {};
  for (const { use, policy } of read) {
    const who = named(use.principal);
    if (policy === 'gone') problems.push(`there is no key ${use.key}`);
    else if (policy === 'unread')
      warnings.push(`not known: whether the key policy of ${use.key} lets ${who} use it, for it may not be read`);
    else {
      const { missing, notKnown } = keyFindings(use, policy);
      if (missing.length > 0) {
        problems.push(`the key policy of ${use.key} does not allow ${missing.join(', ')} to ${who}`);
        statements[use.key] = [...(statements[use.key] ?? []), modelKeyStatement(use)];
      }
      if (notKnown.length > 0)
        warnings.push(
          `not known: whether the key policy of ${use.key} allows ${notKnown.join(', ')} to ${who}, for it has conditions that are not judged`,
        );
    }
  }
  return { problems: [...new Set(problems)], warnings, statements };
}

/** What to add to which key policy, a sentence each: nobody but the key's owner may. */
export function missingStatementWords(statements: ModelKeyCheck['statements']): readonly string[] {
  return Object.entries(statements).map(([key, lacking]) => `the policy of ${key} lacks ${JSON.stringify(lacking)}`);
}

function named(principal: Principal): string {
  return principal.kind === 'role' ? principal.arn : principal.name;
}
