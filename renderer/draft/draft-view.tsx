import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { Begin } from "./begin.tsx";
import { DraftHead } from "./draft-head.tsx";
import { useDraft } from "./draft-store.ts";
import { useExport } from "./exporting.ts";
import { FieldForm } from "./field-form.tsx";
import { usePreview } from "./follow.ts";
import { readKept, saveKept } from "./keeping.ts";
import { KeptDrafts } from "./kept-drafts.tsx";
import { PartList } from "./part-list.tsx";
import { ProblemList } from "./problem-list.tsx";
import { Result } from "./result.tsx";
import { StepList } from "./step-list.tsx";
import "../state/style-nonce.ts";
import "../report/view.css";
import "./draft.css";
import "./result.css";

const loadChooser = () => import("./section-chooser.tsx");
const SectionChooser = lazy(async () => ({ default: (await loadChooser()).SectionChooser }));
const ConflictDialog = lazy(async () => ({ default: (await import("./conflict-dialog.tsx")).ConflictDialog }));

/** A post in the making: its sections and front matter on the left, the result on the right, what is not ready below. */
export function DraftView() {
  const isEmpty = useDraft(({ form }) => form.parts.length === 0);
  const conflicts = useExport((state) => state.conflicts);
  const [choosing, setChoosing] = useState(false);
  const close = useCallback(() => setChoosing(false), []);
  usePreview();
  useEffect(() => {
    void readKept();
    // Before it is asked for: whoever presses Add goes on typing at once.
    void loadChooser();
    return () => void saveKept();
  }, []);
  const onAdd = (): void => setChoosing(true);
  return (
    <main className="view draft" aria-labelledby="draft-heading">
      <DraftHead />
      {isEmpty ? <Begin onAdd={onAdd} /> : <Workbench onAdd={onAdd} />}
      <Suspense fallback={null}>
        {choosing && <SectionChooser onClose={close} />}
        {conflicts !== null && <ConflictDialog exported={conflicts} />}
      </Suspense>
    </main>
  );
}

function Workbench({ onAdd }: { readonly onAdd: () => void }) {
  const preview = useDraft((state) => state.preview);
  const failure = useDraft((state) => state.failure);
  return (
    <Group id="draft" className="draft-columns">
      <Panel id="draft-side" className="draft-side" defaultSize={300} minSize={240} maxSize={480} {...keepWidth}>
        <div className="draft-side-scroll">
          <PartList onAdd={onAdd} />
          <FieldForm />
          <StepList />
          <KeptDrafts />
        </div>
      </Panel>
      <Separator className="divider" aria-label="Width of the sections" />
      <Panel id="draft-main" minSize={320}>
        <Group id="draft-rows" orientation="vertical">
          <Panel id="draft-result" minSize={120} defaultSize="68%">
            {failure !== null && (
              <p className="draft-failure" role="alert">
                <strong>{failure.message}</strong> {failure.action}
              </p>
            )}
            {preview !== null && <Result preview={preview} />}
          </Panel>
          <Separator className="divider divider-row" aria-label="Height of what is not ready" />
          <Panel id="draft-problems" minSize={80}>
            {preview !== null && <ProblemList preview={preview} />}
          </Panel>
        </Group>
      </Panel>
    </Group>
  );
}

/** The column keeps its width when the window gets another one. */
const keepWidth = { groupResizeBehavior: "preserve-pixel-size" } as const;
