import type { TicketRef } from '../../domain/migration.ts';
import { notGithub } from './github-error.ts';

export function ownerAndName(repository: string): { owner: string; repo: string } {
  const { owner, repo } = /^(?<owner>[^/\s]+)\/(?<repo>[^/\s#]+)$/.exec(repository)?.groups ?? {};
  if (owner && repo) return { owner, repo };
  throw notGithub(repository, 'This is no GitHub repository: write it as owner/name');
}

export function issueOf({ key }: TicketRef): { owner: string; repo: string; issue_number: number } {
  const { repository, number } = /^(?<repository>[^#]+)#(?<number>\d+)$/.exec(key)?.groups ?? {};
  if (repository && number) return { ...ownerAndName(repository), issue_number: Number(number) };
  throw notGithub(key, 'This is no GitHub ticket: its key should read owner/name#12');
}
