import { Menu, type MenuItemConstructorOptions, Notification, nativeImage, Tray } from "electron";
import type { TimeState } from "#core/api.ts";
import { MINUTE, parseInstant } from "#core/time/instant.ts";

/** What the tray can ask for. */
export interface TrayActions {
  readonly stop: () => void;
  readonly pauseOrGoOn: () => void;
  /** Brings a window to the front. */
  readonly show: () => void;
  /** Says in the log what went wrong; a desktop without a tray has none, and nothing else. */
  readonly log: (error: unknown, doing: string) => void;
}

/** The running session in the system's tray, and the notification at the end of its focus length. */
export interface TimeTray {
  /** Time changed. `focusMinutes`: after how long to say so; null: never. */
  readonly update: (time: Pick<TimeState, "running" | "paused">, focusMinutes: number | null, now: Date) => void;
  readonly close: () => void;
}

/** Makes the tray when a session first runs, so that nobody who keeps no time has one. */
export const openTray = (icon: string, actions: TrayActions): TimeTray => {
  let tray: Tray | null = null;
  let focus: NodeJS.Timeout | null = null;
  let focusOn = "";

  const show = (time: Pick<TimeState, "running" | "paused">) => {
    const title = time.running?.module.title;
    const lines: MenuItemConstructorOptions[] = [
      { label: title ?? (time.paused ? "Paused" : "No timer runs"), enabled: false },
      { type: "separator" },
      { label: "Stop", enabled: title !== undefined, click: actions.stop },
      {
        label: time.paused ? "Go on" : "Pause",
        enabled: title !== undefined || time.paused,
        click: actions.pauseOrGoOn,
      },
      { type: "separator" },
      { label: "Show Lectern", click: actions.show },
    ];
    try {
      if (tray === null) {
        tray = new Tray(nativeImage.createFromPath(icon).resize({ width: 22, height: 22 }));
        tray.on("click", actions.show);
      }
      tray.setToolTip(title === undefined ? "Lectern" : `Lectern: ${title}`);
      tray.setContextMenu(Menu.buildFromTemplate(lines));
    } catch (error) {
      actions.log(error, "the tray");
    }
  };

  const remind = ({ running }: Pick<TimeState, "running">, focusMinutes: number | null, now: Date) => {
    const on = running && focusMinutes !== null ? `${running.id} ${focusMinutes}` : "";
    if (on === focusOn) return;
    focusOn = on;
    if (focus) clearTimeout(focus);
    focus = null;
    if (!running || focusMinutes === null) return;
    const left = parseInstant(running.start) + focusMinutes * MINUTE - now.getTime();
    if (left <= 0 || !Notification.isSupported()) return;
    focus = setTimeout(() => {
      const body = `${focusMinutes} minutes on ${running.module.title}. The timer runs on.`;
      new Notification({ title: "Time for a break", body }).show();
    }, left);
    focus.unref();
  };

  return {
    update: (time, focusMinutes, now) => {
      if (tray !== null || time.running) show(time);
      remind(time, focusMinutes, now);
    },
    close: () => {
      if (focus) clearTimeout(focus);
      tray?.destroy();
    },
  };
};
