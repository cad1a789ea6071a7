import { bridge } from "../bridge.ts";
import { notifyFailure } from "./notices.ts";

/** Opens a notebook that was open before. */
export async function openRecent(id: string): Promise<void> {
  const result = await bridge.openRecent({ id });
  if (!result.ok) notifyFailure(result.error);
}
