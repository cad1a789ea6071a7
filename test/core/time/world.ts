import type { Stretch } from "#core/time/calendar.ts";
import { type ClockEvent, step } from "#core/time/clock.ts";
import { type ClockState, clockStateSchema, STILL } from "#core/time/clock-state.ts";
import { busyOf } from "#core/time/free.ts";
import { MINUTE, parseInstant, type Zone } from "#core/time/instant.ts";
import { HEARTBEAT } from "#core/time/passing.ts";
import type { TimeRecord } from "#core/time/record.ts";
import type { Session } from "#core/time/session.ts";
import { sessionsOf } from "#core/time/sessions.ts";
import { namedZone } from "./zones.ts";

/** A machine with its clocks and a log, and the app on it, beating as the real one does. */
export class World {
  real = 0;
  wallAhead = 0;
  mono = 1234.5;
  zone: Zone = namedZone("Europe/Berlin");
  state: ClockState = STILL;
  log: TimeRecord[] = [];
  alive = true;
  #known: { length: number; sessions: Session[]; busy: Stretch[] } = { length: 0, sessions: [], busy: [] };
  #beat = 0;
  #ids = 0;
  readonly #epoch: number;

  constructor(epoch = Date.UTC(2026, 10, 23, 9)) {
    this.#epoch = epoch;
  }

  get wall(): number {
    return this.#epoch + this.real + this.wallAhead;
  }

  get sessions(): Session[] {
    if (this.#known.length !== this.log.length) {
      const sessions = sessionsOf(this.log);
      this.#known = { length: this.log.length, sessions, busy: busyOf(sessions) };
    }
    return this.#known.sessions;
  }

  get #busy(): Stretch[] {
    return this.sessions && this.#known.busy;
  }

  get running(): Session | null {
    return this.sessions.findLast(({ end }) => end === null) ?? null;
  }

  do(event: ClockEvent): void {
    const { wall, mono, zone } = this;
    const { state, records } = step(this.state, event, {
      now: { wall, mono },
      zone,
      newId: () => `s${this.#ids++}`,
      busy: this.#busy,
    });
    this.log.push(...records);
    this.state = state;
  }

  setClock(by: number): void {
    this.wallAhead += by;
  }

  travel(zone: Zone): void {
    this.zone = zone;
  }

  /** Time passes while the machine is awake; heartbeats come if the app is there. */
  work(length: number, idle = 0): void {
    const until = this.real + length;
    while (this.real < until) {
      const next = Math.min(until, this.#beat + HEARTBEAT);
      const passed = Math.max(0, next - this.real);
      this.real += passed;
      this.mono += passed;
      if (this.real < this.#beat + HEARTBEAT) return;
      this.#beat = this.real;
      if (this.alive) this.do({ type: "heartbeat", idle });
    }
  }

  /** Nobody touches a key for this long, while the machine is awake. */
  idle(length: number): void {
    for (let away = 0; away < length; away += HEARTBEAT) this.work(HEARTBEAT, away + HEARTBEAT);
  }

  sleep(length: number, told = true): void {
    if (told) this.do({ type: "suspend" });
    this.real += length;
    if (told) this.do({ type: "wake" });
    else this.work(HEARTBEAT);
  }

  crash(away: number): void {
    this.alive = false;
    this.work(away);
    this.alive = true;
    // What is kept survives JSON.
    this.state = clockStateSchema.parse(JSON.parse(JSON.stringify(this.state)));
    this.mono = 77;
    this.#beat = this.real;
    this.do({ type: "restart", running: this.running });
  }

  minutes(title: string): number {
    const of = this.sessions.filter(({ module, end }) => module.title === title && end !== null);
    return of.reduce((sum, { start, end }) => sum + (parseInstant(end ?? "") - parseInstant(start)) / MINUTE, 0);
  }
}
