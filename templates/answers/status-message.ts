import type { AuditEntry } from '../../domain/audit.ts';
import type { Situation } from '../../domain/situation.ts';
import { titled } from '../blocks.ts';
import { mrkdwn } from '../markup.ts';
import type { Message } from '../message.ts';
import { migrationMessage } from '../migration-message.ts';
import { longDay } from '../text.ts';

/** Lines of the audit trail that are shown, the newest first. */
const mostEntries = 5;
/** The buttons and the footer stand after the history. */
const lastBlocks = 2;

/** One migration as its root message shows it, and what people did about it. */
export function statusMessage(situation: Situation, audit: readonly AuditEntry[]): Message {
  const { text, blocks } = migrationMessage(situation);
  const history = audit.toReversed().slice(0, mostEntries).map(entryLine);
  if (history.length === 0) return { text, blocks };
  const end = blocks.length - lastBlocks;
  return { text, blocks: [...blocks.slice(0, end), titled('What people did', history), ...blocks.slice(end)] };
}

function entryLine({ who, at, did, reason, allowed }: AuditEntry): string {
  const why = reason === null ? '' : `: ${mrkdwn.text(reason)}`;
  return `• ${longDay(at)}, ${mrkdwn.person(who)}: ${mrkdwn.code(did)}${why}${allowed ? '' : ' (refused)'}`;
}
