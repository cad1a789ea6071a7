import { lazy, Suspense, useEffect, useRef } from "react";
import { Group, Panel, type PanelImperativeHandle, Separator } from "react-resizable-panels";
import { NotePane } from "./notes/note-pane.tsx";
import { NotesPanel } from "./notes/notes-panel.tsx";
import { OutlinePanel } from "./outline/outline-panel.tsx";
import { useNotebook } from "./state/notebook.ts";
import { useSettings } from "./state/settings.ts";
import { useTime } from "./state/time.ts";
import { useUi } from "./state/ui.ts";
import { Notices } from "./status/notices.tsx";
import { StatusBar } from "./status/status-bar.tsx";
import { TitleBar } from "./status/title-bar.tsx";
import { ModulePanel } from "./timer/module-panel.tsx";
import { lazyViews } from "./views.ts";

const Welcome = lazy(async () => ({ default: (await import("./welcome/welcome.tsx")).Welcome }));
const Dialogs = lazy(async () => ({ default: (await import("./palette/dialogs.tsx")).Dialogs }));
const QuestionDialog = lazy(async () => ({ default: (await import("./timer/question-dialog.tsx")).QuestionDialog }));

/** The window: a bar above, the sidebar, the view and the module panel between, the status below. */
export function App() {
  const started = useNotebook((state) => state.started);
  const notebook = useNotebook((state) => state.notebook);
  const hasDialog = useUi((state) => state.dialog !== null);
  const hasQuestion = useTime((state) => state.question !== null);
  return (
    <div className="window">
      <TitleBar />
      {notebook !== null && <Workspace single={notebook.single} />}
      {notebook === null && started && (
        <Suspense fallback={<main className="welcome" />}>
          <Welcome />
        </Suspense>
      )}
      {notebook === null && !started && <main className="starting" />}
      {notebook !== null && <StatusBar />}
      <Notices />
      <Suspense fallback={null}>
        {hasDialog && <Dialogs />}
        {hasQuestion && <QuestionDialog />}
      </Suspense>
    </div>
  );
}

/** Widths of the columns beside the note, in px, by how much room the window has. */
const widths = { wide: { sidebar: 300, module: 256 }, narrow: { sidebar: 208, module: 184 } };
const narrow = window.matchMedia("(max-width: 1000px)");
const width = (): { sidebar: number; module: number } => (narrow.matches ? widths.narrow : widths.wide);

function Workspace({ single }: { readonly single: boolean }) {
  const hasSidebar = useSettings((settings) => settings.sidebar);
  const hasPanel = useSettings((settings) => settings.panel);
  const view = useUi((state) => state.view);
  const View = view === "notes" ? undefined : lazyViews[view];
  const sidebar = useRef<PanelImperativeHandle>(null);
  const module = useRef<PanelImperativeHandle>(null);
  useEffect(() => {
    const fit = (): void => {
      sidebar.current?.resize(width().sidebar);
      module.current?.resize(width().module);
    };
    narrow.addEventListener("change", fit);
    return () => narrow.removeEventListener("change", fit);
  }, []);
  return (
    <>
      {/* The editor stays in the page while another view is shown, so that coming back costs nothing. */}
      <main className="workspace" hidden={View !== undefined}>
        <Group id="workspace" className="columns">
          {hasSidebar && (
            <>
              <Panel
                id="sidebar"
                className="sidebar"
                panelRef={sidebar}
                {...side}
                defaultSize={width().sidebar}
                maxSize={520}
              >
                <Sidebar single={single} />
              </Panel>
              <Separator className="divider" aria-label="Width of the sidebar" />
            </>
          )}
          <Panel id="note" minSize={240}>
            <NotePane />
          </Panel>
          {hasPanel && (
            <>
              <Separator className="divider" aria-label="Width of the module panel" />
              <Panel
                id="module"
                className="side-panel"
                panelRef={module}
                {...side}
                defaultSize={width().module}
                maxSize={420}
              >
                <ModulePanel />
              </Panel>
            </>
          )}
        </Group>
      </main>
      {View !== undefined && (
        <Suspense fallback={<main className="view" />}>
          <View />
        </Suspense>
      )}
    </>
  );
}

/** What both columns beside the note share: they keep their width when the window gets another one. */
const side = { minSize: 176, groupResizeBehavior: "preserve-pixel-size" } as const;

function Sidebar({ single }: { readonly single: boolean }) {
  if (single) return <OutlinePanel />;
  return (
    <Group id="sidebar-rows" orientation="vertical">
      <Panel id="notes" defaultSize="30%" minSize={72}>
        <NotesPanel />
      </Panel>
      <Separator className="divider divider-row" aria-label="Height of the notes list" />
      <Panel id="outline" minSize={120}>
        <OutlinePanel />
      </Panel>
    </Group>
  );
}
