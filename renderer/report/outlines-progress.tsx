import type { Failure } from "#core/result.ts";
import { readOutlines, useAllOutlines } from "../state/outlines.ts";
import { Button } from "../ui/button.tsx";

/** How far the reading of the notes has come, while it is long enough to be noticed. */
export function OutlinesProgress() {
  const progress = useAllOutlines((state) => state.progress);
  const first = useAllOutlines((state) => state.notes === null);
  if (progress === null || (!first && progress.total < 500)) return null;
  const { done, total } = progress;
  return (
    <p className="reading figures" role="status">
      {total === 0 ? "Reading the notes…" : `Reading ${done.toLocaleString()} of ${total.toLocaleString()} notes…`}
    </p>
  );
}

/** Why the outlines could not be read, and a way to try again. */
export function OutlinesFailed({ failure }: { readonly failure: Failure }) {
  return (
    <div className="banner" role="alert">
      <p>
        <strong>{failure.message}</strong> {failure.action}
      </p>
      <div className="banner-buttons">
        <Button onClick={() => void readOutlines()}>Try again</Button>
      </div>
    </div>
  );
}
