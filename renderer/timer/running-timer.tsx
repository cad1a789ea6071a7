import { Ellipsis, Pause, Play, Square } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { runCommand } from "../state/commands.ts";
import { useTime } from "../state/time.ts";
import { Button } from "../ui/button.tsx";
import { clock } from "../ui/minutes.ts";

const TimerMenu = lazy(async () => ({ default: (await import("./timer-menu.tsx")).TimerMenu }));

/** The running session in the title bar: its clock, its module, how to stop it, and what can be said about it. */
export function RunningTimer() {
  const running = useTime((time) => time.running);
  const paused = useTime((time) => time.paused);
  const [menu, setMenu] = useState(false);
  if (running === null && !paused) return null;
  return (
    <section className="running" aria-label="Timer">
      {running === null ? <span className="running-clock">paused</span> : <Clock start={running.start} />}
      {running !== null && (
        <span className="running-title" title={running.module.title}>
          {running.module.title}
        </span>
      )}
      <Button
        look="icon"
        aria-label={running ? "Pause the timer" : "Go on"}
        title={running ? "Pause" : "Go on"}
        onClick={() => runCommand("module.pause")}
      >
        {running ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </Button>
      {running !== null && (
        <Button look="icon" aria-label="Stop the timer" title="Stop" onClick={() => runCommand("module.toggleTimer")}>
          <Square aria-hidden="true" />
        </Button>
      )}
      {running !== null && (
        <Button
          look="icon"
          aria-label="Note and focus length"
          title="Note and focus length"
          aria-haspopup="menu"
          aria-expanded={menu}
          onClick={() => setMenu(true)}
        >
          <Ellipsis aria-hidden="true" />
        </Button>
      )}
      {menu && (
        <Suspense>
          <TimerMenu onClose={() => setMenu(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** Counts in the page itself, once a second, and rests while the window is hidden. */
function Clock({ start }: { readonly start: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const began = Date.parse(start);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = (): void => {
      clearTimeout(timer);
      const passed = Date.now() - began;
      if (place.current) place.current.textContent = clock(passed / 1000);
      if (!document.hidden) timer = setTimeout(tick, 1000 - (((passed % 1000) + 1000) % 1000));
    };
    tick();
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [start]);
  return <span ref={place} className="running-clock figures" role="timer" aria-label="Time of this session" />;
}
