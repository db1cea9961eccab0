import { drawingApart } from './drawing-apart.ts';

/** What makes the reports. It is loaded while the models answer: so it takes none of the time that a person waits. */
export function reporting() {
  const load = async (drawing = drawingApart()) => ({ drawing, ...(await import('./conclude-here.ts')) });
  let loading: ReturnType<typeof load> | undefined;
  return {
    begin: (): void => void (loading ??= load()),
    ready: () => (loading ??= load()),
    /** There is nothing to report. */
    end: async (): Promise<void> => (await loading)?.drawing.end(),
  };
}
