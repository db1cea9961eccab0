/** What a form carries beside its fields; `about` is a migration's id. */
export interface FormMetadata extends Readonly<Record<string, unknown>> {
  readonly about: string | null;
}

/** Sundial wrote it, and Slack gives it back as it was. */
export function formMetadata(text: string): FormMetadata {
  const metadata = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const { about } = metadata;
  return { ...metadata, about: typeof about === 'string' ? about : null };
}
