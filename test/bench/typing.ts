import { type Devtools, evaluate, until } from "./cdp.ts";

/** Where to type, and what. The text has no marks, so that both pages show the same. */
const typed = "so every leader sends its term and the log entry before it ";
/** Time between two keys, in ms: longer than the work for one, and as a quick writer does it. */
const pace = 60;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function press(page: Devtools, key: string, code: string, windowsVirtualKeyCode: number, modifiers = 0) {
  const event = { key, code, windowsVirtualKeyCode, modifiers };
  await page.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...event });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
}

async function type(page: Devtools, character: string) {
  const key = character.toUpperCase();
  const code = character === " " ? "Space" : `Key${key}`;
  const event = { key: character, code, windowsVirtualKeyCode: key.charCodeAt(0) };
  await page.send("Input.dispatchKeyEvent", { type: "keyDown", text: character, ...event });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
}

/** Seconds of work that the page's main thread has done since it began. */
async function work(page: Devtools): Promise<number> {
  const { metrics } = await page.send<{ metrics: { name: string; value: number }[] }>("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}

/** Puts the cursor at the end of the twentieth line, with keys, and waits until the page rests. */
export async function prepareTyping(page: Devtools): Promise<void> {
  await page.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  await until(page, "document.querySelector('.cm-content')");
  await evaluate(page, "document.querySelector('.cm-content').focus()");
  const control = 2;
  await press(page, "Home", "Home", 36, control);
  for (let line = 1; line < 20; line++) await press(page, "ArrowDown", "ArrowDown", 40);
  await press(page, "End", "End", 35);
  await rest(page);
}

async function rest(page: Devtools): Promise<void> {
  for (let before = await work(page); ; ) {
    await pause(400);
    const after = await work(page);
    if (after - before < 0.02) return;
    before = after;
  }
}

/** Types a line; the main thread's work in ms for one key, without what the page does by itself. */
export async function msPerKey(page: Devtools): Promise<number> {
  const idleFrom = await work(page);
  await pause(600);
  const idle = (await work(page)) - idleFrom;
  const before = await work(page);
  const start = performance.now();
  for (const [index, character] of [...typed].entries()) {
    await type(page, character);
    await pause(Math.max(0, start + (index + 1) * pace - performance.now()));
  }
  await pause(2 * pace);
  const took = performance.now() - start;
  const spent = (await work(page)) - before - idle * (took / 600);
  await rest(page);
  return (spent * 1_000) / typed.length;
}
