/** Where an object lies, as `s3://bucket/key` says; `null` for anything else. */
export function objectPlace(address: string): { readonly bucket: string; readonly key: string } | null {
  const { bucket, key } = /^s3:\/\/(?<bucket>[a-z0-9.-]{3,63})\/(?<key>.+)$/.exec(address)?.groups ?? {};
  return bucket === undefined || key === undefined ? null : { bucket, key };
}
