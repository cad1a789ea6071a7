/** Minutes as a column shows them: "45m", "6h09", "2h". Rounded to whole minutes. */
export function shortMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole}m`;
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)}h` : `${Math.floor(whole / 60)}h${String(rest).padStart(2, "0")}`;
}

/** Minutes as a sentence shows them: "45 min", "6 h 9 min". Rounded to whole minutes. */
export function plainMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Minutes for a screen reader: "6 hours 9 minutes". */
export function spokenMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const parts = [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? "hour" : "hours"}`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} ${rest === 1 ? "minute" : "minutes"}`] : []),
  ];
  return parts.join(" ");
}

/** Seconds as a running clock shows them: "00:12:33". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pair = (value: number) => String(value).padStart(2, "0");
  return `${pair(Math.floor(whole / 3600))}:${pair(Math.floor(whole / 60) % 60)}:${pair(whole % 60)}`;
}
