import { spawn } from "node:child_process";

/**
 * Starts an X server that shows nothing, on a display that it finds free itself.
 *
 * @returns {Promise<{ name: string, stop: () => void }>} `name` as DISPLAY wants it (":99")
 */
export async function startDisplay() {
  const options = ["-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"];
  const server = spawn("Xvfb", options, { stdio: ["ignore", "ignore", "pipe", "pipe"] });
  let complaints = "";
  server.stderr?.on("data", (text) => {
    complaints += text;
  });
  const number = await new Promise((resolve, reject) => {
    server.stdio[3]?.once("data", (text) => resolve(String(text).trim()));
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with code ${code}. ${complaints}`)));
  });
  const stop = () => void server.kill();
  process.once("exit", stop);
  return { name: `:${number}`, stop };
}
