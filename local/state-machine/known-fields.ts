/** The name of every field that the interpreter understands, JSONata's only. */
const result = ['Output', 'Assign'];
const onward = [...result, 'Next', 'End'];
const resilient = [...onward, 'Retry', 'Catch'];

export const machineFields = ['QueryLanguage', 'Version', 'StartAt', 'States', 'TimeoutSeconds'];
export const branchFields = ['StartAt', 'States'];
export const processorFields = ['ProcessorConfig', ...branchFields];

export const stateFields: Readonly<Record<string, readonly string[]>> = {
  Task: ['Resource', 'Arguments', 'Credentials', 'TimeoutSeconds', 'HeartbeatSeconds', ...resilient],
  Pass: onward,
  Choice: ['Choices', 'Default', ...result],
  Wait: ['Seconds', 'Timestamp', ...onward],
  Succeed: ['Output'],
  Fail: ['Error', 'Cause'],
  Parallel: ['Branches', 'Arguments', ...resilient],
  Map: ['Items', 'ItemSelector', 'ItemProcessor', 'MaxConcurrency', ...resilient],
};

/** Only a Map whose items run as executions of their own has these. */
export const distributedFields = [
  'ItemReader',
  'ItemBatcher',
  'ToleratedFailurePercentage',
  'ToleratedFailureCount',
  'Label',
  'ResultWriter',
];

/** The fields of what stands inside a state, by the field that holds it. */
export const partFields: Readonly<Record<string, readonly string[]>> = {
  Choices: ['Condition', 'Next', ...result],
  Retry: ['ErrorEquals', 'IntervalSeconds', 'BackoffRate', 'MaxAttempts', 'MaxDelaySeconds', 'JitterStrategy'],
  Catch: ['ErrorEquals', 'Next', ...result],
  ItemReader: ['Resource', 'Arguments', 'ReaderConfig'],
  ReaderConfig: ['InputType', 'MaxItems'],
  ItemBatcher: ['MaxItemsPerBatch', 'MaxInputBytesPerBatch', 'BatchInput'],
  ResultWriter: ['Resource', 'Arguments', 'WriterConfig'],
  WriterConfig: ['Transformation', 'OutputType'],
  ProcessorConfig: ['Mode', 'ExecutionType'],
  Credentials: ['RoleArn'],
};

/** Words of the other query language, so that its fields are refused by its name. */
export const jsonPathFields = [
  'InputPath',
  'OutputPath',
  'ResultPath',
  'ResultSelector',
  'Parameters',
  'Result',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'ErrorPath',
  'CausePath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'Variable',
];

export const words: Readonly<Record<string, readonly string[]>> = {
  Mode: ['INLINE', 'DISTRIBUTED'],
  ExecutionType: ['STANDARD', 'EXPRESS'],
  InputType: ['JSON', 'JSONL'],
  Transformation: ['NONE', 'COMPACT', 'FLATTEN'],
  OutputType: ['JSON', 'JSONL'],
  JitterStrategy: ['NONE', 'FULL'],
};
