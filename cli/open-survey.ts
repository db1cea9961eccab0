import type { DateTime } from 'luxon';
import { awsAccess } from '../adapters/aws-access.ts';
import { awsSurvey } from '../adapters/survey.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { SweepScope } from '../domain/sweep-scope.ts';
import type { Survey } from '../handlers/sweep-ports.ts';
import { hasCredentials, homeRegion } from './aws-environment.ts';

interface OpenSurvey {
  readonly survey: Survey;
  /** Whether what it tells is made up. */
  readonly simulated: boolean;
  readonly close: () => Promise<void>;
}

interface SurveyChoice {
  readonly scope: SweepScope;
  readonly now: () => DateTime;
  /** The simulated organisation, even where there are credentials. */
  readonly simulated: boolean;
  /** Calls under way at once. */
  readonly concurrency?: number | undefined;
}

/** AWS where this machine has credentials for it, else the simulated organisation. */
export async function openSurvey({ scope, now, simulated, concurrency }: SurveyChoice): Promise<OpenSurvey> {
  const limit = concurrency === undefined ? {} : { sideBySide: concurrency };
  if (!simulated && hasCredentials()) {
    return {
      survey: awsSurvey(scope, { access: awsAccess(), homeRegion: homeRegion(), now, ...limit }),
      simulated: false,
      close: () => Promise.resolve(),
    };
  }

  const { startFakeAws } = await import('../local/aws/server.ts');
  const { simulatedOrganization } = await import('../local/aws/organization/organization.ts');
  const aws = await startFakeAws({ organization: simulatedOrganization({ now, catalogue }) });
  const access = awsAccess({ endpoint: aws.endpoint, credentials: aws.credentials });
  // Nobody's quota has to be spared here.
  const wait = () => Promise.resolve();
  return {
    survey: awsSurvey({ ...scope, organization: true }, { access, homeRegion: 'us-east-1', now, wait, ...limit }),
    simulated: true,
    close: aws.close,
  };
}
