import type { Finding } from '../../domain/finding.ts';

/** A token that is not there; `name` says where it would be, `page` how to get one. */
export function lacking(subject: string, name: string, page: string): Finding {
  return {
    subject,
    state: 'missing',
    seen: `there is no token in ${name}`,
    fix: `Make one and store it there: ${page}`,
  };
}
