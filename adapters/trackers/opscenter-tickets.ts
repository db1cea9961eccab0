import type { OpsItem, SSMClient } from '@aws-sdk/client-ssm';
import {
  CreateOpsItemCommand,
  DescribeOpsItemsCommand,
  GetOpsItemCommand,
  OpsItemAlreadyExistsException,
  UpdateOpsItemCommand,
} from '@aws-sdk/client-ssm';
import type { Finding } from '../../domain/finding.ts';
import type { TicketRef } from '../../domain/migration.ts';
import { shortened } from '../../templates/formats/shortened.ts';
import type { Ticket } from '../../templates/ticket.ts';
import type { Patience } from '../patience.ts';
import { patientWith } from '../patience.ts';
import { keyLabel } from './key-label.ts';
import { failingInOpscenter, opscenterOutlook } from './opscenter-failure.ts';
import { keyName, ownItem, plain, searchable } from './opscenter-item.ts';

/** Characters of a note: 20 KB at most, whatever the alphabet. */
const noteRoom = 6_000;
const closed: readonly (string | undefined)[] = ['Resolved', 'Closed'];

/**
 * Migrations as OpsItems. OpsCenter keeps two open ones with one deduplication string apart itself; those that are resolved it does not,
 * so the key is searched for too. OpsItems have neither comments, nor files, nor an assignee: notes are entries of the operational data.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/OpsCenter-working-deduplication.html
 */
export function opscenterTickets(client: Pick<SSMClient, 'send' | 'config'>, patience: Patience) {
  const patient = patientWith(patience, opscenterOutlook, failingInOpscenter);

  async function refOf(id: string): Promise<TicketRef> {
    const region = await client.config.region();
    const url = `https://${region}.console.aws.amazon.com/systems-manager/opsitems/${id}?region=${region}`;
    return { key: id, url };
  }

  async function search(key: string): Promise<TicketRef | null> {
    const Values = [JSON.stringify({ key: keyName, value: keyLabel(key) })];
    const { OpsItemSummaries = [] } = await client.send(
      new DescribeOpsItemsCommand({ OpsItemFilters: [{ Key: 'OperationalData', Values, Operator: 'Equal' }] }),
    );
    const found = OpsItemSummaries.find((one) => one.OperationalData?.[keyName]?.Value === keyLabel(key));
    return found?.OpsItemId ? refOf(found.OpsItemId) : null;
  }

  async function create(key: string, ticket: Ticket): Promise<TicketRef> {
    const { OperationalData, ...own } = ownItem({}, key, ticket);
    const dedup = searchable(JSON.stringify({ dedupString: keyLabel(key) }));
    try {
      const { OpsItemId = '' } = await client.send(
        new CreateOpsItemCommand({
          ...own,
          Source: 'Sundial',
          Category: 'Availability',
          OperationalData: { ...OperationalData, '/aws/dedup': dedup },
        }),
      );
      return await refOf(OpsItemId);
    } catch (fault) {
      if (fault instanceof OpsItemAlreadyExistsException && fault.OpsItemId) return refOf(fault.OpsItemId);
      throw fault;
    }
  }

  async function read({ key: OpsItemId }: TicketRef): Promise<OpsItem> {
    return (await client.send(new GetOpsItemCommand({ OpsItemId }))).OpsItem ?? {};
  }

  async function write({ key: OpsItemId }: TicketRef, changes: Omit<UpdateOpsItemCommand['input'], 'OpsItemId'>) {
    await client.send(new UpdateOpsItemCommand({ OpsItemId, ...changes }));
  }

  async function rewrite(ref: TicketRef, key: string, ticket: Ticket): Promise<void> {
    const now = await read(ref);
    const { OperationalData, ...own } = ownItem(now, key, ticket);
    const data = Object.entries(OperationalData).filter(
      ([name, { Value }]) => now.OperationalData?.[name]?.Value !== Value,
    );
    const isSame =
      now.Title === own.Title &&
      now.Description === own.Description &&
      now.Priority === own.Priority &&
      now.Severity === own.Severity;
    if (!isSame || data.length > 0)
      await write(ref, { ...(!isSame && own), ...(data.length > 0 && { OperationalData: Object.fromEntries(data) }) });
  }

  async function hasNote(ref: TicketRef, key: string): Promise<boolean> {
    return noteName(key) in ((await read(ref)).OperationalData ?? {});
  }

  async function turn(ref: TicketRef, Status: 'Open' | 'Resolved'): Promise<void> {
    if (closed.includes((await read(ref)).Status) !== (Status === 'Resolved')) await write(ref, { Status });
  }

  async function relate(ref: TicketRef, { key: OpsItemId }: TicketRef): Promise<void> {
    const { RelatedOpsItems = [] } = await read(ref);
    if (!RelatedOpsItems.some((one) => one.OpsItemId === OpsItemId))
      await write(ref, { RelatedOpsItems: [...RelatedOpsItems, { OpsItemId }] });
  }

  return {
    open: (key: string, ticket: Ticket) =>
      patient(
        'OpsCenter',
        () => create(key, ticket),
        () => search(key),
      ),
    find: (key: string) => patient('OpsCenter', () => search(key)),
    update: (ref: TicketRef, key: string, ticket: Ticket) => patient(ref.key, () => rewrite(ref, key, ticket)),
    /** Written under its own name: twice is once. */
    comment: (ref: TicketRef, key: string, markdown: string) =>
      patient(ref.key, () =>
        write(ref, { OperationalData: { [noteName(key)]: plain(shortened(markdown, noteRoom)) } }),
      ),
    findComment: (ref: TicketRef, key: string) => patient(ref.key, () => hasNote(ref, key)),
    /** OpsItems are related, not ranked; one may have ten, so it is the child that names its parent. */
    link: (ref: TicketRef, parent: TicketRef) => patient(ref.key, () => relate(ref, parent)),
    close: (ref: TicketRef) => patient(ref.key, () => turn(ref, 'Resolved')),
    reopen: (ref: TicketRef) => patient(ref.key, () => turn(ref, 'Open')),
    readBack: (ref: TicketRef) =>
      patient(ref.key, async () => ({ assignee: null, closed: closed.includes((await read(ref)).Status) })),

    check: (): Promise<readonly Finding[]> =>
      patient('OpsCenter', async () => {
        await client.send(new DescribeOpsItemsCommand({ MaxResults: 1 }));
        const subject = `OpsCenter ${await client.config.region()}`;
        const seen = 'the role may look for OpsItems; whether it may write shows when the first one is opened';
        return [{ subject, state: 'note', seen, fix: null }];
      }),
  };
}

function noteName(key: string): string {
  return `sundial-note-${keyLabel(key).replace('sundial-', '')}`;
}
