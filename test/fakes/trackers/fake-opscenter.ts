import * as ssm from '@aws-sdk/client-ssm';
import { awsService } from '../../../local/aws/wire/aws-service.ts';
import { AwsError } from '../../../local/aws/wire/aws-error.ts';
import { checkRequiredMembers } from '../../../local/aws/wire/required-members.ts';
import { membersOf } from '../../../local/aws/wire/static-schema.ts';
import { awsJsonServer } from '../aws-json-server.ts';
import { unknownNames } from './fake-server.ts';

type Data = Record<string, { Value: string; Type: string }>;

export interface FakeOpsItem {
  OpsItemId: string;
  Status: string;
  Title: string;
  Description: string;
  OperationalData: Data;
  RelatedOpsItems: { OpsItemId: string }[];
  Category?: string;
  Severity?: string;
  Priority?: number;
  Source?: string;
}

class Told extends Error {
  readonly body: object;
  constructor(type: string, members: object) {
    super(type);
    this.body = { __type: type, ...members };
  }
}

/** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateOpsItem.html */
const longest: Readonly<Record<string, number>> = {
  Title: 1_024,
  Description: 2_048,
  Source: 128,
  Category: 64,
  Severity: 64,
};

/**
 * OpsItems of Systems Manager: names of members by the client's own schema, lengths and deduplication as documented. An OpsItem that is
 * resolved stands in nobody's way.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/OpsCenter-working-deduplication.html
 */
export async function fakeOpscenter() {
  const items = new Map<string, FakeOpsItem>();
  const service = awsService('ssm', new ssm.SSMClient({ region: 'us-east-1' }), ssm);

  const invalid = (message: string): never => {
    throw new Told('OpsItemInvalidParameterException', { Message: message });
  };
  function check(input: Record<string, unknown>): void {
    for (const [name, most] of Object.entries(longest)) {
      const value = input[name];
      if (typeof value === 'string' && (value.trim() === '' || value.length > most))
        invalid(`${name} has ${value.length} characters`);
    }
    const { Priority, Source, OperationalData = {} } = input as Partial<FakeOpsItem>;
    if (Priority !== undefined && !(Priority >= 1 && Priority <= 5)) invalid('Priority');
    if (Source && /aws|amazon|amzn/i.test(Source)) invalid('Source');
    for (const [name, { Value, Type }] of Object.entries(OperationalData)) {
      if (
        name.length > 128 ||
        (/^\/?(amazon|aws|amzn|ssm)/i.test(name) &&
          !['/aws/dedup', '/aws/resources', '/aws/automations'].includes(name))
      )
        invalid(`key ${name}`);
      if (Buffer.byteLength(Value) > 20_480 || !['SearchableString', 'String'].includes(Type))
        invalid(`value of ${name}`);
    }
  }
  const item = (id: unknown): FakeOpsItem => {
    const found = items.get(String(id));
    if (found) return found;
    throw new Told('OpsItemNotFoundException', { Message: `OpsItem ${String(id)} is not found` });
  };
  const dedupOf = ({ OperationalData }: { OperationalData?: Data }) => OperationalData?.['/aws/dedup']?.Value;

  const operations: Readonly<Record<string, (input: Record<string, unknown>) => object>> = {
    CreateOpsItem(input) {
      check(input);
      const given = input as unknown as FakeOpsItem;
      const dedup = dedupOf(given);
      if (dedup !== undefined && (JSON.parse(dedup) as { dedupString: string }).dedupString.length > 64)
        invalid('dedupString');
      const same = [...items.values()].find(
        (one) => dedup !== undefined && dedupOf(one) === dedup && ['Open', 'InProgress'].includes(one.Status),
      );
      if (same)
        throw new Told('OpsItemAlreadyExistsException', {
          Message: 'The OpsItem already exists.',
          OpsItemId: same.OpsItemId,
        });
      const OpsItemId = `oi-${String(items.size + 1).padStart(12, '0')}`;
      items.set(OpsItemId, { ...given, RelatedOpsItems: [], OpsItemId, Status: 'Open' });
      return { OpsItemId };
    },
    GetOpsItem: ({ OpsItemId }) => ({ OpsItem: item(OpsItemId) }),
    UpdateOpsItem({ OpsItemId, OperationalData = {}, ...rest }) {
      const found = item(OpsItemId);
      check({ ...rest, OperationalData });
      const { RelatedOpsItems = [] } = rest as Partial<FakeOpsItem>;
      if (RelatedOpsItems.length > 10) throw new Told('OpsItemLimitExceededException', { Message: 'RelatedOpsItems' });
      if (OperationalData && '/aws/dedup' in (OperationalData as Data))
        invalid('a deduplication string cannot be changed');
      Object.assign(found, rest, { OperationalData: { ...found.OperationalData, ...(OperationalData as Data) } });
      return {};
    },
    /** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_OpsItemFilter.html */
    DescribeOpsItems({ OpsItemFilters = [] }) {
      const [filter] = OpsItemFilters as { Key: string; Values: string[]; Operator: string }[];
      if (filter && (filter.Key !== 'OperationalData' || filter.Operator !== 'Equal')) invalid('OpsItemFilters');
      const wanted = filter ? (JSON.parse(filter.Values[0] ?? '{}') as { key: string; value: string }) : null;
      const found = [...items.values()].filter(({ OperationalData }) => {
        const held = wanted && OperationalData[wanted.key];
        return !wanted || (held?.Type === 'SearchableString' && held.Value === wanted.value);
      });
      const summary = ({ OperationalData, ...one }: FakeOpsItem) => ({
        ...one,
        OperationalData: Object.fromEntries(
          Object.entries(OperationalData).filter(([, { Type }]) => Type === 'SearchableString'),
        ),
      });
      return { OpsItemSummaries: found.map(summary) };
    },
  };

  const server = await awsJsonServer(({ target, input }) => {
    const name = target.replace('AmazonSSM.', '');
    const operation = operations[name];
    const schema = service.operations.get(name);
    if (!operation || !schema) return { status: 400, body: { __type: 'UnknownOperationException' } };
    try {
      const odd = unknownNames(
        input,
        membersOf(schema[4]).map((member) => member.name),
      );
      if (odd.length > 0) throw new Told('ValidationException', { message: odd.join() });
      checkRequiredMembers(schema[4], input);
      return { body: operation(structuredClone(input)) };
    } catch (fault) {
      if (fault instanceof Told) return { status: 400, body: fault.body };
      if (fault instanceof AwsError) return { status: 400, body: { __type: fault.name, message: fault.message } };
      return { status: 500, body: { __type: 'InternalServerError', message: String(fault) } };
    }
  });
  return { url: server.endpoint, items, close: server.close };
}
