/** An AWS Health event as EventBridge delivers it, sent on 2026-10-08 to one account; only what a test is about is given. */
export function aHealthPayload(detail: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) {
  return {
    version: '0',
    id: 'b4e4a1d2-0000-4000-8000-000000000001',
    'detail-type': 'AWS Health Event',
    source: 'aws.health',
    account: '111122223333',
    time: '2026-10-08T16:04:11Z',
    region: 'us-east-1',
    resources: [],
    ...envelope,
    detail: {
      eventArn: 'arn:aws:health:us-east-1::event/BEDROCK/AWS_BEDROCK_OPERATIONAL_NOTIFICATION/AWS_BEDROCK_1',
      service: 'BEDROCK',
      eventTypeCode: 'AWS_BEDROCK_OPERATIONAL_NOTIFICATION',
      eventTypeCategory: 'accountNotification',
      eventScopeCode: 'ACCOUNT_SPECIFIC',
      communicationId: 'b4e4a1d2f0-1',
      startTime: 'Thu, 8 Oct 2026 16:00:00 GMT',
      lastUpdatedTime: 'Thu, 8 Oct 2026 16:00:00 GMT',
      statusCode: 'open',
      eventRegion: 'us-east-1',
      eventDescription: described('anthropic.claude-sonnet-4-5-20250929-v1:0 reaches end of life on April 8, 2027.'),
      page: '1',
      totalPages: '1',
      backupEvent: 'false',
      affectedAccount: '111122223333',
      ...detail,
    },
  };
}

export function described(text: string, language = 'en_US') {
  return [{ language, latestDescription: text }];
}
