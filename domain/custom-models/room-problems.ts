/**
 * What keeps a unit of throughput without a commitment from being bought; nothing where nobody wants one (`units` is `null`) or no quota is told.
 * Where nobody asked for more, the quota is 0.
 * @see https://docs.aws.amazon.com/general/latest/gr/bedrock.html
 */
export function throughputProblems(region: string, units: number | null, quota: number | null): readonly string[] {
  return units === null || quota === null || units < quota
    ? []
    : [
        `${region}: custom models have ${units} model units without a commitment, and the quota is ${quota}: ask for more of "Model units no-commitment Provisioned Throughputs across custom models"`,
      ];
}

/** What keeps one more custom model from being kept in a Region; nothing where no quota is told. */
export function modelRoomProblems(region: string, there: number, quota: number | null): readonly string[] {
  return quota === null || there < quota
    ? []
    : [`${region}: there are ${there} custom models, and the quota is ${quota}: ask for more, or delete one`];
}
