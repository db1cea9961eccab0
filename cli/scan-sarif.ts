import type { Finding, ScanReport, UnknownReference } from './scan-report.ts';

const rules = [
  rule('model-ended', 'The model has reached its end of life: calls fail.', 'error'),
  rule('model-ending', 'The model reaches its end of life soon.', 'warning'),
  rule('model-named', 'A Bedrock model is named here; its end is not near.', 'note'),
  rule('model-unknown', 'Shaped like a Bedrock model id, but no source knows it.', 'note'),
] as const;

const ruleOf = { ended: 0, ending: 1, later: 2 } as const;

/**
 * SARIF 2.1.0, for code scanning. `shown`: a file of the tree as the repository names it.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function scanSarif({ findings, unknown, skipped }: ScanReport, shown: (file: string) => string) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'sundial', version: '0.1.0', rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: skipped.map(({ file, reason }) => ({
              level: 'warning',
              message: { text: `${shown(file)}: ${reason}` },
            })),
          },
        ],
        results: [
          ...findings.map((finding) => known(finding, shown)),
          ...unknown.map((reference) => result(3, `No source knows ${reference.matched}.`, reference, shown)),
        ],
      },
    ],
  };
}

function known(finding: Finding, shown: (file: string) => string) {
  const { standing, urgency, waiver } = finding;
  const goTo = standing.replacement ? ` Move to ${standing.replacement.modelId}.` : '';
  return {
    ...result(ruleOf[urgency], `${sentence(finding)}${goTo}`, finding, shown),
    ...(waiver && {
      suppressions: [{ kind: 'external', justification: `${waiver.reason} (until ${waiver.until})` }],
    }),
  };
}

function sentence({ standing: { modelId, stage, endOfLife, daysLeft } }: Finding): string {
  if (stage === 'endOfLife')
    return endOfLife ? `${modelId} reached its end of life on ${endOfLife}.` : `${modelId} was withdrawn.`;
  return endOfLife
    ? `${modelId} reaches its end of life on ${endOfLife}, in ${daysLeft ?? 0} days.`
    : `${modelId}: no end of life is known.`;
}

function result(
  ruleIndex: 0 | 1 | 2 | 3,
  text: string,
  { file, line, column, matched }: UnknownReference,
  shown: (file: string) => string,
) {
  const { id, defaultConfiguration } = rules[ruleIndex];
  return {
    ruleId: id,
    ruleIndex,
    level: defaultConfiguration.level,
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: shown(file).split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column, endLine: line, endColumn: column + matched.length },
        },
      },
    ],
  };
}

function rule<Id extends string, Level extends string>(id: Id, text: string, level: Level) {
  return { id, shortDescription: { text }, defaultConfiguration: { level } };
}
