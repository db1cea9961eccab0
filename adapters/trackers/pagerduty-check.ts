import * as z from 'zod/mini';
import type { Finding } from '../../domain/finding.ts';
import type { PagerDutyTracker } from '../../domain/tracker.ts';
import { prioritiesOf } from './pagerduty-fields.ts';
import type { TrackerHttp } from './tracker-http.ts';

const Service = z.object({ service: z.object({ name: z.string(), status: z.string() }) });
const Users = z.object({ users: z.array(z.object({ email: z.string() })) });

/** Looks, without writing, whether incidents could be opened: the service, the user, the priorities' names. */
export async function checkPagerduty(http: TrackerHttp, tracker: PagerDutyTracker): Promise<readonly Finding[]> {
  const { service: id, from, priorities } = tracker;
  const { service } = Service.parse(await http({ method: 'GET', path: `/services/${id}` }));
  const { users } = Users.parse(await http({ method: 'GET', path: '/users', query: { query: from, limit: '100' } }));
  const isKnown = users.some(({ email }) => email.toLowerCase() === from.toLowerCase());
  const wanted = Object.values(priorities);
  const named = wanted.length > 0 ? await prioritiesOf(http) : new Map<string, string>();
  const unknown = wanted.filter((name) => !named.has(name));
  return [
    finding(
      `PagerDuty ${id}: service`,
      service.status === 'disabled' ? `${service.name} is disabled: no incident can be opened` : null,
      `${service.name} is ${service.status}`,
      'Enable the service, or name another one as tracker.service',
    ),
    finding(
      `PagerDuty ${id}: from`,
      isKnown ? null : `there is no user ${from}`,
      'the user is known',
      'Name the address of a PagerDuty user as tracker.from in sundial.yml',
    ),
    finding(
      `PagerDuty ${id}: priorities`,
      unknown.length > 0 ? `the account has no ${unknown.join(', ')}, but ${[...named.keys()].join(', ')}` : null,
      wanted.length > 0 ? 'all are known' : 'none are set, only the urgency',
      'Correct tracker.priorities in sundial.yml',
    ),
  ];
}

function finding(subject: string, wrong: string | null, right: string, fix: string): Finding {
  return wrong === null
    ? { subject, state: 'fine', seen: right, fix: null }
    : { subject, state: 'missing', seen: wrong, fix };
}
